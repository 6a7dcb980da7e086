using System.Text;

namespace Lianxin.Core.Reports;

/// <summary>
/// Placeholders such as <c>{items-total}</c> in typed and generated text: the register knows the number, so nobody types it.
/// Braces around anything but a key are ordinary text.
/// </summary>
public static class Placeholders
{
    /// <summary>Keys named in a text, in order, with repetitions.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var keys = new List<string>();
        Walk(text, _ => { }, keys.Add);
        return keys;
    }

    /// <summary>Puts the values in; an unknown key stays visible as it was typed, and the checks report it.</summary>
    public static string Fill(string text, Func<string, string?> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var filled = new StringBuilder();
        Walk(text, part => filled.Append(part), key => filled.Append(value(key) ?? $"{{{key}}}"));
        return filled.ToString();
    }

    private static void Walk(string text, Action<string> onText, Action<string> onKey)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0)
                break;
            onText(text[at..open]);
            var key = text[(open + 1)..close];
            if (FigureKeys.IsKebab(key))
                onKey(key);
            else
                onText(text[open..(close + 1)]);
            at = close + 1;
        }

        onText(text[at..]);
    }
}
