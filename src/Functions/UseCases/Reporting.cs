using System.Globalization;
using System.Security.Cryptography;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;
using Lianxin.Documents.Exports;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>What became of a report command.</summary>
public sealed record ReportAnswer(StoredReport? Stored, Refusal? Refusal);

/// <summary>年度报告: narrative, build, approval. Every number is computed from the register in one pass; documents are written before the row that names them.</summary>
public sealed class Reporting(
    IRegister register,
    IReportArchive archive,
    RecordBook records,
    IDocumentStore documents,
    IMessageSender sender,
    IReportRenderer renderer,
    ReportFormats formats,
    StatutoryForms forms,
    SiteLists lists,
    SiteColumn column,
    FeedbackBook feedback,
    CaseBook cases,
    Anchors.AnchorBook anchors,
    ReferenceData reference,
    BusinessClock business,
    LianxinOptions options)
{
    /// <summary>Kind of the message that writes the public page of the reports after an approval that died halfway.</summary>
    public const string RefreshReports = "refresh-reports";

    private const int Attempts = 6;

    /// <summary>Longer than any approval takes to be saved: the message that goes before it finds the edition or none that will come.</summary>
    private static readonly TimeSpan LongestSave = TimeSpan.FromMinutes(2);
    internal const string Paper = "pdf";

    public async Task<StoredReport?> FindAsync(string agency, int year, CancellationToken cancellation) => await archive.FindAsync(agency, year, cancellation);

    /// <summary>The figures of a year as they are now.</summary>
    public async Task<ReportFigures> FiguresAsync(string agency, int year, ReportFormat format, ReportNarrative? narrative, CancellationToken cancellation) =>
        await ReportFigures.FromAsync(
            format,
            year,
            register.PublicationsAsync(agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), cancellation),
            archive.FiguresAsync(agency, year, cancellation),
            narrative,
            cancellation,
            records.UntilAsync(agency, year, cancellation),
            await FeedbackAsync(agency, ReportScope.For(format, year, narrative), cancellation));

    private async Task<ReportFunnel> FeedbackAsync(string agency, ReportScope scope, CancellationToken cancellation)
    {
        var total = Funnel.Of(
            scope.From,
            scope.To,
            await feedback.RowsAsync(agency, scope.From, scope.To, cancellation),
            await cases.RowsAsync(agency, scope.From, scope.To, cancellation)).Total;
        return new ReportFunnel(total.Collected, total.Screened, total.Registered, total.Done, total.Confirmed);
    }

    /// <summary>The pieces of feedback behind a figure of the funnel; null when it counts none.</summary>
    public async Task<IReadOnlyList<FeedbackRow>?> FeedbackBehindAsync(string agency, int year, string key, CancellationToken cancellation)
    {
        if (!FigureKeys.IsOfFeedback(key))
        {
            return null;
        }

        var scope = await ScopeAsync(agency, year, cancellation);
        var opened = (await cases.RowsAsync(agency, scope.From, scope.To, cancellation)).ToDictionary(c => c.Id, StringComparer.Ordinal);
        // One piece alone goes the way as far as all of them together: the same rule counts and answers.
        bool Reaches(FeedbackRow piece)
        {
            var one = Funnel.Of(scope.From, scope.To, [piece], piece.CaseId is { } id && opened.TryGetValue(id, out var row) ? [row] : []).Total;
            return key switch
            {
                FigureKeys.FeedbackCollected => one.Collected,
                FigureKeys.FeedbackScreened => one.Screened,
                FigureKeys.FeedbackRegistered => one.Registered,
                FigureKeys.FeedbackDone => one.Done,
                _ => one.Confirmed,
            }
            > 0;
        }

        return [.. (await feedback.RowsAsync(agency, scope.From, scope.To, cancellation)).Where(Reaches)];
    }

    /// <summary>The dated records behind a figure; null when the figure counts none.</summary>
    public async Task<IReadOnlyList<DatedRecord>?> RecordsBehindAsync(string agency, int year, string key, CancellationToken cancellation)
    {
        var scope = await ScopeAsync(agency, year, cancellation);
        return scope.RecordsBehind(key) is { } counts
            ? await records.UntilAsync(agency, year, cancellation).Where(r => counts(r)).ToListAsync(cancellation)
            : null;
    }

    /// <summary>The rows behind a figure; null when there is no such figure.</summary>
    public async Task<IReadOnlyList<PublicationRow>?> RowsBehindAsync(string agency, int year, string key, CancellationToken cancellation)
    {
        var scope = await ScopeAsync(agency, year, cancellation);
        if (scope.RowsBehind(key) is not { } counts)
        {
            return null;
        }

        var rows = new List<PublicationRow>();
        await foreach (var row in register.PublicationsAsync(agency, scope.From, scope.To, cancellation))
        {
            if (counts(row))
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    public Task<ReportAnswer> PutNarrativeAsync(Actor by, int year, ReportNarrative narrative, Func<long, bool> seen, CancellationToken cancellation) =>
        ChangeAsync(by.Agency, year, seen, report => Task.FromResult(ReportLife.PutNarrative(report, narrative)), cancellation);

    /// <summary>Builds the draft: figures, findings, document.</summary>
    public Task<ReportAnswer> BuildAsync(Actor by, int year, string formatName, CancellationToken cancellation) =>
        formats.Find(formatName) is not { } format
            ? Task.FromResult(new ReportAnswer(null, Refusal.Field("format", $"没有“{formatName}”这种报告格式。", "unknown-format")))
            : ChangeAsync(by.Agency, year, null, async report => ReportLife.SetDraft(report, await DraftAsync(report, format, by, cancellation)), cancellation);

    /// <summary>Locks the draft as an edition and publishes it; each warning needs its reason.</summary>
    public async Task<ReportAnswer> ApproveAsync(Actor by, int year, IReadOnlyDictionary<string, string> reasons, CancellationToken cancellation)
    {
        var answer = await ChangeAsync(
            by.Agency,
            year,
            null,
            async report =>
            {
                var format = formats.Of(report.Draft?.Format, year);
                var figures = await FiguresAsync(report.Agency, year, format, report.Narrative, cancellation);
                if (report.Draft is not null && !await IsStillSoAsync(report, format, figures, cancellation))
                {
                    return new Refusal(RefusalKind.IllegalStep, "draft-outdated", "上一年度的报告有变化，核对结果与草稿不同，请重新生成。");
                }

                var decision = ReportLife.Approve(report, by.Account, business.Now, business.Today, DataHash.Of(figures, report.Narrative), reasons);
                if (decision.Accepted)
                {
                    await PublishDocumentAsync(decision.Value, cancellation);
                    await sender.SendAsync(new OutboxMessage("publication", RefreshReports, by.Agency, decision.Value.Editions.Count) { Wait = LongestSave }, cancellation);
                }

                return decision;
            },
            cancellation);
        if (answer.Stored is not null)
        {
            try
            {
                await WritePagesAsync(by.Agency, cancellation);
            }
            catch (StorageUnavailableException)
            {
                // The edition is out; the message sent before it writes the pages.
            }
        }

        return answer;
    }

    /// <summary>The public page of the reports with every edition's files, and the front page that names the newest. Safe to repeat.</summary>
    public async Task WritePagesAsync(string agency, CancellationToken cancellation)
    {
        await column.WriteReportsAsync(agency, cancellation);
        await lists.WriteHomeAsync(agency, cancellation);
    }

    /// <summary>A short-lived link to the newest edition in one of <see cref="ReportExports.Formats"/>; null when none is published, or not so.</summary>
    public async Task<Uri?> LinkAsync(string agency, int year, string format, CancellationToken cancellation)
    {
        var stored = await archive.FindAsync(agency, year, cancellation);
        if (stored?.Report.Editions is not [.., var newest])
        {
            return null;
        }

        var name = EditionName(agency, year, newest.Number, format);
        return await documents.FenceAsync(Containers.Reports, name, cancellation) is null
            ? null
            : await documents.LinkAsync(
                Containers.Reports, name, TimeSpan.FromMinutes(30), $"{options.AgencyName}{year.ToString(CultureInfo.InvariantCulture)}年信息公开工作年度报告.{format}", cancellation);
    }

    /// <summary>The draft's document, for staff to look at before approval.</summary>
    public async Task<Uri?> DraftLinkAsync(string agency, int year, CancellationToken cancellation)
    {
        var stored = await archive.FindAsync(agency, year, cancellation);
        return stored?.Report.Draft is { } draft
            ? await documents.LinkAsync(
                Containers.Reports, DraftName(agency, year, draft.Sha256, Paper), TimeSpan.FromMinutes(30), $"{year.ToString(CultureInfo.InvariantCulture)}-草稿.pdf", cancellation)
            : null;
    }

    private async Task<ReportScope> ScopeAsync(string agency, int year, CancellationToken cancellation)
    {
        var report = await archive.FindAsync(agency, year, cancellation);
        return ReportScope.For(formats.Of(report?.Report.Draft?.Format, year), year, report?.Report.Narrative);
    }

    private async Task<ReportDraft> DraftAsync(AnnualReport report, ReportFormat format, Actor by, CancellationToken cancellation)
    {
        var figures = await FiguresAsync(report.Agency, report.Year, format, report.Narrative, cancellation);
        IReadOnlyList<ReportFinding> findings = ReportChecks.Run(figures, report.Narrative, business.Today, reference.Calendar);
        var dataHash = DataHash.Of(figures, report.Narrative);

        // The anchor is part of what was built: the same data built on a later day gives the same document.
        var anchor = string.Equals(report.Draft?.DataHash, dataHash, StringComparison.Ordinal)
            ? report.Draft?.Anchor
            : await anchors.ShortAsync(report.Agency, cancellation);
        var content = Compose(report, format, figures, findings, anchor);
        var found = await CheckFormAsync(report, format, content, figures, cancellation);
        if (found.Count > 0)
        {
            // Once more with what the rules found, where a format prints it.
            findings = [.. findings.Concat(found).OrderBy(f => f.Severity)];
            content = Compose(report, format, figures, findings, anchor);
        }

        var bytes = renderer.Render(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await documents.PutAsync(Containers.Reports, DraftName(report.Agency, report.Year, hash, Paper), bytes, renderer.MediaType, cancellation);
        foreach (var export in ReportExports.Of(content, format.Form, report.Year, figures.Numbers))
        {
            await documents.PutAsync(Containers.Reports, DraftName(report.Agency, report.Year, hash, export.Format), export.Bytes, export.MediaType, cancellation);
        }

        return new ReportDraft(
            format.Name,
            business.Now,
            by.Account,
            dataHash,
            hash,
            bytes.LongLength,
            figures.Numbers,
            findings,
            ReportDrafting.Of(figures, report.Narrative, options.AgencyName))
        {
            Anchor = anchor,
        };
    }

    /// <summary>Judged as it will be read, by the rules for anybody's report.</summary>
    private async Task<IReadOnlyList<ReportFinding>> CheckFormAsync(
        AnnualReport report, ReportFormat format, ReportContent content, ReportFigures figures, CancellationToken cancellation)
    {
        if (format.Form is not { } form)
        {
            return [];
        }

        var document = ComposedReport.Document(content, form, report.Year);
        var previous = await PreviousAsync(report.Agency, report.Year - 1, cancellation);
        return [.. ReportChecking.Check(forms, document, previous), .. PendingCases.Check(forms, document, previous), .. PrintedCells.Check(content, figures)];
    }

    /// <summary>False when the year before was published anew since the draft was built, and the rules now find something else.</summary>
    private async Task<bool> IsStillSoAsync(AnnualReport report, ReportFormat format, ReportFigures figures, CancellationToken cancellation)
    {
        var found = await CheckFormAsync(report, format, Compose(report, format, figures, [], report.Draft?.Anchor), figures, cancellation);
        return (report.Draft?.Findings ?? []).Where(f => f.Rule is ReportRules.PendingLost or ReportRules.PrintedDiffers || ReportChecking.Rules.ContainsKey(f.Rule)).ToHashSet().SetEquals(found);
    }

    private ReportContent Compose(AnnualReport report, ReportFormat format, ReportFigures figures, IReadOnlyList<ReportFinding> findings, string? anchor)
    {
        var home = options.ApiBaseUrl ?? options.PublicBaseUrl ?? new Uri("http://127.0.0.1:7071");
        var address = string.Create(CultureInfo.InvariantCulture, $"{home.AbsoluteUri.TrimEnd('/')}/api/reports/{report.Year}/report.html");
        return ReportComposer.Compose(format, figures, report.Narrative, findings, options.AgencyName, report.Year, address, reference.Catalogue.Offices.ToDictionary(o => o.Code, o => o.Title, StringComparer.Ordinal), anchor);
    }

    /// <summary>What the year before published in a statutory form; null when it did not.</summary>
    private async Task<ReportDocument?> PreviousAsync(string agency, int year, CancellationToken cancellation) =>
        await archive.FindAsync(agency, year, cancellation) is { Report.Editions: [.., var newest] } && formats.Find(newest.Draft.Format) is { Form: not null } format
            ? ComposedReport.Document(newest, format, year)
            : null;

    /// <summary>An edition's documents are copies of the draft's under the edition's own name; written before the row says that it is out.</summary>
    private async Task PublishDocumentAsync(AnnualReport report, CancellationToken cancellation)
    {
        var edition = report.Editions[^1];
        foreach (var format in ReportExports.Formats)
        {
            var draft = await documents.FindAsync(Containers.Reports, DraftName(report.Agency, report.Year, edition.Draft.Sha256, format), cancellation);
            if (draft is not null)
            {
                await documents.PutAsync(Containers.Reports, EditionName(report.Agency, report.Year, edition.Number, format), draft.Bytes, draft.MediaType, cancellation);
            }
            else if (format == Paper)
            {
                throw new InvalidOperationException($"The draft of {report.Year} has no document.");
            }
        }
    }

    private async Task<ReportAnswer> ChangeAsync(
        string agency, int year, Func<long, bool>? seen, Func<AnnualReport, Task<Decision<AnnualReport>>> decide, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await archive.FindAsync(agency, year, cancellation);
            var report = stored?.Report ?? ReportLife.Empty(agency, year);
            if (seen is not null && !seen(report.Revision))
            {
                return new ReportAnswer(null, new Refusal(RefusalKind.Stale, "stale", "报告文字刚刚被他人改动，请刷新后再保存。"));
            }

            var decision = await decide(report);
            if (!decision.Accepted)
            {
                return new ReportAnswer(null, decision.Refusal);
            }

            if (await archive.SaveAsync(decision.Value, stored?.Fence, cancellation) is { } saved)
            {
                return new ReportAnswer(saved, null);
            }
        }

        return new ReportAnswer(null, new Refusal(RefusalKind.Stale, "stale", "报告正在被他人改动，请稍后再试。"));
    }

    internal static string DraftName(string agency, int year, string hash, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}/{year}/draft/{hash}.{format}");

    internal static string EditionName(string agency, int year, int number, string format) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}/{year}/edition-{number}.{format}");
}
