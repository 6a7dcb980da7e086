using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// What the queue function does with an item: pages and lists first, then the record that it is out. Idempotent by (id, version):
/// a repeated, late or doubled message ends with the pages that the register says.
/// </summary>
public sealed class Publishing(
    IRegister register, OutboxDispatcher outbox, CommandContexts contexts, Site site, SiteLists lists, SiteData data, CoveragePages coverage, Clarifications clarifications, IFeedbackQuotes feedback) : IDisposable
{
    private const int Attempts = 6;
    private const string Name = "queue:publication";

    /// <summary>
    /// Lists and record of one item at a time in this process: a list written between another item's list and its record would leave that
    /// item out until its own lists are refreshed, and "published" is to be true on the pages.
    /// </summary>
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>Publishes the approved version, or puts the stub in place of a withdrawn item.</summary>
    public async Task PublishAsync(string id, int version, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await FoundAsync(id, cancellation);
            var context = contexts.For(Actor.Machine(Name, stored.Item.Agency));
            if (PublicationSteps.Publish(stored.Item, version, context) is not { } change)
            {
                // Out already, overtaken, or taken down: the pages must say what the register says.
                await RefreshAsync(stored, cancellation);
                return;
            }

            if (await CarryOutAsync(stored, change, version, context, cancellation))
            {
                return;
            }
        }

        throw new InvalidOperationException($"Item {id} changed under every attempt to publish it.");
    }

    /// <summary>
    /// Publishes many items with each list written once: a quarter's run would otherwise write the same month page for every item.
    /// What changed meanwhile or cannot be published is left to the queue, which tells why.
    /// </summary>
    /// <param name="by">Who publishes: the run's own name.</param>
    /// <returns>How many went out.</returns>
    public async Task<int> PublishManyAsync(IReadOnlyList<string> ids, Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var done = 0;
        var changes = new List<(StoredItem Stored, ItemChange Change)>(ids.Count);
        foreach (var id in ids)
        {
            var stored = await FoundAsync(id, cancellation);
            if (stored.Item.Releases.Count > 0)
            {
                // A new version has comparisons to write and people to tell: it goes the way of its own message.
                await PublishAsync(id, stored.Item.Version, cancellation);
                done++;
            }
            else if (await WritePageAsync(stored, contexts.For(by), cancellation) is { } change)
            {
                changes.Add((stored, change));
            }
        }

        if (changes.Count == 0)
        {
            return done;
        }

        var before = done;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await lists.WriteAsync([.. changes.Select(c => c.Change.After)], cancellation);
            foreach (var (stored, change) in changes)
            {
                // Lists and feeds are refreshed once for all of them, by the last one's message.
                var messages = ReferenceEquals(change, changes[^1].Change) ? change.Messages : [.. change.Messages.Where(m => m.Kind is not "refresh-lists")];
                var commit = new RegisterCommit(stored, change.After, change.Events, messages);
                if (await register.CommitAsync(commit, cancellation) is CommitOutcome.Committed committed)
                {
                    await outbox.DispatchAsync(commit, committed, cancellation);
                    done++;
                }
            }
        }
        finally
        {
            oneAtATime.Release();
        }

        if (done - before < changes.Count)
        {
            // Somebody was faster with one of them: the lists must say what the register says.
            await RefreshListsAsync(changes[0].Stored.Item.Id, cancellation);
        }

        return done;
    }

    /// <summary>
    /// What <see cref="PublishManyAsync"/> leaves: the lists of everything that went out in a year, each once. Messages of single items would
    /// write them over and over.
    /// </summary>
    public Task FinishManyAsync(string agency, int year, CancellationToken cancellation) => lists.WriteFollowersOfYearAsync(agency, year, cancellation);

    /// <summary>Does something to the pages while no item of this process is between its lists and its record.</summary>
    public async Task AloneAsync(Func<Task> work, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(work);
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            await work();
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <summary>What will be recorded once the page is written; null when there is nothing to publish, or the page cannot be written for a reason of its own.</summary>
    private async Task<ItemChange?> WritePageAsync(StoredItem stored, CommandContext context, CancellationToken cancellation)
    {
        var version = stored.Item.Version;
        var change = PublicationSteps.Publish(stored.Item, version, context);
        if (change is null || change.After.Releases.Count == 0)
        {
            return change;
        }

        try
        {
            return PublicationSteps.Publish(stored.Item, version, context, await site.WriteNewestAsync(change.After, cancellation));
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Pages, lists, record; false when somebody changed the item meanwhile.</summary>
    private async Task<bool> CarryOutAsync(StoredItem stored, ItemChange change, int version, CommandContext context, CancellationToken cancellation)
    {
        var told = change.After.Status == ItemStatus.Published ? await ToTellAsync(change.After, cancellation) : [];
        RegisterCommit commit;
        CommitOutcome outcome;
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            // A revision that goes back into the Party takes down what was public before.
            if (change.After.Status == ItemStatus.Published || change.After.Releases.Count > 0)
            {
                var record = await site.WriteNewestAsync(change.After, cancellation);
                await lists.WriteAsync(change.After, cancellation);
                // Decided from the same item at the same instant; only now it is known what to record.
                change = PublicationSteps.Publish(stored.Item, version, context, record)!;
            }

            commit = new RegisterCommit(stored, change.After, change.Events, [.. change.Messages, .. told]);
            outcome = await register.CommitAsync(commit, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }

        if (outcome is not CommitOutcome.Committed committed)
        {
            return false;
        }

        await outbox.DispatchAsync(commit, committed, cancellation);
        return true;
    }

    /// <summary>Writes the pages of an item that is out already, every version of it (an imported one, or after a change of what they quote).</summary>
    public async Task RenderAsync(string id, CancellationToken cancellation) =>
        await SettleAsync(await FoundAsync(id, cancellation), item => site.WriteEveryVersionAsync(item, cancellation), cancellation);

    /// <summary>澄清: brings the links between this item and others into line, on both pages.</summary>
    public async Task SettleClarificationsAsync(string id, CancellationToken cancellation)
    {
        foreach (var other in await clarifications.SettleAsync((await FoundAsync(id, cancellation)).Item, cancellation))
        {
            if (await register.FindAsync(other, cancellation) is { Item.Releases.Count: > 0 } stored)
            {
                await SettleAsync(stored, item => site.WriteItemAsync(item, cancellation), cancellation);
            }
        }
    }

    /// <summary>One message for everyone whose feedback this version answers and who left a contact: with the record, so once.</summary>
    private async Task<IReadOnlyList<OutboxMessage>> ToTellAsync(Item published, CancellationToken cancellation)
    {
        var answered = published.Content.BecauseOf;
        return answered.Count == 0
            ? []
            : [.. (await feedback.ToTellAsync(published.Agency, answered, cancellation)).Select(f => new OutboxMessage("notification", "tell-republished", $"{published.Id}/{f}", published.Version))];
    }

    /// <summary>Writes the page and every list that an item stands in, from the register as it is now.</summary>
    public async Task RefreshListsAsync(string id, CancellationToken cancellation) => await RefreshAsync(await FoundAsync(id, cancellation), cancellation);

    private Task RefreshAsync(StoredItem stored, CancellationToken cancellation) => SettleAsync(
        stored,
        async item =>
        {
            if (item.Releases.Count == 0)
            {
                return;
            }

            await site.WriteItemAsync(item, cancellation);
            await oneAtATime.WaitAsync(cancellation);
            try
            {
                await lists.WriteAsync(item, cancellation);
            }
            finally
            {
                oneAtATime.Release();
            }

            await lists.WriteFollowersAsync(item, cancellation);
            await data.WriteAsync(item.Agency, ChinaTime.DateOf(item.PublishedAt!.Value).Year, cancellation);
            await coverage.WriteAsync(item.Agency, QuarterRow.QuarterOf(item), cancellation);
        },
        cancellation);

    /// <summary>
    /// Writes, then looks again: if the item has changed meanwhile, somebody may have written its newer pages before these older ones
    /// came, so they are written anew from what the register says now.
    /// </summary>
    private async Task SettleAsync(StoredItem stored, Func<Item, Task> write, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await write(stored.Item);
            var now = await FoundAsync(stored.Item.Id, cancellation);
            if (string.Equals(now.Fence, stored.Fence, StringComparison.Ordinal))
            {
                return;
            }

            stored = now;
        }

        throw new InvalidOperationException($"Item {stored.Item.Id} changed under every attempt to write its pages.");
    }

    private async Task<StoredItem> FoundAsync(string id, CancellationToken cancellation) =>
        await register.FindAsync(id, cancellation) ?? throw new MissingSubjectException($"There is no item {id}.");
}
