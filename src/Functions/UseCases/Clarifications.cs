using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases;

/// <summary>What an item clarifies, and what clarifies it.</summary>
public sealed record ClarificationLinks(ItemLink? Clarifies, IReadOnlyList<ItemLink> ClarifiedBy);

/// <summary>澄清 (S38) over two items: looks up what a clarification names, keeps the link back, and tells a page what it may link to.</summary>
public sealed class Clarifications(IRegister register, CommandContexts contexts)
{
    private const int Attempts = 6;
    private const string PagePrefix = "/items/";
    private const string PageEnd = ".html";

    /// <summary>The input with the item that it names; the address of a public page counts as the id that stands in it.</summary>
    public async Task<ItemInput> LookUpAsync(ItemInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (string.IsNullOrWhiteSpace(input.Clarifies))
        {
            return input;
        }

        var id = IdIn(input.Clarifies.Trim());
        return input with { Clarifies = id, Clarified = (await register.FindAsync(id, cancellation))?.Item };
    }

    /// <summary>
    /// Brings the link back of every item that this one clarified or clarifies into line with what the public sees of it.
    /// Answers the ids of all items whose pages show a link to or from this one.
    /// </summary>
    public async Task<IReadOnlyList<string>> SettleAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var shown = Clarification.ShownTargetOf(item);
        foreach (var target in Clarification.TargetsOf(item))
        {
            await MarkAsync(target, item.Id, string.Equals(target, shown, StringComparison.Ordinal), item.Agency, cancellation);
        }

        return [.. Clarification.TargetsOf(item).Concat(item.ClarifiedBy).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The links of an item to others, as far as the public may see where they lead.</summary>
    public async Task<ClarificationLinks> LinksAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        var clarifies = item.Released?.Content.Clarifies is { } target ? await LinkAsync(target, null, cancellation) : null;
        var clarifiedBy = new List<ItemLink>();
        foreach (var id in item.ClarifiedBy)
        {
            if (await LinkAsync(id, item.Id, cancellation) is { } link)
            {
                clarifiedBy.Add(link);
            }
        }

        return new ClarificationLinks(clarifies, clarifiedBy);
    }

    private async Task MarkAsync(string target, string clarifier, bool stands, string agency, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await register.FindAsync(target, cancellation) is not { } stored
                || Clarification.Mark(stored.Item, clarifier, stands, contexts.For(Actor.Machine("queue:publication", agency))) is not { } change)
            {
                return;
            }

            if (await register.CommitAsync(new RegisterCommit(stored, change.After, change.Events, change.Messages), cancellation) is CommitOutcome.Committed)
            {
                return;
            }
        }

        throw new InvalidOperationException($"Item {target} changed under every attempt to mark it as clarified.");
    }

    /// <param name="names">Id of the item that the other one must still name; null where that does not matter.</param>
    private async Task<ItemLink?> LinkAsync(string id, string? names, CancellationToken cancellation) =>
        await register.FindAsync(id, cancellation) is { Item: var item } && Visibility.IsPublic(item)
        && (names is null || string.Equals(Clarification.ShownTargetOf(item), names, StringComparison.Ordinal))
            ? new ItemLink(id, PublicCopy.TitleOf(item))
            : null;

    private static string IdIn(string text)
    {
        var start = text.LastIndexOf(PagePrefix, StringComparison.Ordinal);
        return start >= 0 && text.EndsWith(PageEnd, StringComparison.Ordinal) ? text[(start + PagePrefix.Length)..^PageEnd.Length] : text;
    }
}
