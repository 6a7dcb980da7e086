using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization.Metadata;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.UseCases;

/// <summary>A page of a list.</summary>
/// <param name="Continuation">Leads on; null at the end.</param>
public sealed record LedgerPage<T>(IReadOnlyList<T> Rows, string? Continuation);

/// <summary>
/// Reads lists of a ledger page by page: years newest first, in each the range of one prefix, from where the page before ended. A page is
/// one range read of so many rows, whatever lies beside it.
/// </summary>
internal static class LedgerPages
{
    /// <param name="within">Years to look in; null for all that the book has.</param>
    /// <exception cref="InvalidContinuationException">The continuation is none of this list (400).</exception>
    public static async Task<LedgerPage<T>> ReadAsync<T>(
        ILedger ledger, string agency, string prefix, int top, string? continuation, JsonTypeInfo<T> type, CancellationToken cancellation,
        IReadOnlyList<int>? within = null)
    {
        var from = Read(continuation, prefix);
        var found = new List<T>(top);
        (int Year, string Key) last = default;
        foreach (var year in within ?? await ledger.YearsAsync(agency, cancellation))
        {
            if (from is { } start && year > start.Year)
            {
                continue;
            }

            // The row that ended the page before is read again and left out.
            var first = from is { } at && at.Year == year ? at.Key : prefix;
            await foreach (var row in ledger.RangeAsync(agency, year, first, LedgerKeys.After(prefix), top + 2, cancellation))
            {
                if (from is { } before && before.Year == year && string.Equals(row.Key, before.Key, StringComparison.Ordinal))
                {
                    continue;
                }

                if (found.Count == top)
                {
                    return new LedgerPage<T>(found, Write(last));
                }

                found.Add(LedgerText.Read(row, type));
                last = (year, row.Key);
            }
        }

        return new LedgerPage<T>(found, null);
    }

    /// <summary>Everything under a prefix, over the years that are asked for.</summary>
    public static async IAsyncEnumerable<T> AllAsync<T>(
        ILedger ledger,
        string agency,
        IEnumerable<int> years,
        string prefix,
        JsonTypeInfo<T> type,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in years)
        {
            await foreach (var row in ledger.RangeAsync(agency, year, prefix, LedgerKeys.After(prefix), 1000, cancellation))
            {
                yield return LedgerText.Read(row, type);
            }
        }
    }

    private static string Write((int Year, string Key) at) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.Year:D4}|{at.Key}")));

    private static (int Year, string Key)? Read(string? text, string prefix)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (text.Length <= 1024 && Base64Url.IsValid(text))
        {
            var plain = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
            if (plain.Length > 5 && plain[4] == '|'
                && int.TryParse(plain.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && plain[5..].StartsWith(prefix, StringComparison.Ordinal)
                && plain[5..].All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~'))
            {
                return (year, plain[5..]);
            }
        }

        throw new InvalidContinuationException("The continuation does not belong to this list.");
    }
}
