namespace Lianxin.Documents.Sheets;

/// <summary>
/// 公示栏: what one place (a village or an office) puts on its board for one quarter. The caller decides what may be seen there: a village's
/// own lists in full on that village's board, masked everywhere else, party matters never. Nothing is hidden or masked here.
/// </summary>
/// <param name="Items">In the order of printing; none at all prints a plain sentence that nothing was public for this place.</param>
/// <param name="TakeDown">Older sheets that come off the board when this one goes up; printed last.</param>
public sealed record NoticeBoardSheet(SheetHead Head, IReadOnlyList<NoticeItem> Items, IReadOnlyList<TakeDownLine> TakeDown)
{
    /// <summary>What went out on the web only, as a list without its texts; null for none.</summary>
    public SheetList? Others { get; init; }

    /// <summary>登记簿锚点: the register's newest anchor as it is printed (day and first digits); null leaves the line out.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A published item as the board shows it.</summary>
/// <param name="EntryTitle">公开事项, the catalogue entry.</param>
/// <param name="IndexNumber">索引号.</param>
/// <param name="PublishedOn">公开日期.</param>
/// <param name="Body">
/// The text. Lines are paragraphs; two or more lines running whose cells are parted by tabs or by <c>|</c>, with the same number of cells, are
/// printed as a table with the first of them as its head.
/// </param>
/// <param name="Elements">Elements of the entry, label and value, in the catalogue's order.</param>
/// <param name="Lists">Lists that come as data and not in the body, for example a register of beneficiaries.</param>
/// <param name="NilReason">零报告: why there was nothing in this period; null for an ordinary item.</param>
/// <param name="Address">Full web address of the item's own page, for a QR code beside its heading; null when it has none.</param>
public sealed record NoticeItem(
    string Title,
    string EntryTitle,
    string IndexNumber,
    DateOnly PublishedOn,
    string Body,
    IReadOnlyList<SheetLine> Elements,
    IReadOnlyList<SheetList> Lists,
    string? NilReason = null,
    string? Address = null);

/// <summary>A label with its value.</summary>
public sealed record SheetLine(string Label, string Value);

/// <summary>A list with its head; rows that are shorter than the longest are filled up with blanks.</summary>
/// <param name="Caption">Empty for none.</param>
public sealed record SheetList(string Caption, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>An older sheet to take off the board.</summary>
/// <param name="DueOn">The day by which it has to be down.</param>
public sealed record TakeDownLine(string Title, DateOnly PostedOn, DateOnly DueOn);
