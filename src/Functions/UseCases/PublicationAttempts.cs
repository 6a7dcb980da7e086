using System.Text.Json;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Http.Views;

namespace Lianxin.Functions.UseCases;

/// <summary>How often the sweep has sent an item to be published.</summary>
/// <param name="Due">The day it waits for: a party-first item has two.</param>
/// <param name="NextAt">Machine instant before which it is not sent again.</param>
public sealed record PublicationAttempt(string Id, int Version, DateOnly Due, int Sent, DateTimeOffset NextAt);

/// <summary>
/// Bounds the retries of publication. An item that waits is sent at once, then after 10, 20, 40, … minutes, and after
/// <see cref="MostSends"/> sends no more: its messages lie in the poison queue, its id stands in the health report. The record is
/// one document; items that no longer wait fall out of it.
/// </summary>
public sealed class PublicationAttempts(IDocumentStore documents, TimeProvider machine)
{
    public const int MostSends = 6;

    /// <summary>Longer than the host takes for its own five attempts at a message.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(10);

    private const string Name = "timers/publication-attempts.json";
    private const int Races = 5;

    /// <summary>Those of the waiting items whose turn it is. Counted before they are sent, so that a crash in between counts too.</summary>
    public async Task<IReadOnlyList<Item>> TakeTurnsAsync(IReadOnlyList<Item> waiting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        for (var race = 0; race < Races; race++)
        {
            var (before, fence) = await ReadAsync(cancellation);
            if (waiting.Count == 0 && before.Count == 0)
            {
                return [];
            }

            var (after, turns) = Count(waiting, before, machine.GetUtcNow());
            var bytes = JsonSerializer.SerializeToUtf8Bytes(after, ApiJson.Default.IReadOnlyListPublicationAttempt);
            if (await documents.TryPutAsync(Containers.Sealed, Name, bytes, "application/json", fence, cancellation) is not null)
            {
                return turns;
            }
        }

        // Another sweep is at work on the same items; the next tick looks again.
        return [];
    }

    /// <summary>Ids of items that are sent no more.</summary>
    public async Task<IReadOnlyList<string>> GivenUpAsync(CancellationToken cancellation) =>
        [.. (await ReadAsync(cancellation)).Attempts.Where(a => a.Sent >= MostSends && a.NextAt <= machine.GetUtcNow()).Select(a => a.Id)];

    /// <summary>Every item that was sent more than once and waits still.</summary>
    public async Task<IReadOnlyList<PublicationAttempt>> RepeatedAsync(CancellationToken cancellation) =>
        [.. (await ReadAsync(cancellation)).Attempts.Where(a => a.Sent > 1)];

    /// <summary>Begins to count anew, so that the next sweep sends the item again; false when it does not wait any more.</summary>
    public async Task<bool> ResetAsync(string id, int version, CancellationToken cancellation)
    {
        for (var race = 0; race < Races; race++)
        {
            var (before, fence) = await ReadAsync(cancellation);
            if (!before.Any(a => a.Id == id && a.Version == version && a.Sent > 1))
            {
                return false;
            }

            IReadOnlyList<PublicationAttempt> after = [.. before.Where(a => !(a.Id == id && a.Version == version))];
            var bytes = JsonSerializer.SerializeToUtf8Bytes(after, ApiJson.Default.IReadOnlyListPublicationAttempt);
            if (await documents.TryPutAsync(Containers.Sealed, Name, bytes, "application/json", fence, cancellation) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static (IReadOnlyList<PublicationAttempt> After, IReadOnlyList<Item> Turns) Count(
        IReadOnlyList<Item> waiting, IReadOnlyList<PublicationAttempt> before, DateTimeOffset now)
    {
        var known = before.ToDictionary(a => (a.Id, a.Version, a.Due));
        var after = new List<PublicationAttempt>(waiting.Count);
        var turns = new List<Item>();
        foreach (var item in waiting)
        {
            var due = item.PublishOn!.Value;
            var attempt = known.GetValueOrDefault((item.Id, item.Version, due)) ?? new PublicationAttempt(item.Id, item.Version, due, 0, now);
            if (attempt.Sent < MostSends && attempt.NextAt <= now)
            {
                attempt = attempt with { Sent = attempt.Sent + 1, NextAt = now + (FirstPause * Math.Pow(2, attempt.Sent)) };
                turns.Add(item);
            }

            after.Add(attempt);
        }

        return (after, turns);
    }

    private async Task<(IReadOnlyList<PublicationAttempt> Attempts, string? Fence)> ReadAsync(CancellationToken cancellation)
    {
        var stored = await documents.FindAsync(Containers.Sealed, Name, cancellation);
        return stored is null ? ([], null) : (JsonSerializer.Deserialize(stored.Bytes, ApiJson.Default.IReadOnlyListPublicationAttempt) ?? [], stored.Fence);
    }
}
