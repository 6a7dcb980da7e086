namespace Lianxin.Core.Privacy;

/// <summary>Numbers of bank cards: 13 to 19 digits with a check by the Luhn formula (ISO/IEC 7812-1).</summary>
internal static class BankCard
{
    /// <summary>True for a number that a bank could have issued: right length, an issuer's first digits, right check.</summary>
    public static bool IsCard(ReadOnlySpan<char> digits) => HasIssuer(digits) && HasRightCheck(digits);

    public static bool HasRightCheck(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 1)
                digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    /// <summary>
    /// Issuers whose cards are in use here. Below 16 digits only the old international ranges and UnionPay are taken, because
    /// book numbers (978, 979) and goods (69) have 13 digits; 1 and 2 begin dates and serial numbers, save 2221–2720.
    /// </summary>
    private static bool HasIssuer(ReadOnlySpan<char> digits) => digits.Length switch
    {
        < 13 or > 19 => false,
        < 16 => digits[0] is '3' or '4' or '5' || digits.StartsWith("62"),
        16 => digits[0] is (>= '3' and <= '6') or '9' || (digits[..4].CompareTo("2221", StringComparison.Ordinal) >= 0 && digits[..4].CompareTo("2720", StringComparison.Ordinal) <= 0),
        _ => digits[0] is (>= '3' and <= '6') or '9',
    };
}
