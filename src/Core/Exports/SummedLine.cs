using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Core.Exports;

/// <summary>A line of JSON that carries the SHA-256 of itself as its last property, so that a changed line is known among thousands.</summary>
public static class SummedLine
{
    private const string Key = ",\"sum\":\"";
    private const int Digits = 64;
    private const string End = "\"}";

    /// <param name="json">An object with at least one property.</param>
    public static string Seal(string json)
    {
        ArgumentException.ThrowIfNullOrEmpty(json);
        return string.Concat(json.AsSpan(0, json.Length - 1), Key, SumOf(json), End);
    }

    /// <summary>The JSON that was sealed; null when the line is not as it was written.</summary>
    public static string? Open(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var tail = Key.Length + Digits + End.Length;
        if (line.Length <= tail || !line.EndsWith(End, StringComparison.Ordinal) || !line.AsSpan(line.Length - tail).StartsWith(Key, StringComparison.Ordinal))
        {
            return null;
        }

        var json = string.Concat(line.AsSpan(0, line.Length - tail), "}");
        return line.AsSpan(line.Length - Digits - End.Length, Digits).SequenceEqual(SumOf(json)) ? json : null;
    }

    private static string SumOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}
