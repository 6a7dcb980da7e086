using System.Text;

namespace Lianxin.Functions.Input;

/// <summary>UTF-8 or nothing: a wrong byte is never replaced by a question mark.</summary>
internal static class StrictText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes, string place)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw InputFaultException.Encoding(place);
        }
    }

    /// <summary>Refuses a declared character set other than UTF-8.</summary>
    public static void RequireUtf8(string? charset, string place)
    {
        var name = charset?.Trim('"');
        if (!string.IsNullOrEmpty(name)
            && !name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            throw InputFaultException.Encoding(place);
        }
    }
}
