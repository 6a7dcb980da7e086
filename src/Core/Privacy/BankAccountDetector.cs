namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds card numbers by the Luhn check, and account numbers of any kind where the text speaks of accounts: passbooks of rural
/// credit unions and 一卡通 need not satisfy a check.
/// </summary>
internal static class BankAccountDetector
{
    public const string Card = "银行卡号（13至19位，校验位相符，ISO/IEC 7812-1）；《个人信息保护法》第二十八条";
    public const string Account = "银行账号（“账号、卡号、账户、存折、一卡通、开户”附近的12至23位数字）；《个人信息保护法》第二十八条";
    public const int LongestAccount = 23;
    private const int ShortestAccount = 12;

    private static readonly System.Buffers.SearchValues<string> OtherNumbers = System.Buffers.SearchValues.Create(
        ["收据号", "凭证号", "发票号", "票据号", "文号", "流水号", "合同号", "信用代码"], StringComparison.Ordinal);

    public static void Find(ScannedText scan)
    {
        var headers = new AccountHeaders(scan.Text);
        var groups = scan.Groups;
        for (var i = 0; i < groups.Length;)
        {
            ref readonly var group = ref groups[i];
            if (group.Length >= ShortestAccount)
            {
                FindWhole(scan, headers, group);
                i++;
                continue;
            }

            var last = LastOfCard(scan, i);
            if (last > i)
                FindInParts(scan, headers, i, last);
            i = last + 1;
        }
    }

    private static void FindWhole(ScannedText scan, AccountHeaders headers, DigitGroup group)
    {
        var digits = scan.Digits(group);
        if (!group.EndsFirstInToken || scan.IsTaken(group) || scan.IsAmount(group) || scan.IsIndexNumber(group) || CreditCode.IsValid(digits))
            return;
        if (BankCard.IsCard(digits))
            scan.Add(new Hit(PersonalDataKinds.BankAccount, group.Start, group.End, Card));
        else if (digits.Length <= LongestAccount && headers.Govern(group.Start, group.End) && !IsTimestamp(digits) && !IsNamedOtherwise(scan, group))
            scan.Add(new Hit(PersonalDataKinds.BankAccount, group.Start, group.End, Account));
    }

    /// <summary>A card printed in fours. Without a word about accounts, only what no row of figures looks like is taken: hyphens, or UnionPay's 62.</summary>
    private static void FindInParts(ScannedText scan, AccountHeaders headers, int first, int last)
    {
        var (start, end) = (scan.Groups[first].Start, scan.Groups[last].End);
        var digits = scan.Joined(first, last, end);
        if (digits.Length is < ShortestAccount or > LongestAccount || scan.IsTaken(start, end) || scan.IsAmount(scan.Groups[last]))
            return;
        var governed = headers.Govern(start, end);
        if (BankCard.IsCard(digits) && (governed || scan.Groups[last].Link == '-' || digits.StartsWith("62", StringComparison.Ordinal)))
            scan.Add(new Hit(PersonalDataKinds.BankAccount, start, end, Card));
        else if (governed && !digits.StartsWith("19", StringComparison.Ordinal) && !digits.StartsWith("20", StringComparison.Ordinal))
            scan.Add(new Hit(PersonalDataKinds.BankAccount, start, end, Account));
    }

    /// <summary>The last group of a chain of fours (the last one may have 1 to 4 digits) under one kind of link; the same group when there is none.</summary>
    private static int LastOfCard(ScannedText scan, int first)
    {
        var last = first;
        while (last + 1 < scan.Groups.Length
            && scan.Groups[last].Length == 4
            && scan.Groups[last].IsAlone
            && scan.Groups[last + 1].IsAlone
            && scan.Groups[last + 1].Length <= 4
            && scan.Groups[last + 1].Link != '\0'
            && (last == first || scan.Groups[last + 1].Link == scan.Groups[last].Link))
            last++;
        return last;
    }

    /// <summary>The word just before it says that it is another number: of a receipt, a voucher, a contract.</summary>
    private static bool IsNamedOtherwise(ScannedText scan, DigitGroup group) =>
        scan.Text.Characters[Math.Max(0, group.Start - 6)..group.Start].ContainsAny(OtherNumbers);

    /// <summary><c>yyyyMMddHHmmss</c>.</summary>
    private static bool IsTimestamp(ReadOnlySpan<char> digits) =>
        digits.Length == 14
        && DateTime.TryParseExact(digits, "yyyyMMddHHmmss", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);
}
