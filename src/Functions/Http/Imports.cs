using System.Security.Cryptography;
using Lianxin.Core;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/imports</c>: past registers of items, of feedback and of dated records, and typed figures, as CSV. What a file holds is told by its head line.</summary>
public sealed class Imports(ImportReader reader, Importing importing, FeedbackImporting feedback, RecordImporting records, WorkJobs jobs, IDocumentStore documents, DeskAnswers desk, LianxinOptions options)
{
    /// <summary>More rows than this become a job: the platform ends an HTTP call after 230 seconds.</summary>
    private const int RowsAtOnce = 2000;

    public void Map(IEndpointRouteBuilder app) =>
        app.Receive(Permissions.Import, new InputLimits(1, options.Limits.ImportBytes, "text/csv", "application/csv"), ImportAsync);

    private async Task ImportAsync(HttpContext context, PostedInput posted)
    {
        var dryRun = context.Request.Query["dryRun"] == "true" || posted.Fields.Flag("dryRun") == true;
        if (posted.Files.Count == 0 || posted.Files[0].Bytes.Length == 0)
        {
            await RefuseAsync(context, posted, Refusal.Field("file", "请选择要导入的 CSV 文件。"));
            return;
        }

        var file = posted.Files[0];
        if (file.Bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            await RefuseAsync(context, posted, Refusal.Field("file", "暂不接受 XLSX，请另存为“CSV UTF-8”后再导入。", "import-kind"));
            return;
        }

        var lines = reader.ReadLines(file.Bytes);
        if (lines.Refusal is { } unreadable)
        {
            await RefuseAsync(context, posted, unreadable);
            return;
        }

        var task = ImportFile.KindOf(lines.Rows[0].Fields) switch
        {
            ImportFile.ItemsKind => ItemsAsync(context, posted, lines, file.Bytes, dryRun),
            ImportFile.FiguresKind => FiguresAsync(context, posted, lines, dryRun),
            ImportFile.FeedbackKind => FeedbackAsync(context, posted, lines, dryRun),
            ImportFile.RecordsKind => RecordsAsync(context, posted, lines, dryRun),
            _ => RefuseAsync(context, posted, Refusal.Field("file", "看不出文件的种类：表头既不是信息登记簿、群众反馈登记簿、行政行为登记，也不是统计数字。", "import-columns")),
        };
        await task;
    }

    private async Task ItemsAsync(HttpContext context, PostedInput posted, ImportLines lines, byte[] bytes, bool dryRun)
    {
        var by = context.Actor();
        var file = ImportFile.ReadItems(lines);
        if (file.Refusal is { } unreadable)
        {
            await RefuseAsync(context, posted, unreadable);
            return;
        }

        var check = importing.Check(by, file, context.RequestAborted);
        if (check.Refused > 0 || dryRun)
        {
            await AnswerAsync(context, posted, check with { DryRun = dryRun });
            return;
        }

        // The original is kept as it came: it is the evidence of what was taken over.
        var name = $"import/{Convert.ToHexStringLower(SHA256.HashData(bytes))}.csv";
        await documents.PutAsync(Containers.Sealed, name, bytes, "text/csv", context.RequestAborted);
        if (file.Items.Count > RowsAtOnce)
        {
            var job = await jobs.StartImportAsync(by, name, file.Items.Count, context.RequestAborted);
            await TakenOnAsync(context, posted, job.Id);
            return;
        }

        // Once begun, an import is not broken off because the caller hung up; a killed one goes on when the file comes again.
        var done = new List<ImportLine>(file.Items.Count);
        foreach (var (line, row) in file.Items)
        {
            done.Add(await importing.ApplyAsync(by, line, row, CancellationToken.None));
        }

        await importing.FinishAsync(by.Agency, file.Items.Select(i => Core.Items.RegisterImport.YearOf(i.Row)).OfType<int>(), CancellationToken.None);
        await AnswerAsync(context, posted, Importing.Report(ImportFile.ItemsKind, false, done));
    }

    private async Task FeedbackAsync(HttpContext context, PostedInput posted, ImportLines lines, bool dryRun)
    {
        var by = context.Actor();
        var (rows, broken, refusal) = FeedbackImporting.Read(lines);
        if (refusal is not null)
        {
            await RefuseAsync(context, posted, refusal);
            return;
        }

        var check = feedback.Check(by, rows, broken);
        // Once begun, an import is not broken off because the caller hung up.
        await AnswerAsync(
            context, posted, check.Refused > 0 || dryRun ? check with { DryRun = dryRun } : await feedback.ApplyAsync(by, rows, CancellationToken.None));
    }

    private async Task RecordsAsync(HttpContext context, PostedInput posted, ImportLines lines, bool dryRun)
    {
        var by = context.Actor();
        var (rows, broken, refusal) = RecordImporting.Read(lines);
        if (refusal is not null)
        {
            await RefuseAsync(context, posted, refusal);
            return;
        }

        var check = await records.CheckAsync(by, rows, broken, context.RequestAborted);
        // Once begun, an import is not broken off because the caller hung up.
        await AnswerAsync(
            context, posted, check.Refused > 0 || dryRun ? check with { DryRun = dryRun } : await records.ApplyAsync(by, rows, CancellationToken.None));
    }

    private async Task FiguresAsync(HttpContext context, PostedInput posted, ImportLines lines, bool dryRun)
    {
        var (figures, broken) = ImportReader.ReadFigures(context.Actor().Agency, lines);
        var report = broken.Count > 0 || dryRun
            ? Importing.Report(ImportFile.FiguresKind, dryRun, [.. broken, .. figures.Select(f => new ImportLine(f.Line, f.Figure.Key, "ok", null, null, null))])
            : await importing.ApplyFiguresAsync(figures, CancellationToken.None);
        await AnswerAsync(context, posted, report);
    }

    /// <summary>
    /// A file with a wrong row is refused as a whole: 400 with the rows that are wrong, and the register as it was. A dry run that finds
    /// wrong rows has done its work: it answers 200 with its report.
    /// </summary>
    private async Task AnswerAsync(HttpContext context, PostedInput posted, ImportReport report)
    {
        if (posted.IsForm && DeskAnswers.WantsPage(context))
        {
            await desk.ImportResultAsync(context, report);
            return;
        }

        if (report.Refused > 0 && !report.DryRun)
        {
            var worst = report.Rows.Where(r => r.Outcome is "refused").Take(100).ToList();
            await Problem.From(new Refusal(RefusalKind.Invalid, "import-refused", $"{report.Total}行中有{report.Refused}行不能导入，整个文件没有导入。")
            {
                Errors = worst
                    .GroupBy(r => $"line-{r.Line}", StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(r => r.Detail ?? r.Code ?? "")], StringComparer.Ordinal),
            }).WriteAsync(context);
            return;
        }

        await Responses.JsonAsync(context, report, ApiJson.Default.ImportReport);
    }

    private static async Task TakenOnAsync(HttpContext context, PostedInput posted, string job)
    {
        if (posted.IsForm && DeskAnswers.WantsPage(context))
        {
            await Responses.SeeOther(context, $"/desk/jobs/{job}");
            return;
        }

        context.Response.Headers.Location = $"/api/jobs/{job}";
        await Responses.JsonAsync(context, new AcceptedView($"/api/jobs/{job}"), ApiJson.Default.AcceptedView, StatusCodes.Status202Accepted);
    }

    private Task RefuseAsync(HttpContext context, PostedInput posted, Refusal refusal) =>
        posted.IsForm && DeskAnswers.WantsPage(context) ? desk.ImportRefusedAsync(context, refusal) : Problem.From(refusal).WriteAsync(context);
}
