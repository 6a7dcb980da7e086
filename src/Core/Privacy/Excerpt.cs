using System.Text;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Shows where a hit is without showing what it is: the last four characters of an id or account, first three and last four of
/// a mobile number, and a few characters around it in which every digit is hidden too, since a birth date or a second number
/// may stand there.
/// </summary>
internal static class Excerpt
{
    private const int Around = 6;
    private const int Tail = 4;

    public static string Of(NormalisedText text, Hit hit)
    {
        // Below the heads of a table stand somebody's cells.
        if (string.Equals(hit.Kind, PersonalDataKinds.Combination, StringComparison.Ordinal))
            return text.Characters[hit.Start..hit.End].ToString().Replace('\t', ' ');
        var excerpt = new StringBuilder();
        AppendAround(excerpt, text, Math.Max(0, hit.Start - Around), hit.Start);
        excerpt.Append(Mask(text.Characters[hit.Start..hit.End], hit.Kind));
        AppendAround(excerpt, text, hit.End, Math.Min(text.Length, hit.End + Around));
        return excerpt.ToString().Trim();
    }

    private static string Mask(ReadOnlySpan<char> value, string kind)
    {
        var plain = new StringBuilder();
        foreach (var c in value)
        {
            if (c is not (' ' or '-'))
                plain.Append(c);
        }

        var shown = plain.ToString();
        return Masked(kind, shown);
    }

    /// <summary>The mask of each kind (privacy-and-quality §3, masking table).</summary>
    internal static string Masked(string kind, string shown) => kind switch
    {
        PersonalDataKinds.Mobile when shown.Length >= 11 && shown[^11] == '1' => $"{shown[^11..^8]}****{shown[^Tail..]}",
        PersonalDataKinds.ResidentId or PersonalDataKinds.BankAccount or PersonalDataKinds.Passport when shown.Length >= 2 * Tail =>
            new string('*', shown.Length - Tail) + shown[^Tail..],
        PersonalDataKinds.Plate => $"{shown[..2]}***{shown[^2..]}",
        PersonalDataKinds.Email => $"{shown[0]}***{shown[shown.IndexOf('@', StringComparison.Ordinal)..]}",
        PersonalDataKinds.Address => Township(shown),
        PersonalDataKinds.Minor => NameMask.Of(shown) is var name && name.Contains('*', StringComparison.Ordinal) ? name : "***",
        _ => "***",
    };

    /// <summary>An address down to its township or street.</summary>
    private static string Township(string address)
    {
        var end = Math.Max(address.IndexOf('镇', StringComparison.Ordinal), Math.Max(address.IndexOf('乡', StringComparison.Ordinal), address.IndexOf("街道", StringComparison.Ordinal) + 1));
        return end > 0 ? address[..(end + 1)] + "***" : "***";
    }

    private static void AppendAround(StringBuilder excerpt, NormalisedText text, int start, int end)
    {
        foreach (var c in text.Characters[start..end])
        {
            if (char.IsDigit(c))
                excerpt.Append('*');
            else
                excerpt.Append(char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
        }
    }
}
