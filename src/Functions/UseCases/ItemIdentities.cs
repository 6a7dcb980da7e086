using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// Ids of new items: <c>{agency}-{year}-{unique}</c>, the unique part being the machine's milliseconds and 40 random bits in Crockford's
/// base 32, so that ids sort by their making and two instances never meet.
/// </summary>
public sealed class ItemIdentities(TimeProvider machine)
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public NewItemIdentity New(string agency, int year) =>
        new($"{agency}-{year.ToString(CultureInfo.InvariantCulture)}-{Unique()}", year, "");

    private string Unique()
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        var chance = BitConverter.ToUInt64(random) & 0xFF_FFFF_FFFF;
        return Base32((ulong)machine.GetUtcNow().ToUnixTimeMilliseconds(), 10) + Base32(chance, 8);
    }

    private static string Base32(ulong value, int length) =>
        string.Create(length, value, static (span, rest) =>
        {
            for (var i = span.Length - 1; i >= 0; i--)
            {
                span[i] = Alphabet[(int)(rest & 31)];
                rest >>= 5;
            }
        });
}
