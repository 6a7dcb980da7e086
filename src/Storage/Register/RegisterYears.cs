using System.Collections.Concurrent;
using System.Globalization;
using Azure.Data.Tables;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Tables;

namespace Lianxin.Storage.Register;

/// <summary>Which years an agency's register has, or one of its ledgers. A year is written before its first commit, so that no row lies in a year nobody knows.</summary>
/// <param name="ledger">Name of the ledger; null for the register itself.</param>
internal sealed class RegisterYears(TableAccess table, string? ledger = null)
{
    private readonly ConcurrentDictionary<(string Agency, int Year), bool> _written = new();

    public async Task EnsureAsync(string agency, int year, CancellationToken cancellation)
    {
        if (_written.ContainsKey((agency, year)))
        {
            return;
        }

        await table.AddAsync(new TableEntity(Partition(agency), year.ToString("D4", CultureInfo.InvariantCulture)), cancellation);
        _written[(agency, year)] = true;
    }

    /// <summary>Newest first; read anew each time, because another process may have begun one.</summary>
    public async Task<IReadOnlyList<int>> AllAsync(string agency, CancellationToken cancellation)
    {
        if (!ItemId.IsAgency(agency))
        {
            return [];
        }

        var years = new List<int>();
        await foreach (TableEntity row in table.RangeAsync(Partition(agency), KeyRange.All, 1000, cancellation))
        {
            years.Add(int.Parse(row.RowKey, CultureInfo.InvariantCulture));
        }

        years.Reverse();
        return years;
    }

    // Escaped text holds no hyphen, so an agency's own years and those of its ledgers never meet.
    private string Partition(string agency) => ledger is null ? KeyText.Escape(agency) : $"{KeyText.Escape(agency)}-{ledger}";
}
