namespace Lianxin.Documents.Pages;

/// <summary>The table of a list page.</summary>
public sealed record RowTableModel(PortalLinks Links, string Caption, IReadOnlyList<ListRow> Rows, bool QuietCaption = false);
