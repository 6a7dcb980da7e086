namespace Lianxin.Core.Privacy;

/// <summary>Finds resident numbers 公民身份号码 in one piece, with blanks or hyphens in between, in the old form, and inside a disability certificate's number.</summary>
internal static class ResidentIdDetector
{
    public const string Right = "公民身份号码（18位，校验码相符，GB 11643—1999）；《个人信息保护法》第二十五条";
    public const string Typo = "疑似公民身份号码（18位，出生日期合理但校验码不符，可能是录入错误，GB 11643—1999）；《个人信息保护法》第二十五条";
    public const string Old = "疑似15位旧公民身份号码（出生日期合理）；《个人信息保护法》第二十五条";
    public const string Disability = "残疾人证号（公民身份号码加类别和等级共20位）；《个人信息保护法》第二十八条";

    private const int RegionLength = 6;

    /// <summary>Structure of a number that is written in parts: region, birth date (or year and day), sequence.</summary>
    private static readonly int[][] Parts = [[6, 8, 4], [6, 4, 4, 4]];
    private static readonly int[] OldParts = [6, 6, 3];

    public static void Find(ScannedText scan)
    {
        var groups = scan.Groups;
        foreach (ref readonly var group in groups)
        {
            if (group.Length >= ResidentId.OldLength && group.FirstOfToken)
                FindWhole(scan, group);
        }

        for (var first = 0; first < groups.Length;)
        {
            var last = first;
            while (last + 1 < groups.Length && groups[last + 1].Link != '\0')
                last++;
            if (last > first)
                FindInChain(scan, first, last);
            first = last + 1;
        }
    }

    private static void FindWhole(ScannedText scan, DigitGroup group)
    {
        var token = scan.Text.Characters[group.Start..group.TokenEnd];
        var alone = group.TokenStart == group.Start;
        if (token.Length == ResidentId.Length + 2 && HasRightNumber(token[..ResidentId.Length]) && char.IsAsciiDigit(token[^1]) && char.IsAsciiDigit(token[^2]))
            scan.Add(new Hit(PersonalDataKinds.ResidentId, group.Start, group.TokenEnd, Disability));
        else if (token.Length == ResidentId.Length && ResidentId.IsPlausible(token))
            FindPlausible(scan, group, token, alone);
        else if (alone && ResidentId.IsPlausibleOld(token) && !IsSomethingElse(scan, group, token))
            scan.Add(new Hit(PersonalDataKinds.ResidentId, group.Start, group.End, Old));
    }

    private static void FindPlausible(ScannedText scan, DigitGroup group, ReadOnlySpan<char> token, bool alone)
    {
        if (ResidentId.HasRightCheck(token))
            scan.Add(new Hit(PersonalDataKinds.ResidentId, group.Start, group.TokenEnd, Right));
        else if (alone && !IsSomethingElse(scan, group, token))
            scan.Add(new Hit(PersonalDataKinds.ResidentId, group.Start, group.TokenEnd, Typo));
    }

    /// <summary>Asked only where no check character proves the number.</summary>
    private static bool IsSomethingElse(ScannedText scan, DigitGroup group, ReadOnlySpan<char> token) =>
        ResidentId.StartsLikeSerialNumber(token) || CreditCode.IsValid(token) || scan.IsIndexNumber(group) || scan.IsAmount(group);

    /// <summary>A chain that is one number as a whole, or parts of the right structure anywhere in it.</summary>
    private static void FindInChain(ScannedText scan, int first, int last)
    {
        if (last - first < ResidentId.Length && TryJoin(scan, first, last, out var whole, out var end))
        {
            if (HasRightNumber(whole))
                scan.Add(new Hit(PersonalDataKinds.ResidentId, scan.Groups[first].Start, end, Right));
            else if (ResidentId.IsPlausible(whole) && Parts.Any(p => Matches(scan, first, last, p)))
                scan.Add(new Hit(PersonalDataKinds.ResidentId, scan.Groups[first].Start, end, Typo));
            else if (ResidentId.IsPlausibleOld(whole) && Matches(scan, first, last, OldParts))
                scan.Add(new Hit(PersonalDataKinds.ResidentId, scan.Groups[first].Start, end, Old));
        }

        var groups = scan.Groups;
        for (var i = first; i < last; i++)
        {
            if (groups[i].Length != RegionLength)
                continue;
            foreach (var parts in Parts)
            {
                var to = i + parts.Length - 1;
                if (to <= last && Matches(scan, i, to, parts) && TryJoin(scan, i, to, out var part, out end) && HasRightNumber(part))
                    scan.Add(new Hit(PersonalDataKinds.ResidentId, groups[i].Start, end, Right));
            }
        }
    }

    private static bool HasRightNumber(ReadOnlySpan<char> id) => ResidentId.IsPlausible(id) && ResidentId.HasRightCheck(id);

    /// <summary>Joins groups of a chain when together they have the length of a number; a last X belongs to it.</summary>
    private static bool TryJoin(ScannedText scan, int first, int last, out string joined, out int end)
    {
        joined = "";
        end = scan.Groups[last].End;
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            var group = scan.Groups[i];
            length += group.Length;
            if (!group.IsAlone && !(i == last && EndsWithX(scan, group)))
                return false;
        }

        if (EndsWithX(scan, scan.Groups[last]))
            (length, end) = (length + 1, end + 1);
        if (length is not (ResidentId.Length or ResidentId.OldLength))
            return false;
        joined = scan.Joined(first, last, end);
        return true;
    }

    private static bool Matches(ScannedText scan, int first, int last, int[] lengths)
    {
        if (last - first + 1 != lengths.Length)
            return false;
        for (var i = 0; i < lengths.Length; i++)
        {
            var group = scan.Groups[first + i];
            var length = group.Length + (first + i == last && EndsWithX(scan, group) ? 1 : 0);
            if (length != lengths[i])
                return false;
        }

        return true;
    }

    private static bool EndsWithX(ScannedText scan, DigitGroup group) =>
        group.TokenStart == group.Start && group.TokenEnd == group.End + 1 && scan.Text[group.End] is ('X' or 'x');
}
