using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Ledgers;

/// <summary>What every ledger lays out alike: partitions as in the register, outbox rows under the register's own keys.</summary>
internal static class LedgerPartitions
{
    private const string OutboxPrefix = "outbox-";

    /// <summary>Null for an agency or a year that no ledger can have: such an address has no rows.</summary>
    public static string? TryOf(string agency, int year) =>
        ItemId.IsAgency(agency) && year is > 0 and < 10_000 ? RegisterKeys.Partition(agency, year) : null;

    /// <exception cref="ArgumentException">The key is none, or would hide among the outbox rows.</exception>
    public static string Checked(string key) =>
        KeyText.IsKey(key) && !key.StartsWith(OutboxPrefix, StringComparison.Ordinal)
            ? key
            : throw new ArgumentException($"'{key}' is no key of a ledger.", nameof(key));
}
