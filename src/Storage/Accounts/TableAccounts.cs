using Azure.Data.Tables;
using Lianxin.Core.Access;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Accounts;

/// <summary>Table <c>accounts</c>: one partition per agency, one row per account.</summary>
internal sealed class TableAccounts(TableAccess table, DocumentColumns documents) : IAccountStore
{
    /// <summary>Names come from a sign-in form: one that cannot be a key is simply unknown.</summary>
    public async Task<StoredAccount?> FindAsync(string agency, string name, CancellationToken cancellation) =>
        KeyText.TryEscape(agency) is { } partition && KeyText.TryEscape(name) is { } key &&
        await table.FindAsync(partition, key, cancellation) is { } row
            ? new StoredAccount(await documents.ReadAsync(row, Json.Plain.Account, cancellation), row.ETag.ToString())
            : null;

    public async Task<bool> SaveAsync(Account account, string? fence, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        var row = new TableEntity(KeyText.Escape(account.Agency), KeyText.Escape(account.Name));
        await documents.WriteAsync(row, account, Json.Plain.Account, cancellation);
        return await table.SaveAsync(row, fence, cancellation) is not null;
    }

    public async Task<IReadOnlyList<Account>> ListAsync(string agency, CancellationToken cancellation)
    {
        var accounts = new List<Account>();
        if (KeyText.TryEscape(agency) is { } partition)
        {
            await foreach (TableEntity row in table.RangeAsync(partition, KeyRange.All, 1000, cancellation))
            {
                accounts.Add(await documents.ReadAsync(row, Json.Plain.Account, cancellation));
            }
        }

        return accounts;
    }
}
