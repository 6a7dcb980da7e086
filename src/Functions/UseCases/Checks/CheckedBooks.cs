using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Documents.Exports;
using Lianxin.Documents.Pages;
using Lianxin.Functions.UseCases.Anchors;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.UseCases.Checks;

/// <summary>The books beside the register: feedback and cases, postings, sheets, reports, jobs, and what the anchors tell of all chains.</summary>
public sealed class CheckedBooks(
    ILedgers ledgers,
    IReportArchive archive,
    IDocumentStore documents,
    SiteWriters writers,
    FeedbackBook feedback,
    CaseBook cases,
    CaseCommands caseSteps,
    DutyBook duties,
    IWallSheets walls,
    WorkJobs work,
    IMessageSender sender,
    AnchorBook anchors)
{
    internal async Task FeedbackAsync(string agency, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var years = await ledgers.Feedback.YearsAsync(agency, cancellation);
        await foreach (var piece in LedgerPages.AllAsync(ledgers.Feedback, agency, years, FeedbackKeys.Piece(""), LedgerText.Plain.FeedbackPiece, cancellation))
        {
            Chain(piece.Id, piece.Steps, note);
            if (piece.Screening?.CaseId is { } id && await cases.FindAsync(id, cancellation) is null && await feedback.FindAsync(piece.Id, cancellation) is not null)
            {
                await caseSteps.OpenAsync(piece, cancellation);
                if (await cases.FindAsync(id, cancellation) is not null)
                {
                    note(new CheckFinding(CheckKind.WorkResumed, piece.Id, id));
                }
            }
        }
    }

    internal async Task CasesAsync(string agency, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var months = new HashSet<YearMonth>();
        await foreach (var one in LedgerPages.AllAsync(
            ledgers.Cases, agency, await ledgers.Cases.YearsAsync(agency, cancellation), CaseBook.CasePrefix, LedgerText.Plain.LianxinCase, cancellation))
        {
            Chain(one.Id, one.Steps, note);
            months.Add(YearMonth.Of(one.RegisteredOn));
        }

        using var over = writers.Over(new MendedSite(documents, note));
        foreach (var month in months)
        {
            await over.Cases.WriteAsync(agency, month, cancellation);
        }
    }

    /// <summary>The documents of every edition, in the house and on the site.</summary>
    internal async Task ReportsAsync(string agency, Action<CheckFinding> note, CancellationToken cancellation)
    {
        foreach (var report in await archive.ListAsync(agency, cancellation))
        {
            foreach (var edition in report.Editions)
            {
                foreach (var format in ReportExports.Formats)
                {
                    await ReportAsync(report, edition, format, note, cancellation);
                }
            }
        }

        using var over = writers.Over(new MendedSite(documents, note));
        await over.Site.WriteFrameAsync(cancellation);
        await over.Column.WriteFrameAsync(agency, cancellation);
    }

    /// <summary>Sheets of quarters and months, and the photographs that prove their posting.</summary>
    internal async Task SheetsAsync(string agency, Action<CheckFinding> note, CancellationToken cancellation)
    {
        foreach (var year in await ledgers.Duties.YearsAsync(agency, cancellation))
        {
            foreach (var record in (await duties.QuartersAsync(agency, year, cancellation)).Values)
            {
                await QuarterAsync(record, note, cancellation);
            }

            const string posting = "posting-";
            await foreach (var row in ledgers.Duties.RangeAsync(agency, year, posting, LedgerKeys.After(posting), 1000, cancellation))
            {
                var one = JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.Posting)!;
                foreach (var photo in one.Photos)
                {
                    if (await documents.FenceAsync(Containers.Attachments, photo.Sha256, cancellation) is null)
                    {
                        note(new CheckFinding(CheckKind.PhotoGone, one.Id, photo.Sha256));
                    }
                }
            }

            foreach (var month in await walls.MakeMissingAsync(agency, year, cancellation))
            {
                note(new CheckFinding(CheckKind.SheetMade, month));
            }
        }
    }

    /// <summary>Jobs whose message was lost, and steps that the anchors know of.</summary>
    internal async Task RestAsync(string agency, Action<CheckFinding> note, CancellationToken cancellation)
    {
        foreach (var job in (await work.StuckAsync(agency, cancellation)).Where(j => j.State == JobState.Waiting))
        {
            if (await work.ReopenAsync($"{agency}/{job.Id}", send: true, cancellation))
            {
                note(new CheckFinding(CheckKind.WorkResumed, job.Id));
            }
        }

        foreach (var lost in await anchors.LostNowAsync(agency, cancellation))
        {
            note(new CheckFinding(CheckKind.ChainLost, lost.Anchored.Subject, $"锚点记有{Number(lost.Anchored.Events)}步，现有{Number(lost.Found?.Events ?? 0)}步"));
        }
    }

    private async Task ReportAsync(AnnualReport report, ReportEdition edition, string format, Action<CheckFinding> note, CancellationToken cancellation)
    {
        var name = Reporting.EditionName(report.Agency, report.Year, edition.Number, format);
        if (await documents.FenceAsync(Containers.Reports, name, cancellation) is not null)
        {
            return;
        }

        var from = await documents.FindAsync(Containers.Reports, Reporting.DraftName(report.Agency, report.Year, edition.Draft.Sha256, format), cancellation)
            ?? await documents.FindAsync(Containers.Site, PortalPaths.ReportFile(report.Year, edition.Number, format), cancellation);
        if (from is not null && (format != Reporting.Paper || string.Equals(Convert.ToHexStringLower(SHA256.HashData(from.Bytes)), edition.Draft.Sha256, StringComparison.Ordinal)))
        {
            await documents.PutAsync(Containers.Reports, name, from.Bytes, from.MediaType, cancellation);
            note(new CheckFinding(CheckKind.FileRestored, Number(report.Year), name));
        }
        else if (format == Reporting.Paper)
        {
            note(new CheckFinding(CheckKind.ReportGone, Number(report.Year), name));
        }
    }

    /// <summary>A record that does not know what its sheets were made of has them made anew by its message, or by the next pass of the duties.</summary>
    private async Task QuarterAsync(Core.Duties.QuarterRecord record, Action<CheckFinding> note, CancellationToken cancellation)
    {
        foreach (var sheet in record.Sheets)
        {
            if (record.SheetsKey is null || await documents.FenceAsync(Containers.Bulletins, sheet.Name, cancellation) is not null)
            {
                continue;
            }

            _ = Core.Calendar.Period.TryParse(record.Quarter, out var quarter);
            var kept = await duties.QuarterAsync(record.Agency, quarter, cancellation);
            if (await duties.SaveAsync(kept.Value with { SheetsKey = null }, kept.Fence, cancellation) is not null)
            {
                await sender.SendAsync(new OutboxMessage("work", PublicationSteps.RefreshSheetsKind, $"{record.Agency}/{record.Quarter}", 1), cancellation);
                note(new CheckFinding(CheckKind.SheetMade, record.Quarter, sheet.Name));
            }

            return;
        }
    }

    private static void Chain(string subject, IReadOnlyList<StepEvent> steps, Action<CheckFinding> note)
    {
        if (StepChain.FirstFault(subject, steps) is { } fault)
        {
            note(new CheckFinding(CheckKind.ChainBroken, subject, $"第{Number(fault.Number)}步：应为{fault.Expected}，实为{fault.Found}"));
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
