using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.Access;

/// <summary>
/// Hashes under a key of this installation: an address that is counted, or an id that a receipt code is made of, cannot be found again
/// by trying them all, as with a plain hash it could. The key is made once and kept beside those of the sessions.
/// </summary>
public sealed class KeyedHashes(IDocumentStore documents)
{
    private const string Name = "feedback.key";
    private const int KeyBytes = 32;
    private byte[]? known;

    /// <summary>32 bytes; the same for the same purpose and text on every instance.</summary>
    public async Task<byte[]> OfAsync(string purpose, string text, CancellationToken cancellation)
    {
        known ??= await KeyAsync(cancellation);
        return HMACSHA256.HashData(known, Encoding.UTF8.GetBytes($"{purpose}\n{text}"));
    }

    /// <summary>An address in hexadecimal. Of an IPv6 address the network alone counts: a household has one, and addresses without end in it.</summary>
    public async Task<string> OfAddressAsync(string address, CancellationToken cancellation) =>
        Convert.ToHexStringLower(await OfAsync("address", Network(address), cancellation))[..32];

    private static string Network(string address)
    {
        if (!IPAddress.TryParse(address, out var read))
        {
            return address;
        }

        read = read.IsIPv4MappedToIPv6 ? read.MapToIPv4() : read;
        return read.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(read.GetAddressBytes()[..8]) : read.ToString();
    }

    private async Task<byte[]> KeyAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (await documents.FindAsync(Containers.Keys, Name, cancellation) is { } stored)
            {
                return stored.Bytes;
            }

            // Of two instances that start at once, one writes and both read.
            await documents.TryPutAsync(Containers.Keys, Name, RandomNumberGenerator.GetBytes(KeyBytes), "application/octet-stream", null, cancellation);
        }
    }
}
