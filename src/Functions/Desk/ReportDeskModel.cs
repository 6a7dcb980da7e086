using Lianxin.Core;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>A typed section of the narrative.</summary>
public sealed record NarrativeSection(string Key, string Title, string? Hint = null);

/// <param name="Key">For example <c>ligang-2014</c>.</param>
public sealed record ReportFormat(string Key, string Title);

/// <summary>A published edition and where it can be read; null where only its record is kept.</summary>
public sealed record EditionLink(ReportEdition Edition, string? Href);

/// <summary>The annual report on the desk.</summary>
/// <param name="IfMatch">ETag of the report; null while there is none.</param>
/// <param name="Typed">What was typed into a refused form, by field name.</param>
public sealed record ReportDeskModel(
    AnnualReport Report,
    string? IfMatch,
    IReadOnlyList<NarrativeSection> Sections,
    IReadOnlyList<ReportFormat> Formats,
    IReadOnlyList<EditionLink> Editions,
    YearlyBlock Yearly,
    IReadOnlyDictionary<string, string>? Typed = null,
    Refusal? Refusal = null)
{
    private const int SectionCharacters = 200_000;
    private const int ReasonCharacters = 2_000;

    public ReportDraft? Draft => Report.Draft;

    /// <summary>Numbers of single months end in the month (<c>items-finance-04</c>); there are many, and they are folded away.</summary>
    public static bool IsOfMonth(ReportNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Key.Length > 3 && number.Key[^3] == '-' && char.IsAsciiDigit(number.Key[^2]) && char.IsAsciiDigit(number.Key[^1]);
    }

    /// <summary>The draft is what the newest edition holds: nothing to approve.</summary>
    public bool IsPublished => Draft is { } draft && Report.Editions.Count > 0 && Report.Editions[^1].Draft.Sha256 == draft.Sha256;

    public string State => (Draft, Report.Editions.Count, IsPublished) switch
    {
        (null, 0, _) => "尚未生成",
        (not null, 0, _) => "已生成，待批准",
        (_, var n, true) => $"已发布第 {n} 版",
        (null, var n, _) => $"已发布第 {n} 版",
        (_, var n, false) => $"已发布第 {n} 版，另有新稿待批准",
    };

    public IReadOnlyList<ReportFinding> Findings => Draft?.Findings ?? [];

    public bool HasErrors => Findings.Any(f => f.Severity == FindingSeverity.Error);

    public IReadOnlyList<FormField> Narrative =>
    [
        .. Sections.Select(s => Field("n", "sections." + s.Key, s.Title, Report.Narrative?.Sections.GetValueOrDefault(s.Key) ?? "") with
        {
            Kind = FieldKind.Lines,
            Rows = 8,
            MaxLength = SectionCharacters,
            Hint = s.Hint,
        }),
        Date("signedOn", "成文日期", Report.Narrative?.SignedOn, "落款日期，没有签署的不填"),
        Date("publishedOn", "原件发布日期", Report.Narrative?.PublishedOn, "重建已发布过的报告时填写"),
        Date("periodFrom", "统计期间起", Report.Narrative?.PeriodFrom, null),
        Date("periodTo", "统计期间止", Report.Narrative?.PeriodTo, "原文没有写明截止日期的不填"),
    ];

    /// <summary>One reason for each rule that warns.</summary>
    public IReadOnlyList<FormField> Reasons =>
        [.. Findings.Where(f => f.Severity == FindingSeverity.Warning).GroupBy(f => f.Rule, StringComparer.Ordinal)
            .Select(g => Field("r", "reasons." + g.Key, "保留理由：" + g.First().Message, "") with
            {
                Kind = FieldKind.Lines,
                Rows = 2,
                Required = true,
                MaxLength = ReasonCharacters,
                Hint = $"规则 {g.Key}",
            })];

    public IReadOnlyDictionary<string, string> Places => Narrative.Concat(Reasons).ToDictionary(f => f.Name, f => f.Id, StringComparer.Ordinal);

    private FormField Date(string name, string label, DateOnly? day, string? hint) =>
        Field("n", name, label, day is { } known ? ChinaText.Day(known) : "") with { Kind = FieldKind.Date, Pattern = Periods.DayPattern, Characters = 14, Hint = hint };

    private FormField Field(string scope, string name, string label, string value) =>
        new(scope, name, label) { Value = Typed?.GetValueOrDefault(name) ?? value, Errors = Refusal?.Errors.GetValueOrDefault(name) ?? [] };
}
