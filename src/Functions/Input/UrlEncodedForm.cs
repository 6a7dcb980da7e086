using System.Globalization;

namespace Lianxin.Functions.Input;

/// <summary>Reads <c>application/x-www-form-urlencoded</c>. The framework's own reader would replace bytes that are no UTF-8.</summary>
internal static class UrlEncodedForm
{
    public static List<KeyValuePair<string, string>> Parse(ReadOnlySpan<byte> body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var range in body.Split((byte)'&'))
        {
            var pair = body[range];
            if (pair.IsEmpty)
                continue;
            if (fields.Count == InputLimits.FormFields)
                throw InputFaultException.TooLarge("表单字段的数量");
            var equals = pair.IndexOf((byte)'=');
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? [] : pair[(equals + 1)..];
            fields.Add(new(Decode(name), Decode(value)));
        }

        return fields;
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                bytes[length++] = text[i] == '+' ? (byte)' ' : text[i];
                continue;
            }

            if (i + 2 >= text.Length || !IsHex(text.Slice(i + 1, 2), out bytes[length++]))
                throw InputFaultException.Form("表单编码有误。");
            i += 2;
        }

        return StrictText.Decode(bytes.AsSpan(0, length), "表单");
    }

    private static bool IsHex(ReadOnlySpan<byte> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
