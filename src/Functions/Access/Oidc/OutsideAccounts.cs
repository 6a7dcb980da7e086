using System.Collections.Concurrent;
using Lianxin.Core;
using Lianxin.Core.Access;

namespace Lianxin.Functions.Access.Oidc;

/// <summary>Finds, binds and links the accounts of people whom an issuer vouches for.</summary>
public sealed class OutsideAccounts(IAccountStore accounts, AccountCache cache, AccountWriter writer, LianxinOptions options, TimeProvider machine)
{
    /// <summary>Bound subjects as they were up to a minute ago: programs call with a token each time. Only tokens that hold come here.</summary>
    private readonly ConcurrentDictionary<(string Issuer, string Subject), (string Account, DateTimeOffset Until)> bound = new();

    /// <summary>The usable account of a person, bound to their subject from now on.</summary>
    public async Task<Decision<Account>> OpenAsync(OutsidePerson person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var issuer = person.Provider.IssuerName;
        var all = await accounts.ListAsync(options.Agency, cancellation);
        if (OutsideIdentities.Find(all, issuer, person.Subject, person.Name) is not { Disabled: false } found)
            return OutsideIdentities.NoAccount;
        if (OutsideIdentities.Of(found, issuer)?.Subject is not null)
        {
            cache.Remember(found);
            return found;
        }

        return await writer.WriteAsync(
            CurrentActor.Of(found),
            found.Name,
            account => Task.FromResult(account.Disabled ? OutsideIdentities.NoAccount : OutsideIdentities.Bind(account, issuer, person.Subject, person.Name, machine.GetUtcNow())),
            cancellation);
    }

    /// <summary>The same for a call with a token, from what is known where that suffices.</summary>
    public async Task<Decision<Account>> FindAsync(OutsidePerson person, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(person);
        var key = (person.Provider.IssuerName, person.Subject);
        if (bound.TryGetValue(key, out var known) && known.Until > machine.GetUtcNow()
            && await cache.FindAsync(options.Agency, known.Account, cancellation) is { Disabled: false } account
            && OutsideIdentities.Of(account, person.Provider.IssuerName)?.Subject == person.Subject)
        {
            return account;
        }

        var opened = await OpenAsync(person, cancellation);
        if (opened.Accepted)
            bound[key] = (opened.Value.Name, machine.GetUtcNow() + AccountCache.Lifetime);
        else
            bound.TryRemove(key, out _);
        return opened;
    }

    /// <summary>The administrator says who somebody is to an issuer.</summary>
    public async Task<Decision<Account>> LinkAsync(Actor by, string name, OidcProvider provider, string? outsideName, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(provider);
        return await writer.WriteAsync(
            by,
            name,
            async account => OutsideIdentities.Link(
                account, await accounts.ListAsync(by.Agency, cancellation), provider.IssuerName, provider.Title, outsideName, AccountWriter.Stamp(), by, machine.GetUtcNow()),
            cancellation);
    }
}
