using Lianxin.Core.Access;

namespace Lianxin.Storage.Memory;

/// <summary>Accounts in memory.</summary>
public sealed class InMemoryAccounts : IAccountStore
{
    private readonly FencedMap<(string Agency, string Name), Account> _accounts = new();

    public Task<StoredAccount?> FindAsync(string agency, string name, CancellationToken cancellation) =>
        Task.FromResult(_accounts.Find((agency, name)) is { } found ? new StoredAccount(found.Value, found.Fence) : null);

    public Task<bool> SaveAsync(Account account, string? fence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        return Task.FromResult(_accounts.TryPut((account.Agency, account.Name), account, fence) is not null);
    }

    public Task<IReadOnlyList<Account>> ListAsync(string agency, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Account>>(
            [.. _accounts.All.Where(a => a.Key.Agency == agency).OrderBy(a => a.Key.Name, StringComparer.Ordinal).Select(a => a.Value.Value)]);
}
