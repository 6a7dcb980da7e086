using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Core.Audit;

/// <summary>SHA-256 over the parts of an event, each with its length before it, so that no two different events give the same text.</summary>
internal static class ChainHash
{
    public static string Of(IEnumerable<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    public static string Of(DateTimeOffset instant) => instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static IEnumerable<string> Of(IReadOnlyDictionary<string, string> details) =>
        details.OrderBy(d => d.Key, StringComparer.Ordinal).SelectMany(d => new[] { d.Key, d.Value });
}
