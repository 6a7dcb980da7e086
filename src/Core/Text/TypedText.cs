namespace Lianxin.Core.Text;

/// <summary>
/// What people type with a Chinese keyboard, brought to its plain form: full-width letters, digits and signs become
/// half-width (the part of Unicode's NFKC that matters here, written out because it must not depend on the machine's
/// globalization data), the ideographic space becomes a space.
/// </summary>
public static class TypedText
{
    /// <summary>The half-width form of a full-width character; any other character as it is.</summary>
    public static char HalfWidth(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '\u3000' or '\u00A0' => ' ',
        '\uFFE5' => '¥',
        _ => c,
    };

    /// <summary>Half-width and without blanks around it.</summary>
    public static string Plain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = HalfWidth(source[i]);
        }).Trim();
    }
}
