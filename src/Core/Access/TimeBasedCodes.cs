using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Core.Access;

/// <summary>
/// 动态验证码: the six digits that an authenticator app shows for half a minute (RFC 6238 with SHA-1, which is what every such app
/// knows). Takes the instant as an argument; the machine's clock decides, never the demo's.
/// </summary>
public static class TimeBasedCodes
{
    public const int Digits = 6;

    public const int SecretBytes = 20;

    private const int StepSeconds = 30;

    /// <summary>Steps before and after the present one that are accepted too: telephones do not keep time to the second.</summary>
    private const int Tolerance = 1;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The step that a code belongs to; null when it is wrong, or not newer than the last one that was accepted.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length != Digits || !code.All(char.IsAsciiDigit))
            return null;
        var present = now.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = present - Tolerance; step <= present + Tolerance; step++)
        {
            // All of them are compared, so that the time says nothing about the place.
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), Encoding.ASCII.GetBytes(code)) && step > lastStep)
                found = step;
        }

        return found;
    }

    /// <summary>The code of an instant.</summary>
    public static string CodeAt(ReadOnlySpan<byte> secret, DateTimeOffset at) => Code(secret, at.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>The secret as people type it into an app: base 32 in groups of four.</summary>
    public static string Spelled(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (bits, count, letters) = (0, 0, 0);
        foreach (var octet in secret)
        {
            bits = (bits << 8) | octet;
            count += 8;
            while (count >= 5)
            {
                count -= 5;
                if (letters > 0 && letters % 4 == 0)
                    text.Append(' ');
                text.Append(Base32[(bits >> count) & 31]);
                letters++;
            }

            bits &= (1 << count) - 1;
        }

        if (count > 0)
            text.Append(Base32[(bits << (5 - count)) & 31]);
        return text.ToString();
    }

    /// <summary>What an authenticator app reads from a QR code.</summary>
    public static string Address(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={Spelled(secret).Replace(" ", "", StringComparison.Ordinal)}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[20];
#pragma warning disable CA5350 // SHA-1 is what RFC 6238 and every authenticator app use; as a MAC it is sound.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var offset = mac[19] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[offset..]) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
