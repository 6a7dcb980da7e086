using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Anchors;

/// <summary>
/// The book of daily anchors: one blob for each agency and day, written once and chained to the one before (decision record 26).
/// A day on which nothing ran is covered by the next anchor, which says so; what a past day's heads were cannot be known afterwards.
/// </summary>
public sealed class AnchorBook(IRegister register, ILedgers ledgers, IDocumentStore documents, BusinessClock business, TimeProvider machine)
{
    private const string MediaType = "application/json";

    /// <summary>Makes the anchor of yesterday (China Standard Time) where there is none; safe to repeat and to run twice at once. Null when nothing was due.</summary>
    public async Task<DailyAnchor?> MakeDueAsync(string agency, CancellationToken cancellation)
    {
        var day = business.Today.AddDays(-1);
        var last = await LatestAsync(agency, cancellation);
        if (last?.Day >= day)
        {
            return null;
        }

        var known = await KnownAsync(agency, last, cancellation);
        var present = await HeadsAsync(agency, cancellation).ToListAsync(cancellation);
        if (known.Count + present.Count == 0)
        {
            return null;
        }

        var record = Core.Audit.Anchors.Next(agency, day, machine.GetUtcNow(), last, known, present);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(record, AnchorJson.Default.AnchorRecord);
        if (await documents.TryPutAsync(Containers.Anchors, NameOf(agency, day), bytes, MediaType, null, cancellation) is null)
        {
            return null;
        }

        var lost = Core.Audit.Anchors.Lost(known, present).Select(l => l.Anchored.Subject).ToList();
        var fold = new AnchorFold(record.Anchor, [.. Core.Audit.Anchors.Fold(known, record.Changed).Values], lost);
        await documents.PutAsync(Containers.Sealed, FoldOf(agency), JsonSerializer.SerializeToUtf8Bytes(fold, AnchorJson.Default.AnchorFold), MediaType, cancellation);
        return record.Anchor;
    }

    /// <summary>The newest anchor, or null before the first.</summary>
    public async Task<DailyAnchor?> LatestAsync(string agency, CancellationToken cancellation) =>
        await ListAsync(agency, null, 1, cancellation) is [var newest, ..] ? newest : null;

    /// <summary>
    /// The first anchor that holds an event; null while there is none. Anchors are made in the order of their days. The first one after the
    /// event's instant may have been reading while the event was written: then the next one has it.
    /// </summary>
    /// <param name="subject">As in the anchors, <c>items/{id}</c>.</param>
    /// <param name="recordedAt">Machine instant of the event.</param>
    public async Task<DailyAnchor?> CoveringAsync(string agency, string subject, int number, DateTimeOffset recordedAt, CancellationToken cancellation)
    {
        var names = await documents.NamesAsync(Containers.Anchors, agency + "/", cancellation);
        var (low, high) = (0, names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((await ReadAsync(names[middle], cancellation)).Anchor.MadeAt > recordedAt)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        for (; low < names.Count; low++)
        {
            var record = await ReadAsync(names[low], cancellation);
            if (record.Changed.Any(c => c.Subject == subject && c.Events >= number))
            {
                return record.Anchor;
            }
        }

        return null;
    }

    /// <summary>The newest anchor as it is printed; null before the first.</summary>
    public async Task<string?> ShortAsync(string agency, CancellationToken cancellation) =>
        await LatestAsync(agency, cancellation) is { } last ? Core.Audit.Anchors.Printed(last) : null;

    /// <summary>Anchors of days before <paramref name="before"/> (null: all), newest first.</summary>
    public async Task<IReadOnlyList<DailyAnchor>> ListAsync(string agency, DateOnly? before, int top, CancellationToken cancellation)
    {
        var end = before is { } day ? NameOf(agency, day) : null;
        var names = (await documents.NamesAsync(Containers.Anchors, agency + "/", cancellation))
            .Where(n => end is null || string.CompareOrdinal(n, end) < 0).Reverse().Take(top);
        var anchors = new List<DailyAnchor>();
        foreach (var name in names)
        {
            anchors.Add((await ReadAsync(name, cancellation)).Anchor);
        }

        return anchors;
    }

    /// <summary>Subjects whose chains were shorter or other at the last run than the anchors before it say.</summary>
    public async Task<IReadOnlyList<string>> LostAsync(string agency, CancellationToken cancellation) =>
        (await FoldAsync(agency, cancellation))?.Lost ?? [];

    /// <summary>The same as the register is now, whatever the last run saw: for the check after a crash.</summary>
    public async Task<IReadOnlyList<LostHead>> LostNowAsync(string agency, CancellationToken cancellation)
    {
        var known = await KnownAsync(agency, await LatestAsync(agency, cancellation), cancellation);
        return known.Count == 0 ? [] : Core.Audit.Anchors.Lost(known, await HeadsAsync(agency, cancellation).ToListAsync(cancellation));
    }

    /// <summary>The ends of all chains of an agency, all years.</summary>
    public async IAsyncEnumerable<ChainHead> HeadsAsync(string agency, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var year in await register.YearsAsync(agency, cancellation))
        {
            await foreach (var head in register.HeadsAsync(agency, year, cancellation))
            {
                yield return head with { Subject = "items/" + head.Subject };
            }
        }

        await foreach (var piece in LedgerPages.AllAsync(
            ledgers.Feedback, agency, await ledgers.Feedback.YearsAsync(agency, cancellation), FeedbackKeys.Piece(""), LedgerText.Plain.FeedbackPiece, cancellation))
        {
            yield return HeadOf("feedback/" + piece.Id, piece.Steps);
        }

        await foreach (var one in LedgerPages.AllAsync(
            ledgers.Cases, agency, await ledgers.Cases.YearsAsync(agency, cancellation), CaseBook.CasePrefix, LedgerText.Plain.LianxinCase, cancellation))
        {
            yield return HeadOf("cases/" + one.Id, one.Steps);
        }
    }

    private static ChainHead HeadOf(string subject, IReadOnlyList<StepEvent> steps) => new(subject, steps.Count, steps.Count == 0 ? "" : steps[^1].Hash);

    private static string NameOf(string agency, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{agency}/{day:yyyy-MM-dd}.json");

    private static string FoldOf(string agency) => $"anchors/{agency}.json";

    private async Task<IReadOnlyDictionary<string, ChainHead>> KnownAsync(string agency, DailyAnchor? last, CancellationToken cancellation)
    {
        if (last is null)
        {
            return new Dictionary<string, ChainHead>(StringComparer.Ordinal);
        }

        if (await FoldAsync(agency, cancellation) is { } fold && string.Equals(fold.Last.Hash, last.Hash, StringComparison.Ordinal))
        {
            return fold.Heads.ToDictionary(h => h.Subject, StringComparer.Ordinal);
        }

        IReadOnlyDictionary<string, ChainHead> known = new Dictionary<string, ChainHead>(StringComparer.Ordinal);
        foreach (var name in await documents.NamesAsync(Containers.Anchors, agency + "/", cancellation))
        {
            known = Core.Audit.Anchors.Fold(known, (await ReadAsync(name, cancellation)).Changed);
        }

        return known;
    }

    private async Task<AnchorFold?> FoldAsync(string agency, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Sealed, FoldOf(agency), cancellation) is { } stored
            ? JsonSerializer.Deserialize(stored.Bytes, AnchorJson.Default.AnchorFold)
            : null;

    private async Task<AnchorRecord> ReadAsync(string name, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Anchors, name, cancellation) is { } stored
            && JsonSerializer.Deserialize(stored.Bytes, AnchorJson.Default.AnchorRecord) is { } record
                ? record
                : throw new InvalidOperationException($"Anchor {name} is gone.");
}
