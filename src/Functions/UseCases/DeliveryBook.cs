using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Notices;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases;

/// <param name="Year">Year of the partition.</param>
public sealed record StoredDelivery(NoticeDelivery Delivery, int Year, string Fence);

/// <param name="Person">Key of the person; null for all. Applied to the rows that are read.</param>
/// <param name="Office">The only office whose rows may be seen; null for all.</param>
public sealed record DeliveryQuery(string Agency, DeliveryState? State, string? Person, string? Office, int Top, string? Continuation);

public sealed record DeliveryRows(IReadOnlyList<NoticeDelivery> Rows, string? Continuation);

/// <summary>
/// The ledger of notices. In the partition of the digest's year: <c>digest-{id}</c> what is said, <c>delivery-{id}</c> each way out,
/// <c>by-{rank}-{days before the end of time}-{id}</c> the same as a list with what failed first and the newest first,
/// <c>due-{seconds}-{id}</c> what the sweep has to look at and when, <c>told-{kind}</c> the last day that was told to the end.
/// </summary>
public sealed class DeliveryBook(ILedgers ledgers, OutboxDispatcher outbox)
{
    /// <summary>Rows that one page reads at most: with a rare filter it may be short.</summary>
    private const int MostRead = 1000;

    private const int LastDay = 99_999_999;
    private static readonly DeliveryState[] Order = [DeliveryState.GivenUp, DeliveryState.Failed, DeliveryState.Waiting, DeliveryState.DeskOnly, DeliveryState.Sent];

    private ILedger Ledger => ledgers.Deliveries;

    /// <summary>
    /// Writes a digest with its deliveries and their messages in one transaction, and sends the messages as far as the queue can be
    /// reached. False when the digest was there already.
    /// </summary>
    public async Task<bool> OpenAsync(Digest digest, IReadOnlyList<NoticeDelivery> deliveries, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(deliveries);
        var (agency, year) = (digest.Agency, digest.Day.Year);
        if (await Ledger.FindAsync(agency, year, DigestKey(digest.Id), cancellation) is not null)
            return false;
        var changes = new List<LedgerChange> { LedgerChange.Save(DigestKey(digest.Id), JsonSerializer.Serialize(digest, NoticeTexts.Plain.Digest), null) };
        foreach (var delivery in deliveries)
            changes.AddRange(Changes(null, delivery, null));
        return await CommitAsync(new LedgerCommit(agency, year, changes, [.. deliveries.Where(IsToSend).Select(d => Message(agency, d))]), cancellation) is not null;
    }

    /// <summary>Null when there is none.</summary>
    public async Task<StoredDelivery?> FindAsync(string agency, string id, CancellationToken cancellation) =>
        NoticeDelivery.YearOf(agency, id) is { } year && await Ledger.FindAsync(agency, year, DeliveryKey(id), cancellation) is { } row
            ? new StoredDelivery(Read(row), year, row.Fence)
            : null;

    public async Task<Digest?> DigestAsync(string agency, NoticeDelivery delivery, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return await Ledger.FindAsync(agency, delivery.Day.Year, DigestKey(delivery.Digest), cancellation) is { } row
            ? JsonSerializer.Deserialize(row.Text, NoticeTexts.Plain.Digest)
            : null;
    }

    /// <summary>Replaces a delivery under its fence, with its index rows and, where <paramref name="send"/> says so, a message. Null when the race was lost.</summary>
    public async Task<StoredDelivery?> SaveAsync(string agency, StoredDelivery before, NoticeDelivery after, bool send, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var commit = new LedgerCommit(agency, before.Year, Changes(before.Delivery, after, before.Fence), send ? [Message(agency, after)] : []);
        return await CommitAsync(commit, cancellation) is { } fence ? new StoredDelivery(after, before.Year, fence) : null;
    }

    /// <summary>Deliveries whose instant has come, over all years, the longest waiting first in each.</summary>
    public async IAsyncEnumerable<StoredDelivery> DueAsync(
        string agency, DateTimeOffset now, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await Ledger.YearsAsync(agency, cancellation))
        {
            await foreach (var row in Ledger.RangeAsync(agency, year, "due-", $"due-{Seconds(now.AddSeconds(1))}", 200, cancellation))
            {
                if (await FindAsync(agency, row.Text, cancellation) is { } stored)
                    yield return stored;
            }
        }
    }

    /// <exception cref="InvalidContinuationException">The continuation is none of this list.</exception>
    public async Task<DeliveryRows> ListAsync(DeliveryQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var years = await Ledger.YearsAsync(query.Agency, cancellation);
        DeliveryState[] states = query.State is { } only ? [only] : Order;
        var start = query.Continuation is null ? null : Place.Read(query.Continuation);
        var rows = new List<NoticeDelivery>();
        var read = 0;
        Place? last = null;
        foreach (var (rank, year) in states.SelectMany(s => years.Select(y => (Rank: Rank(s), Year: y))).Where(s => start?.IsAfter(s.Rank, s.Year) != true))
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"by-{rank}-");
            var from = start is { } place && place.Rank == rank && place.Year == year ? prefix + place.Rest + "." : prefix;
            await foreach (var row in Ledger.RangeAsync(query.Agency, year, from, LedgerKeys.After(prefix), query.Top + 1, cancellation))
            {
                if (rows.Count == query.Top || read == MostRead)
                    return new DeliveryRows(rows, last!.ToString());
                read++;
                last = new Place(rank, year, row.Key[prefix.Length..]);
                var delivery = Read(row);
                if ((query.Person is null || query.Person == delivery.Person) && (query.Office is null || query.Office == delivery.Office))
                    rows.Add(delivery);
            }
        }

        return new DeliveryRows(rows, null);
    }

    /// <summary>How many have failed or were given up: one range of small rows per year.</summary>
    public async Task<int> TroubledAsync(string agency, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var year in await Ledger.YearsAsync(agency, cancellation))
        {
            await foreach (var row in Ledger.RangeAsync(
                agency, year, $"by-{Rank(DeliveryState.GivenUp)}-", LedgerKeys.After($"by-{Rank(DeliveryState.Failed)}-"), 1000, cancellation))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>The last business day that was told to the end; null when none ever was.</summary>
    public async Task<DateOnly?> LastToldAsync(string agency, DigestKind kind, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(kind);
        foreach (var year in await Ledger.YearsAsync(agency, cancellation))
        {
            if (await Ledger.FindAsync(agency, year, "told-" + kind.Code, cancellation) is { } row)
                return DateOnly.ParseExact(row.Text, "O", CultureInfo.InvariantCulture);
        }

        return null;
    }

    /// <summary>Never goes back: a sweep that finishes late leaves the later day.</summary>
    public async Task MarkToldAsync(string agency, DigestKind kind, DateOnly day, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var key = "told-" + kind.Code;
        while (true)
        {
            var row = await Ledger.FindAsync(agency, day.Year, key, cancellation);
            if (row is not null && DateOnly.ParseExact(row.Text, "O", CultureInfo.InvariantCulture) >= day)
                return;
            var change = LedgerChange.Save(key, day.ToString("O", CultureInfo.InvariantCulture), row?.Fence);
            if (await CommitAsync(new LedgerCommit(agency, day.Year, [change], []), cancellation) is not null)
                return;
        }
    }

    /// <summary>Reads the address of a message: <c>{agency}/{id of the delivery}</c>.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static (string Agency, string Id) ReadSubject(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Split('/') is [var agency, var id] && NoticeDelivery.YearOf(agency, id) is not null
            ? (agency, id)
            : throw new FormatException($"'{subject}' names no delivery.");
    }

    private async Task<string?> CommitAsync(LedgerCommit commit, CancellationToken cancellation)
    {
        if (await Ledger.CommitAsync(commit, cancellation) is not LedgerOutcome.Committed committed)
            return null;
        await outbox.DispatchAsync(Ledger, commit.Messages, committed.OutboxKeys, cancellation);
        return committed.Fence;
    }

    private static List<LedgerChange> Changes(NoticeDelivery? before, NoticeDelivery after, string? fence)
    {
        var text = JsonSerializer.Serialize(after, NoticeTexts.Plain.NoticeDelivery);
        var changes = new List<LedgerChange> { LedgerChange.Save(DeliveryKey(after.Id), text, fence), LedgerChange.Put(ByKey(after), text) };
        if (before is not null && ByKey(before) != ByKey(after))
            changes.Add(LedgerChange.Delete(ByKey(before)));
        if (after.NextTryAt is { } next)
            changes.Add(LedgerChange.Put(DueKey(next, after.Id), after.Id));
        if (before?.NextTryAt is { } past && (after.NextTryAt is null || DueKey(past, before.Id) != DueKey(after.NextTryAt.Value, after.Id)))
            changes.Add(LedgerChange.Delete(DueKey(past, before.Id)));
        return changes;
    }

    private static bool IsToSend(NoticeDelivery delivery) => delivery.State == DeliveryState.Waiting;

    private static OutboxMessage Message(string agency, NoticeDelivery delivery) => new("notification", "send-notice", $"{agency}/{delivery.Id}", delivery.Version);

    private static NoticeDelivery Read(LedgerRow row) =>
        JsonSerializer.Deserialize(row.Text, NoticeTexts.Plain.NoticeDelivery) ?? throw new InvalidOperationException($"{row.Key} holds no delivery.");

    private static string DigestKey(string id) => "digest-" + id;

    private static string DeliveryKey(string id) => "delivery-" + id;

    private static string ByKey(NoticeDelivery delivery)
    {
        var day = (delivery.Day.Year * 10_000) + (delivery.Day.Month * 100) + delivery.Day.Day;
        return string.Create(CultureInfo.InvariantCulture, $"by-{Rank(delivery.State)}-{LastDay - day:D8}-{delivery.Id}");
    }

    private static string DueKey(DateTimeOffset instant, string id) => $"due-{Seconds(instant)}-{id}";

    private static string Seconds(DateTimeOffset instant) => instant.ToUnixTimeSeconds().ToString("D11", CultureInfo.InvariantCulture);

    private static int Rank(DeliveryState state) => Array.IndexOf(Order, state) + 1;

    /// <summary>Where a page ended: rank, year and the rest of the row's key.</summary>
    private sealed record Place(int Rank, int Year, string Rest)
    {
        /// <summary>True when that segment of the list was before this place.</summary>
        public bool IsAfter(int rank, int year) => rank < Rank || (rank == Rank && year > Year);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rank}.{Year}.{Rest}");

        public static Place Read(string text)
        {
            var parts = text.Split('.', 3);
            return parts.Length == 3
                && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
                && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && rank >= 1 && rank <= Order.Length && parts[2].Length is > 0 and < 300 && parts[2].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
                ? new Place(rank, year, parts[2])
                : throw new InvalidContinuationException("No place of this list.");
        }
    }
}
