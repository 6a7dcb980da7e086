using Lianxin.Core.Items;
using Lianxin.Storage.Keys;

namespace Lianxin.Storage.Register;

/// <summary>What an index row holds; exactly one of the three, or none where the key says everything.</summary>
internal sealed record IndexRow(string Key, ItemRow? Desk = null, PublicationRow? Publication = null, QuarterRow? Quarter = null);

/// <summary>
/// The index rows of an item, a function of the item alone: what has to be written is the difference between those of before and after,
/// and a register can be rebuilt from its items.
/// </summary>
internal static class IndexRows
{
    public static IReadOnlyList<IndexRow> Of(Item item)
    {
        var rows = new List<IndexRow>(4)
        {
            new(RegisterKeys.Desk(item.Office, item.OutwardStatus, item.Id), Desk: DeskOf(item)),
            new(RegisterKeys.Quarter(QuarterRow.QuarterOf(item), item.Id), Quarter: QuarterRow.Of(item)),
        };
        if (item is { Status: ItemStatus.Approved or ItemStatus.PublishedToParty, PublishOn: { } day })
        {
            rows.Add(new IndexRow(RegisterKeys.Due(day, item.Id)));
        }

        if (item is { OutwardStatus: ItemStatus.Published or ItemStatus.Revising, ExpiresOn: { } last })
        {
            rows.Add(new IndexRow(RegisterKeys.End(last, item.Id)));
        }

        if (PublicationRows.Of(item) is { } publication)
        {
            rows.Add(new IndexRow(RegisterKeys.Publication(publication.PublishedOn, item.Id), Publication: publication));
        }

        return rows;
    }

    public static (IReadOnlyList<string> Gone, IReadOnlyList<IndexRow> Written) Difference(Item? before, Item after)
    {
        IReadOnlyList<IndexRow> old = before is null ? [] : Of(before);
        IReadOnlyList<IndexRow> now = Of(after);
        return (
            [.. old.Select(r => r.Key).Except(now.Select(r => r.Key), StringComparer.Ordinal)],
            [.. now.Except(old)]);
    }

    private static ItemRow DeskOf(Item item) => new(
        item.Id,
        item.IndexNumber,
        item.Content.Title,
        item.Entry,
        item.Category,
        item.Office,
        item.OutwardStatus,
        item.Content.Period,
        item.PublishedAt,
        item.DueOn,
        item.Content.FormedOn,
        item.Audience);
}
