using System.Collections.Concurrent;
using System.Globalization;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Microsoft.AspNetCore.Identity;

namespace Lianxin.Functions.Tests.Access;

/// <summary>Accounts under fences, as storage keeps them, with a hook for races.</summary>
internal sealed class AccountsInMemory : IAccountStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string, string), StoredAccount> rows = [];
    private int version;

    /// <summary>Runs once, before the next save is decided: another writer who is faster.</summary>
    public Action? BeforeSave { get; set; }

    public bool Away { get; set; }

    public int Saves { get; private set; }

    public int Finds { get; private set; }

    public ConcurrentQueue<Account> History { get; } = new();

    /// <summary>Puts an account there without asking.</summary>
    public Account Put(
        string name, Role role, string password = "right", string office = "office-1", string agency = "ligang", bool disabled = false)
    {
        var account = new Account(agency, name, "某" + name, role, office, Hash(password), Guid.NewGuid().ToString("N"), disabled, 0, null);
        Put(account);
        return account;
    }

    public void Put(Account account)
    {
        lock (gate)
            rows[(account.Agency, account.Name)] = new StoredAccount(account, NextFence());
    }

    public Account Read(string name, string agency = "ligang")
    {
        lock (gate)
            return rows[(agency, name)].Account;
    }

    public Task<StoredAccount?> FindAsync(string agency, string name, CancellationToken cancellation)
    {
        lock (gate)
        {
            Finds++;
            return Away
                ? throw new StorageUnavailableException("away")
                : Task.FromResult(rows.GetValueOrDefault((agency, name)));
        }
    }

    public Task<bool> SaveAsync(Account account, string? fence, CancellationToken cancellation)
    {
        var faster = BeforeSave;
        BeforeSave = null;
        faster?.Invoke();
        lock (gate)
        {
            if (rows.GetValueOrDefault((account.Agency, account.Name))?.Fence != fence)
                return Task.FromResult(false);
            Saves++;
            History.Enqueue(account);
            rows[(account.Agency, account.Name)] = new StoredAccount(account, NextFence());
            return Task.FromResult(true);
        }
    }

    public Task<IReadOnlyList<Account>> ListAsync(string agency, CancellationToken cancellation)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<Account>>([.. rows.Values.Select(r => r.Account).Where(a => a.Agency == agency)]);
    }

    private static string Hash(string password) => new Passwords(new PasswordHasher<Account>()).Hash(password);

    private string NextFence() => (++version).ToString(CultureInfo.InvariantCulture);
}
