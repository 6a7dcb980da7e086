using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Handovers;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases.Handovers;

/// <summary>One line of the list of handovers.</summary>
public sealed record HandoverLine(PublicationRow Row, WantedHandover Wanted, HandoverStatus Status, Handover? Done);

/// <param name="Year">Year of publication; null for this one and the one before.</param>
/// <param name="After">The line that ended the page before: the id of its item.</param>
public sealed record HandoverQuery(HandoverStatus? Status, int? Year, int Top, string? After);

/// <param name="Next">Id of the item that ends the page; null at the end.</param>
public sealed record HandoverPage(IReadOnlyList<HandoverLine> Lines, string? Next);

/// <summary>What the county has, should have, and has not yet: the register's rows held against the ticks, newest first.</summary>
public sealed class HandoverList(IRegister register, HandoverBook book)
{
    /// <exception cref="InvalidContinuationException">The page before ended with an item that is not in this list.</exception>
    public async Task<HandoverPage> ReadAsync(Actor actor, HandoverQuery query, DateOnly today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(query);
        var rows = new List<PublicationRow>();
        var (first, last) = query.Year is { } year ? (year, year) : (today.Year - 1, today.Year);
        await foreach (var row in register.PublicationsAsync(actor.Agency, new DateOnly(first, 1, 1), new DateOnly(last, 12, 31), cancellation))
        {
            if (MaySee(row, actor))
            {
                rows.Add(row);
            }
        }

        rows.Reverse();
        var skip = query.After is { } after ? rows.FindIndex(r => r.Id == after) + 1 : 0;
        if (query.After is not null && skip == 0)
        {
            throw new InvalidContinuationException("The continuation does not belong to this list.");
        }

        var done = await book.OfAsync(actor.Agency, rows.Select(r => r.Id), cancellation);
        var lines = rows.Skip(skip).Select(r => LineOf(r, done.GetValueOrDefault(r.Id))).OfType<HandoverLine>().Where(l => query.Status is null || l.Status == query.Status)
            .Take(query.Top + 1).ToList();
        return lines.Count > query.Top ? new HandoverPage(lines[..query.Top], lines[query.Top - 1].Row.Id) : new HandoverPage(lines, null);
    }

    /// <summary>The line of one item, whatever list it stands in; null as <see cref="LineOf"/>, and where this person may not see it.</summary>
    public async Task<HandoverLine?> FindAsync(Actor actor, string id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await register.FindAsync(id, cancellation) is { Item: var item } && Visibility.Of(item, actor) == View.Full && PublicationRows.Of(item) is { } row
            ? LineOf(row, (await book.FindAsync(actor.Agency, id, cancellation))?.Handover)
            : null;
    }

    /// <summary>How one item stands; null where the county neither has nor should have anything of it.</summary>
    public static HandoverLine? LineOf(PublicationRow row, Handover? done) =>
        HandoverRules.WantedOf(row, done) is { } wanted ? new HandoverLine(row, wanted, HandoverRules.StatusOf(wanted, done), done) : null;

    /// <summary>A clerk sees the items of the own office; what went back into the Party is not for the administrator.</summary>
    private static bool MaySee(PublicationRow row, Actor actor) =>
        (actor.Role != Role.Clerk || string.Equals(row.Office, actor.Office, StringComparison.Ordinal))
        && (actor.Role != Role.Admin || !string.Equals(row.Audience, Core.Names.Of(Audience.PartyOnly), StringComparison.Ordinal));
}
