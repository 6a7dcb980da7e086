using System.Security.Cryptography;

namespace Lianxin.Storage.Keys;

/// <summary>ULID: 48 bits of milliseconds, 80 bits of chance, in 26 characters that sort by time. One source never goes back.</summary>
internal sealed class Ulid(TimeProvider machine)
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private readonly Lock _lock = new();
    private UInt128 _last;

    public string Next()
    {
        var milliseconds = (UInt128)(ulong)machine.GetUtcNow().ToUnixTimeMilliseconds() << 80;
        lock (_lock)
        {
            // Within a millisecond, and while a clock that was set back catches up, the order is kept by counting on.
            _last = milliseconds > _last ? milliseconds | Chance() : _last + 1;
            return Write(_last);
        }
    }

    /// <summary>Sorts before every ULID of this millisecond and after every one of those before.</summary>
    public static string FirstOf(DateTimeOffset instant) => Write((UInt128)(ulong)Math.Max(0, instant.ToUnixTimeMilliseconds()) << 80);

    public static DateTimeOffset TimeOf(string ulid)
    {
        long milliseconds = 0;
        foreach (char digit in ulid.AsSpan(0, 10))
        {
            milliseconds = (milliseconds << 5) | (long)Digits.IndexOf(digit, StringComparison.Ordinal);
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    private static string Write(UInt128 value) => string.Create(26, value, static (text, rest) =>
    {
        for (int i = text.Length - 1; i >= 0; i--)
        {
            text[i] = Digits[(int)(rest & 31)];
            rest >>= 5;
        }
    });

    private static UInt128 Chance()
    {
        Span<byte> bytes = stackalloc byte[10];
        RandomNumberGenerator.Fill(bytes);
        UInt128 value = 0;
        foreach (byte b in bytes)
        {
            value = (value << 8) | b;
        }

        // The highest bit stays clear, so that counting on cannot reach into the milliseconds.
        return value >> 1;
    }
}
