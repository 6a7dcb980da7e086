using System.Text.Json.Serialization;
using Lianxin.Core;
using Lianxin.Core.Reports;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Http.Views;

public sealed record FindingView(string Rule, string Severity, string Where, string Expected, string Found, string Message)
{
    public static FindingView Of(ReportFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new FindingView(finding.Rule, Names.Of(finding.Severity), finding.Where, finding.Expected, finding.Found, finding.Message);
    }
}

/// <summary><c>POST /api/reports/check</c>: what is certainly wrong, errors first.</summary>
public sealed record ReportCheckView(IReadOnlyList<FindingView> Findings);

public sealed record NumberView(string Key, string Label, decimal Value, string Unit);

public sealed record NarrativeView(
    IReadOnlyDictionary<string, string> Sections, DateOnly? SignedOn, DateOnly? PublishedOn, DateOnly PeriodFrom, DateOnly? PeriodTo);

public sealed record EditionView(int Number, DateTimeOffset ApprovedAt, string ApprovedBy, string Format, string Sha256, long Size, IReadOnlyDictionary<string, string> Reasons);

public sealed record DraftView(string Format, DateTimeOffset BuiltAt, string BuiltBy, string DataHash, string Sha256, long Size, IReadOnlyDictionary<string, string> Drafted);

/// <summary><c>GET /api/reports/{year}</c>.</summary>
public sealed record ReportView(
    int Year,
    string State,
    int? Edition,
    NarrativeView? Narrative,
    DraftView? Draft,
    IReadOnlyList<NumberView> Tables,
    IReadOnlyList<FindingView> Findings,
    IReadOnlyList<EditionView> Editions,
    ReportDueView Due,
    IReadOnlyList<OwedView> Owed,
    IReadOnlyList<KindAnswerView> Answers)
{
    public static ReportView Of(AnnualReport report, YearlyStanding standing)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(standing);
        return new ReportView(
            report.Year,
            StateOf(report),
            report.Editions.Count > 0 ? report.Editions[^1].Number : null,
            report.Narrative is { } told ? new NarrativeView(told.Sections, told.SignedOn, told.PublishedOn, told.PeriodFrom, told.PeriodTo) : null,
            report.Draft is { } draft ? new DraftView(draft.Format, draft.BuiltAt, draft.BuiltBy, draft.DataHash, draft.Sha256, draft.Size, draft.Drafted ?? new Dictionary<string, string>()) : null,
            [.. (report.Draft?.Numbers ?? []).Select(n => new NumberView(n.Key, n.Label, n.Value, n.Unit))],
            [.. (report.Draft?.Findings ?? []).Select(FindingView.Of)],
            [.. report.Editions.Select(e => new EditionView(e.Number, e.ApprovedAt, e.ApprovedBy, e.Draft.Format, e.Draft.Sha256, e.Draft.Size, e.Reasons))],
            ReportDueView.Of(standing),
            [.. standing.Owed.Select(OwedView.Of)],
            [.. standing.Answers.Select(KindAnswerView.Of)]);
    }

    private static string StateOf(AnnualReport report) =>
        report switch
        {
            { Editions.Count: > 0, Draft: { } draft } when report.Editions[^1].Draft.Sha256 != draft.Sha256 => "draft",
            { Editions.Count: > 0 } => "published",
            { Draft: not null } => "draft",
            _ => "empty",
        };
}

/// <summary>A row behind a figure: an item, a dated record, or a piece of feedback; the first date of those two stands for the publication.</summary>
public sealed record FigureRowView(string Id, string IndexNumber, string Title, string Entry, string Office, string Class, DateOnly PublishedOn, RecordView? Record = null)
{
    /// <summary>例外公开: article and reason of an item in which personal data was let stand; absent for any other.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PrivacyException { get; init; }
}

/// <summary><c>GET /api/reports/{year}/figures/{key}</c>.</summary>
public sealed record FigureRowsView(string Key, int Count, IReadOnlyList<FigureRowView> Items, string? Continuation);
