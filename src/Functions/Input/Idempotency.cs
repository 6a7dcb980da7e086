using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Access;

namespace Lianxin.Functions.Input;

/// <summary>Turns a caller's idempotency key into what is stored: never the key itself, and nobody else's.</summary>
public static class Idempotency
{
    /// <param name="route">The route template, so that the same key at another address is another key.</param>
    /// <returns>A hash in hexadecimal, lawful as a row key.</returns>
    public static string KeyHash(Actor actor, string route, string key)
    {
        ArgumentNullException.ThrowIfNull(actor);
        // A line feed cannot stand in a header, an account or a route, so the parts cannot run together.
        var scoped = string.Join('\n', actor.Agency, actor.Account, route, key);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scoped)));
    }
}
