using System.Collections.Concurrent;
using Lianxin.Core.Access;

namespace Lianxin.Functions.Access;

/// <summary>
/// Accounts as they were up to a minute ago, so that not every request of a session reads storage. A disabled account or a
/// changed password therefore ends its sessions within that minute on every instance.
/// </summary>
public sealed class AccountCache(IAccountStore accounts, TimeProvider machine)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    // Keys come from protected tickets only, so there are never more than the agency has accounts.
    private readonly ConcurrentDictionary<(string Agency, string Name), (Account? Account, DateTimeOffset Until)> known = new();

    public async Task<Account?> FindAsync(string agency, string name, CancellationToken cancellation)
    {
        if (known.TryGetValue((agency, name), out var entry) && machine.GetUtcNow() < entry.Until)
            return entry.Account;
        return await ReadAsync(agency, name, cancellation);
    }

    /// <summary>The account as storage has it now.</summary>
    public async Task<Account?> ReadAsync(string agency, string name, CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var account = (await accounts.FindAsync(agency, name, cancellation))?.Account;
        known[(agency, name)] = (account, now + Lifetime);
        return account;
    }

    /// <summary>Takes over what was just read or written here.</summary>
    public void Remember(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        known[(account.Agency, account.Name)] = (account, machine.GetUtcNow() + Lifetime);
    }
}
