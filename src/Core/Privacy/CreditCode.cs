namespace Lianxin.Core.Privacy;

/// <summary>
/// 统一社会信用代码 (GB 32100—2015): 18 characters of an alphabet of 31, the last one a check with weights 3^(i−1) mod 31. Public
/// business data, never masked; it must not be taken for a resident's number.
/// </summary>
internal static class CreditCode
{
    private const int Length = 18;
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool IsValid(ReadOnlySpan<char> code)
    {
        if (code.Length != Length)
            return false;
        var (sum, weight) = (0, 1);
        foreach (var c in code[..^1])
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
                return false;
            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet.IndexOf(code[^1], StringComparison.Ordinal) == (31 - (sum % 31)) % 31;
    }
}
