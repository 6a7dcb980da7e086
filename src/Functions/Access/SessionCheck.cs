using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Lianxin.Functions.Access;

/// <summary>Asks on every request whether the session's account still is what it was at sign-in.</summary>
public sealed class SessionCheck(AccountCache accounts, TimeProvider machine) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var ticket = SessionTicket.Read(context.Principal);
        if (ticket is not null && await HolderAsync(ticket, context.HttpContext.RequestAborted) is { } account)
        {
            CurrentActor.Set(context.HttpContext, account, ticket);
            return;
        }

        if (ticket is not null)
            CurrentActor.Lose(context.HttpContext, ticket.Account);
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>The account, if the session still is its; null ends the session.</summary>
    private async Task<Account?> HolderAsync(SessionTicket ticket, CancellationToken cancellation)
    {
        if (machine.GetUtcNow() - ticket.OpenedAt > AccessServices.SessionLife)
            return null;
        var known = await accounts.FindAsync(ticket.Agency, ticket.Account, cancellation);
        if (Holds(known, ticket))
            return known;
        // What is known here may be a minute old, and the session newer: opened elsewhere after the password changed.
        var present = await accounts.ReadAsync(ticket.Agency, ticket.Account, cancellation);
        return Holds(present, ticket) ? present : null;
    }

    private static bool Holds(Account? account, SessionTicket ticket) =>
        account is { Disabled: false } && SameStamp(account.Stamp, ticket.Stamp) && !account.EndedSessions.Any(s => s.Id == ticket.Id);

    private static bool SameStamp(string present, string carried) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(present), Encoding.UTF8.GetBytes(carried));
}
