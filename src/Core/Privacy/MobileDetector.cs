namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds mobile numbers: 11 digits from 13 to 19, with 86 before it or not, in one piece or as 3-4-4. Office lines
/// (0951-…), 400 and five-digit service numbers have another shape and are no personal data.
/// </summary>
internal static class MobileDetector
{
    public const string Rule = "移动电话号码（11位）；《个人信息保护法》第二十五条。确需公布联系方式的，请使用办公电话";
    private const int WordDistance = 12;
    private static readonly string[] Words = ["手机", "电话", "联系", "Tel", "tel"];

    public static void Find(ScannedText scan)
    {
        var groups = scan.Groups;
        for (var i = 0; i < groups.Length; i++)
        {
            ref readonly var group = ref groups[i];
            if (group.Length < 3)
                continue;
            if (group.EndsFirstInToken && IsWhole(scan.Digits(group)) && !scan.IsAmount(group))
                scan.Add(new Hit(PersonalDataKinds.Mobile, group.Start, group.End, Rule));
            else if (IsInParts(scan, i) && (StandsApart(scan, i) || FollowsWord(scan, group.Start)))
                scan.Add(new Hit(PersonalDataKinds.Mobile, group.Start, scan.Groups[i + 2].End, Rule));
        }
    }

    private static bool IsWhole(ReadOnlySpan<char> digits) => digits.Length switch
    {
        11 => IsPrefix(digits),
        13 => digits.StartsWith("86") && IsPrefix(digits[2..]),
        15 => digits.StartsWith("0086") && IsPrefix(digits[4..]),
        _ => false,
    };

    private static bool IsPrefix(ReadOnlySpan<char> digits) => digits[0] == '1' && digits[1] is >= '3' and <= '9';

    private static bool IsInParts(ScannedText scan, int i)
    {
        if (scan.Groups[i].Length != 3 || i + 2 >= scan.Groups.Length)
            return false;
        var (a, b, c) = (scan.Groups[i], scan.Groups[i + 1], scan.Groups[i + 2]);
        return (a.Length, b.Length, c.Length) == (3, 4, 4)
            && IsPrefix(scan.Digits(a))
            && b.Link != '\0'
            && b.Link == c.Link
            && b.Start - a.End == 1
            && c.Start - b.End == 1
            && a.EndsFirstInToken
            && b.IsAlone
            && c.IsAlone;
    }

    /// <summary>In a row of figures, three of them may happen to have 3, 4 and 4 digits: then their neighbours are figures too.</summary>
    private static bool StandsApart(ScannedText scan, int i)
    {
        var link = scan.Groups[i + 1].Link;
        var before = scan.Groups[i].Link != link || IsNoFigure(scan, scan.Groups[i - 1]);
        var after = i + 3 >= scan.Groups.Length || scan.Groups[i + 3].Link != link || scan.Groups[i + 3].Length >= 11 || IsInParts(scan, i + 3);
        return before && after;
    }

    private static bool IsNoFigure(ScannedText scan, DigitGroup group) =>
        group.Length >= 11 || scan.IsTaken(group) || scan.Digits(group) is "86" or "0086";

    private static bool FollowsWord(ScannedText scan, int start)
    {
        var before = scan.Text.Characters[Math.Max(0, start - WordDistance)..start];
        foreach (var word in Words)
        {
            if (before.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
