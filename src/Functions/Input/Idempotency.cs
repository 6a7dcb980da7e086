using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.Input;

/// <summary>Turns a caller's idempotency key into what is stored: never the key itself, and nobody else's.</summary>
public static class Idempotency
{
    /// <summary>The same form sent twice within this time counts once; forms carry no key of their own.</summary>
    private static readonly TimeSpan FormWindow = TimeSpan.FromMinutes(10);

    /// <summary>The receipt that makes a repeated post answer as the first time; null for JSON without a key.</summary>
    /// <param name="now">Machine instant.</param>
    /// <param name="variant">What else makes two posts of the same fields different, for example that one is a draft.</param>
    public static CommandReceipt? ReceiptOf(HttpContext context, PostedInput posted, Actor by, string route, DateTimeOffset now, string variant = "")
    {
        ArgumentNullException.ThrowIfNull(posted);
        var body = posted.BodyHash + variant;
        if (posted.IdempotencyKey is { } key)
        {
            return new CommandReceipt(KeyHash(by, route, key), body, "", now);
        }

        return posted.IsForm
            ? new CommandReceipt(KeyHash(by, route, $"form {ClientAddress.Of(context)} {body}"), body, "", now, now - FormWindow)
            : null;
    }

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
