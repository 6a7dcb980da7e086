using System.Text;

namespace Lianxin.Functions.Tests.Fuzzing;

/// <summary>Values that readers of input have stumbled over.</summary>
internal static class Oddities
{
    private static readonly string[] Words =
    [
        "", " ", "null", "undefined", "0", "-1", "1e999", "9999999999999999999999", "NaN", "true", "2026-02-30", "9999-12-31", "0001-01-01", "2026-Q5", "0000-Q1",
        "../../etc/passwd", "..", ".", "a/b", "a\\b", "%00", "%2e%2e", "\u0000", "\u0007", "\t\r\n", "a\r\nX-Injected: 1", "\u202e倒着读", "\ufeff", "\ufffd", "👨‍👩‍👧‍👦", "𠮷", "é", "İi",
        "=cmd|' /C calc'!A0", "@SUM(1)", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}", "' OR '1'='1", "\"; DROP TABLE x;--", "ligang-", "ligang-2026-", "ligang/x", "*", "\"*\"",
        "http://169.254.169.254/", "file:///etc/passwd", "//evil.example", "javascript:alert(1)", "一", "２０２６", "٢٠٢٦",
    ];

    public static string Word(Random random) => random.Next(12) switch
    {
        0 => new string('长', random.Next(1, 6_000)),
        1 => new string('a', random.Next(1, 40)),
        _ => Words[random.Next(Words.Length)],
    };

    /// <summary>A piece of JSON text that is a value, whatever was asked for.</summary>
    public static string Json(Random random) => random.Next(12) switch
    {
        0 => "null",
        1 => "-0",
        2 => "1e400",
        3 => "123456789012345678901234567890",
        4 => "[]",
        5 => "{}",
        6 => "[null,{\"a\":[1]}]",
        7 => "\"\\ud800\"",
        8 => string.Concat(Enumerable.Repeat("[", 80)) + string.Concat(Enumerable.Repeat("]", 80)),
        9 => "true",
        10 => "{\"\":\"\",\"__proto__\":{},\"id\":1}",
        _ => System.Text.Json.JsonSerializer.Serialize(Word(random).Replace("\ud800", "", StringComparison.Ordinal)),
    };

    /// <summary>Text turned into bytes that may no longer be that text.</summary>
    public static byte[] Broken(Random random, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        switch (random.Next(8))
        {
            case 0:
                return bytes[..random.Next(bytes.Length + 1)];
            case 1 when bytes.Length > 0:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 2:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            case 3:
                return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)];
            case 4:
                return [.. bytes, .. bytes];
            case 5:
                return [0xC0, 0xAF, 0xFF, .. bytes];
            default:
                return bytes;
        }
    }
}
