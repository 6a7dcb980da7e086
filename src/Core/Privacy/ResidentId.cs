namespace Lianxin.Core.Privacy;

/// <summary>
/// 公民身份号码 (GB 11643—1999): 6 digits of region, 8 of birth date, 3 of sequence and a check character by ISO 7064
/// MOD 11-2; the old form has 15 digits, a year of two digits and no check. The region is no reason to let a number pass.
/// </summary>
internal static class ResidentId
{
    public const int Length = 18;
    public const int OldLength = 15;
    private const string CheckCharacters = "10X98765432";

    /// <summary>Plausible: 17 digits that start with a region and hold a date that exists, then a digit or X.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> id) =>
        id.Length == Length
        && id[0] is >= '1' and <= '9'
        && !id[..17].ContainsAnyExceptInRange('0', '9')
        && (char.IsAsciiDigit(id[17]) || id[17] is 'X' or 'x')
        && IsBirthDate(id[6..14]);

    public static bool HasRightCheck(ReadOnlySpan<char> id) => char.ToUpperInvariant(id[17]) == CheckOf(id[..17]);

    /// <summary>Plausible old form: 15 digits with a date of the twentieth century that exists.</summary>
    public static bool IsPlausibleOld(ReadOnlySpan<char> id) =>
        id.Length == OldLength
        && id[0] is >= '1' and <= '9'
        && !id.ContainsAnyExceptInRange('0', '9')
        && IsBirthDate(1900 + Number(id[6..8]), Number(id[8..10]), Number(id[10..12]));

    /// <summary>The check character for 17 digits: Σ d·2^(18−i) mod 11, computed recursively.</summary>
    public static char CheckOf(ReadOnlySpan<char> digits)
    {
        var p = 0;
        foreach (var digit in digits)
            p = (p + (digit - '0')) * 2 % 11;
        return CheckCharacters[p];
    }

    /// <summary>Eight digits that are a day on which someone may have been born.</summary>
    public static bool IsBirthDate(ReadOnlySpan<char> digits) =>
        IsBirthDate(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..8]));

    /// <summary>A number that starts with a date of our time is a serial number: no region begins with 19 or 20.</summary>
    public static bool StartsLikeSerialNumber(ReadOnlySpan<char> id) =>
        (id.StartsWith("19") || id.StartsWith("20")) && IsBirthDate(id[..8]);

    private static bool IsBirthDate(int year, int month, int day) =>
        year is >= 1800 and <= 2099 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(ReadOnlySpan<char> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + (digit - '0');
        return number;
    }
}
