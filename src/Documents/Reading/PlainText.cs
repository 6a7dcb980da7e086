using System.Text;

namespace Lianxin.Documents.Reading;

/// <summary>Tells the encoding of a text file: UTF-8, UTF-16 by its mark, or GB18030, each read strictly.</summary>
public static class PlainText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Gb18030 =
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new PlatformNotSupportedException("GB18030");

    /// <summary>The text, or null where no encoding fits.</summary>
    public static string? TryDecode(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var span = bytes.AsSpan();
        try
        {
            if (span.StartsWith(Encoding.Unicode.Preamble) || span.StartsWith(Encoding.BigEndianUnicode.Preamble))
                return new UnicodeEncoding(bytes[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true).GetString(span[2..]);
            return Utf8.GetString(span.StartsWith(Encoding.UTF8.Preamble) ? span[3..] : span);
        }
        catch (DecoderFallbackException)
        {
            return TryGb18030(bytes);
        }
    }

    /// <summary>A text in the encoding of a file, with its mark where the file has one: what was GB18030 opens in the same programs as before.</summary>
    internal static byte[] EncodeLike(byte[] original, string text)
    {
        var span = original.AsSpan();
        if (span.StartsWith(Encoding.Unicode.Preamble))
            return [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
        if (span.StartsWith(Encoding.BigEndianUnicode.Preamble))
            return [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)];
        if (span.StartsWith(Encoding.UTF8.Preamble))
            return [.. Encoding.UTF8.Preamble, .. Utf8.GetBytes(text)];
        return IsUtf8(original) ? Utf8.GetBytes(text) : Gb18030.GetBytes(text);
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    internal static string Decode(byte[] bytes) => TryDecode(bytes) is { } text && !text.Contains('\0', StringComparison.Ordinal)
        ? text
        : throw new UnreadableFileException("invalid-encoding", "文件不是 UTF-8 或 GB18030 编码的文本，无法检查个人信息，请另存后再上传。");

    private static string? TryGb18030(byte[] bytes)
    {
        try
        {
            return Gb18030.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
