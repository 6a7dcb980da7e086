using Lianxin.Core.Cases;

namespace Lianxin.Documents.Pages;

/// <summary>A stretch of the agency's own text under a heading.</summary>
public sealed record TextPart(string Heading, IReadOnlyList<string> Paragraphs);

/// <summary>A law, regulation or rule that disclosure rests on.</summary>
/// <param name="Number">文号; may be empty.</param>
/// <param name="InForce">First day in force as it is to be shown; may be empty.</param>
public sealed record RuleLine(string Title, string Number, string InForce);

/// <summary>What the statutory column says in the agency's own words (条例 Art. 12, 20, 27–43).</summary>
public sealed record ColumnText(IReadOnlyList<TextPart> Guide, IReadOnlyList<RuleLine> Rules, IReadOnlyList<TextPart> Applying);

/// <summary>Something that leads to a list.</summary>
public sealed record ListLink(string Title, string Path);

/// <summary>A category with its entries, each leading to its list.</summary>
public sealed record CategoryLinks(string Title, string Path, IReadOnlyList<ListLink> Entries);

/// <summary>法定主动公开内容: every way into the lists.</summary>
public sealed record ContentPageModel(
    IReadOnlyList<CategoryLinks> Categories, IReadOnlyList<ListLink> Villages, IReadOnlyList<string> Quarters, IReadOnlyList<int> Years);

/// <summary>A file of a report's edition.</summary>
/// <param name="Format">Extension, for example <c>pdf</c>.</param>
public sealed record ReportFile(string Format, string Path);

/// <summary>A published edition with its downloads.</summary>
/// <param name="IsNewest">Whether no later edition of the year is out.</param>
public sealed record ReportLine(int Year, int Edition, DateOnly PublishedOn, bool IsNewest, IReadOnlyList<ReportFile> Files);

/// <summary>A duty that is not met.</summary>
/// <param name="Period">As in the API; null for none.</param>
public sealed record MissingLine(string EntryTitle, string? Period, string OfficeTitle, DateOnly DueOn, bool IsOverdue);

/// <summary>What should be public in a quarter and is not yet.</summary>
/// <param name="Total">Public duties of the quarter.</param>
/// <param name="Missing">The earliest due day first; at most <see cref="PortalPages.CoverageRows"/> are shown.</param>
/// <param name="AsOf">The business day of the count.</param>
public sealed record CoveragePageModel(
    string Quarter, int Total, int Public, int Waived, IReadOnlyList<MissingLine> Missing, DateOnly AsOf, string? Previous, string? Next);

/// <summary>A case as the world may see it; the texts come masked.</summary>
public sealed record CaseLine(
    string Id, string Request, string? Group, string Office, DateOnly RegisteredOn, DateOnly DueOn, CaseStatus Status, string? Answer, string? PassedTo, DateOnly? ClosedOn);

/// <summary>A month of the 连心 register with the number of its cases.</summary>
public sealed record CaseMonth(YearMonth Month, int Cases);

/// <summary>The front page of the 连心 register.</summary>
/// <param name="Open">Open cases, the oldest first, at most <see cref="PortalPages.CaseRows"/>.</param>
/// <param name="MoreOpen">Whether there are more of them.</param>
/// <param name="Months">Newest first.</param>
public sealed record CasesPageModel(IReadOnlyList<CaseLine> Open, bool MoreOpen, IReadOnlyList<CaseMonth> Months);

/// <summary>What was registered in a month.</summary>
/// <param name="Part">From 1.</param>
public sealed record CaseMonthPageModel(YearMonth Month, IReadOnlyList<CaseLine> Rows, int Part, int Parts);
