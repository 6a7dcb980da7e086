using Lianxin.Core;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Core.Proofreading;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>What was typed into the item form, as text: also what is wrong is kept.</summary>
public sealed record ItemFormValues
{
    public string Office { get; init; } = "";
    public string Title { get; init; } = "";
    public string FormedOn { get; init; } = "";
    public string Period { get; init; } = "";
    public string Village { get; init; } = "";
    public string Body { get; init; } = "";

    /// <summary>By key of the required element.</summary>
    public IReadOnlyDictionary<string, string> Elements { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Kebab-case names of the musts that were ticked.</summary>
    public IReadOnlyList<string> Musts { get; init; } = [];

    /// <summary>更新说明: why the new version differs.</summary>
    public string ChangeNote { get; init; } = "";

    /// <summary>公开副本: masked copies take the place of files with personal data.</summary>
    public bool MaskFiles { get; init; }

    /// <summary>更正: the new version puts an error right.</summary>
    public bool Correction { get; init; }

    /// <summary>Ids of the feedback that is answered, as typed.</summary>
    public string BecauseOf { get; init; } = "";

    /// <summary>澄清: id or address of the item that is cleared up.</summary>
    public string Clarifies { get; init; } = "";

    /// <summary>An empty form: the entry's musts are ticked, and an own office that answers for the entry is chosen.</summary>
    public static ItemFormValues For(CatalogueEntry entry, string office)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new() { Office = office, Musts = [.. entry.Musts.Select(Names.Of)] };
    }

    /// <summary>Every text that readers get to see, by the name of its field.</summary>
    public IEnumerable<(string Place, string Text)> Texts =>
        [("title", Title), ("body", Body), ("changeNote", ChangeNote), .. Elements.Select(e => ("elements." + e.Key, e.Value))];

    /// <summary>A draft or returned item, to be changed.</summary>
    public static ItemFormValues From(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new()
        {
            Office = item.Office,
            Title = item.Content.Title,
            FormedOn = ChinaText.Day(item.Content.FormedOn),
            Period = item.Content.Period ?? "",
            Village = item.Content.Village ?? "",
            Body = item.Content.Body,
            Elements = item.Content.Elements,
            Musts = [.. item.Musts.Select(Names.Of)],
            ChangeNote = item.Content.ChangeNote ?? "",
            Correction = item.Content.IsCorrection,
            BecauseOf = string.Join('\n', item.Content.BecauseOf),
            Clarifies = item.Content.Clarifies ?? "",
        };
    }

    /// <summary>A published item as the ground of a new version, which says for itself why it came about.</summary>
    public static ItemFormValues ForRevision(Item item) => From(item) with { ChangeNote = "", Correction = false, BecauseOf = "" };
}

/// <summary>The item that a form changes.</summary>
/// <param name="IfMatch">ETag of the version that was shown.</param>
/// <param name="IsNewVersion">The form makes a new version of what is published, submitted at once.</param>
/// <param name="AsksWhy">The item was published before: the version tells why it differs.</param>
public sealed record ItemFormTarget(string Id, string IndexNumber, string IfMatch, IReadOnlyList<Attachment> Attachments, bool IsNewVersion = false, bool AsksWhy = false);

/// <summary>The form for an item of one entry: new, to be changed, or refused with everything typed still in it.</summary>
/// <param name="Offices">Offices to choose from; a single one is fixed.</param>
/// <param name="Villages">Village committees to choose from where the entry concerns a village.</param>
/// <param name="IdempotencyKey">A fresh key for a new form; the same again for a form that comes back.</param>
/// <param name="Target">Null for a new item.</param>
/// <param name="Refusal">Why the last post was refused.</param>
public sealed record ItemFormModel(
    CatalogueEntry Entry,
    string CategoryTitle,
    IReadOnlyList<Office> Offices,
    IReadOnlyList<Office> Villages,
    ItemFormValues Values,
    string IdempotencyKey,
    ItemFormTarget? Target = null,
    Refusal? Refusal = null)
{
    /// <summary>What stands in the register now, where somebody else was faster; null otherwise.</summary>
    public ItemFormValues? Present { get; init; }

    /// <summary>The texts that differ from what was typed: label, now, typed.</summary>
    public IReadOnlyList<(string Label, string Now, string Typed)> Differences => Present is not { } now ? [] :
    [
        .. new[] { ("标题", now.Title, Values.Title), ("成文日期", now.FormedOn, Values.FormedOn), ("所属期间", now.Period, Values.Period), ("正文", now.Body, Values.Body) }
            .Concat(Entry.RequiredElements.Select(e => (e.Label, now.Elements.GetValueOrDefault(e.Key, ""), Values.Elements.GetValueOrDefault(e.Key, ""))))
            .Where(d => !string.Equals(Plain(d.Item2), Plain(d.Item3), StringComparison.Ordinal)),
    ];

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();

    public string Heading => Target switch
    {
        null => $"申报：{Entry.Title}",
        { IsNewVersion: true } => $"修改后再次公开：{Entry.Title}",
        _ => $"修改：{Entry.Title}",
    };

    /// <summary>校对 of what stands in the fields; told beside each.</summary>
    public IReadOnlyList<ProofreadingFinding> Proofreading { get; init; } = [];

    public ItemFormFields Fields => new(this);
}
