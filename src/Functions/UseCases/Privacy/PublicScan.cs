using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Privacy;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Privacy;

/// <summary>
/// The nightly scan of everything that is public (privacy-and-quality §4.6): texts and files, as readers get them. A pass goes on where the
/// run before ended, once a day, and says by item what it found.
/// </summary>
public sealed class PublicScan(IRegister register, IDocumentStore documents, FileReadings readings, BusinessClock business, TimeProvider machine)
{
    /// <summary>Items that are read between two writings of the state.</summary>
    private const int Step = 100;
    private const int MostPlaces = 20;
    private static readonly TimeSpan RunTime = TimeSpan.FromMinutes(4);
    private static readonly DateOnly First = new(1949, 10, 1);

    /// <summary>One run: at most some minutes; answers whether the pass is through.</summary>
    public async Task<bool> RunAsync(string agency, CancellationToken cancellation)
    {
        var started = machine.GetTimestamp();
        var (state, fence) = await ReadAsync(agency, cancellation);
        if (state.FinishedOn == business.Today)
        {
            return true;
        }

        if (state.Day != business.Today)
        {
            state = state with { Day = business.Today, Cursor = "", Scanned = 0 };
        }

        var ids = await IdsBehindAsync(agency, state.Cursor, cancellation);
        foreach (var chunk in ids.Chunk(Step))
        {
            foreach (var id in chunk)
            {
                state = await ScanAsync(id, state, cancellation);
            }

            if (await WriteAsync(agency, state, fence, cancellation) is not { } written)
            {
                // Another instance is at it.
                return false;
            }

            fence = written;
            if (machine.GetElapsedTime(started) > RunTime)
            {
                return false;
            }
        }

        return await WriteAsync(agency, state with { FinishedOn = state.Day }, fence, cancellation) is not null;
    }

    public async Task<SweepState> StateAsync(string agency, CancellationToken cancellation) => (await ReadAsync(agency, cancellation)).State;

    private async Task<List<string>> IdsBehindAsync(string agency, string cursor, CancellationToken cancellation)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var row in register.PublicationsAsync(agency, First, business.Today, cancellation))
        {
            if (string.CompareOrdinal(row.Id, cursor) > 0)
            {
                ids.Add(row.Id);
            }
        }

        return [.. ids];
    }

    private async Task<SweepState> ScanAsync(string id, SweepState state, CancellationToken cancellation)
    {
        var others = state.Found.Where(f => !string.Equals(f.Item, id, StringComparison.Ordinal));
        var found = await FindingAsync(id, cancellation);
        var before = state.Found.FirstOrDefault(f => string.Equals(f.Item, id, StringComparison.Ordinal));
        return state with
        {
            Cursor = id,
            Scanned = state.Scanned + 1,
            Found = found is null ? [.. others] : [.. others, found with { Since = before is { Since: var since } && since != default ? since : state.Day }],
        };
    }

    /// <summary>A public item with what is found in it now and nobody let pass, masked; null for one in which there is nothing (any more). Stored nowhere.</summary>
    public async Task<(Item Item, IReadOnlyList<PersonalDataFinding> Hard)?> LookAsync(string id, CancellationToken cancellation)
    {
        if (await register.FindAsync(id, cancellation) is not { Item: var item } || !Visibility.IsPublic(item))
        {
            return null;
        }

        var release = AttachmentRules.PublicOnly(item).Released!;
        var files = await readings.OfAsync(release.Content.Attachments, item.MaskProfile, cancellation);
        var hard = PrivacyGate.Findings(release.Content, item.MaskProfile, files).Where(f => f.Severity == PrivacySeverity.Hard).ToList();
        return hard.Count == 0 || (release.Version == item.Version && hard.Count <= item.PrivacyOverride?.Count) ? null : (item, hard);
    }

    private async Task<PublicFinding?> FindingAsync(string id, CancellationToken cancellation)
    {
        if (await LookAsync(id, cancellation) is not (var item, var hard))
        {
            return null;
        }

        return new PublicFinding(
            id,
            item.Released!.Version,
            hard.Count,
            [.. hard.Select(f => f.Kind).Distinct(StringComparer.Ordinal)],
            [.. hard.Select(f => f.Place).Distinct(StringComparer.Ordinal).Take(MostPlaces)]);
    }

    private async Task<(SweepState State, string? Fence)> ReadAsync(string agency, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Sealed, PathOf(agency), cancellation) is { } stored
            ? (JsonSerializer.Deserialize(stored.Bytes, ReadingJson.Default.SweepState) ?? SweepState.None, stored.Fence)
            : (SweepState.None, null);

    private Task<string?> WriteAsync(string agency, SweepState state, string? fence, CancellationToken cancellation) =>
        documents.TryPutAsync(
            Containers.Sealed, PathOf(agency), JsonSerializer.SerializeToUtf8Bytes(state, ReadingJson.Default.SweepState), "application/json", fence, cancellation);

    private static string PathOf(string agency) => $"privacy/{agency}-sweep.json";
}
