using Lianxin.Core;
using Lianxin.Core.Audit;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Functions.UseCases.Privacy;

namespace Lianxin.Functions.Desk;

/// <summary>A step that was refused: its form is shown again with what was typed.</summary>
/// <param name="Typed">By name; check-boxes may hold several values.</param>
public sealed record RefusedStep(ItemActions Action, IReadOnlyDictionary<string, IReadOnlyList<string>> Typed, Refusal Refusal);

/// <summary>An item on the desk.</summary>
/// <param name="History">Every event, oldest first.</param>
/// <param name="IfMatch">ETag of this version.</param>
/// <param name="Today">The business date.</param>
/// <param name="MemberNames">Names of the leading group by account.</param>
/// <param name="PublicUrl">Address of the public page; null until it is out.</param>
public sealed record DeskItemModel(
    Item Item,
    CatalogueEntry Entry,
    string CategoryTitle,
    string OfficeTitle,
    string? VillageTitle,
    IReadOnlyList<ItemEvent> History,
    string IfMatch,
    DateOnly Today,
    IReadOnlyDictionary<string, string> MemberNames,
    string? PublicUrl = null,
    RefusedStep? Refused = null)
{
    /// <summary>校对 and warnings; null for those who only read.</summary>
    public ItemNotes? Notes { get; init; }

    /// <summary>Whether a masked copy can take the place of one of its files.</summary>
    public bool MayMask { get; init; }

    /// <summary>As the leading group's list has it, else as the person was called in the item's own history.</summary>
    public string NameOf(string account) =>
        MemberNames.GetValueOrDefault(account)
        ?? History.LastOrDefault(e => string.Equals(e.By, account, StringComparison.Ordinal))?.ByName
        ?? account;

    /// <summary>The last opinion of everyone who was asked; null for those who have not answered.</summary>
    public IReadOnlyList<(string Name, Opinion? Opinion)> Opinions =>
        Item.Consultation is not { } asked
            ? []
            : [.. asked.Members.Select(m => (NameOf(m), asked.Opinions.LastOrDefault(o => string.Equals(o.By, m, StringComparison.Ordinal))))];

    public bool HasObjection => Opinions.Any(o => o.Opinion is { Agrees: false });
}
