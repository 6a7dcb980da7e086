using System.Text;
using System.Text.RegularExpressions;

namespace Lianxin.Functions.Channels;

/// <summary>Reads the bytes of a page as text: the mark at the beginning, the header, the page's own word, in this order; else UTF-8.</summary>
public static partial class CountyCharset
{
    private const int LookedAt = 2048;

    /// <summary>GB18030 reads all that GB2312 and GBK wrote; older pages name the older standards.</summary>
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static string Decode(byte[] bytes, string? header)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble))
        {
            return Encoding.UTF8.GetString(bytes.AsSpan(Encoding.UTF8.Preamble.Length));
        }

        var named = header?.Trim('"', '\'', ' ') is { Length: > 0 } said ? said : Meta().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(LookedAt, bytes.Length))).Groups[1].Value;
        return (named.ToUpperInvariant() is "GB18030" or "GBK" or "GB2312" or "GB_2312-80" or "X-GBK" ? Gb18030 : Encoding.UTF8).GetString(bytes);
    }

    [GeneratedRegex("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_-]{1,30})", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();
}
