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

/// <summary><c>/api/imports</c>: past registers of items, of feedback and of dated records, and typed figures, as CSV or XLSX. What a file holds is told by its head line.</summary>
public sealed class Imports(ImportReader reader, Importing importing, FeedbackImporting feedback, RecordImporting records, WorkJobs jobs, IDocumentStore documents, CheckedFiles kept, DeskAnswers desk, LianxinOptions options)
{
    /// <summary>More rows than this become a job: the platform ends an HTTP call after 230 seconds.</summary>
    private const int RowsAtOnce = 2000;

    public void Map(IEndpointRouteBuilder app) =>
        app.Receive(Permissions.Import, new InputLimits(1, options.Limits.ImportBytes, ImportFormat.CsvType, "application/csv", ImportFormat.XlsxType), ImportAsync);

    private async Task ImportAsync(HttpContext context, PostedInput posted)
    {
        var dryRun = context.Request.Query["dryRun"] == "true" || posted.Fields.Flag("dryRun") == true;
        if (posted.Files.Count == 0 && posted.IsForm && posted.Fields.Text("checked") is { Length: > 0 } mark)
        {
            await CheckedAsync(context, posted, mark);
            return;
        }

        if (posted.Files.Count == 0 || posted.Files[0].Bytes.Length == 0)
        {
            await RefuseAsync(context, posted, Refusal.Field("file", "请选择要导入的 XLSX 或 CSV 文件。"));
            return;
        }

        var file = posted.Files[0];
        if (ImportFormat.Check(file.Name, file.MediaType, file.Bytes) is { } foreign)
        {
            await RefuseAsync(context, posted, foreign);
            return;
        }

        await ReadAsync(new Upload(context, posted, file.Bytes, dryRun, null));
    }

    /// <summary>Starts the import of a file that was checked before; nobody has to choose it again.</summary>
    private async Task CheckedAsync(HttpContext context, PostedInput posted, string mark)
    {
        if (await kept.FindAsync(context.Actor(), mark, context.RequestAborted) is { } bytes)
        {
            await ReadAsync(new Upload(context, posted, bytes, false, mark));
            return;
        }

        await RefuseAsync(context, posted, Refusal.Field("file", "检查过的文件已经导入或已不在，请重新选择文件。", "import-checked-gone"));
    }

    private async Task ReadAsync(Upload upload)
    {
        var lines = reader.ReadLines(upload.Bytes);
        if (lines.Refusal is { } unreadable)
        {
            await RefuseAsync(upload.Context, upload.Posted, unreadable);
            return;
        }

        upload = upload with { Lines = lines };
        var task = ImportFile.KindOf(lines.Rows[0].Fields) switch
        {
            ImportFile.ItemsKind => ItemsAsync(upload),
            ImportFile.FiguresKind => FiguresAsync(upload),
            ImportFile.FeedbackKind => FeedbackAsync(upload),
            ImportFile.RecordsKind => RecordsAsync(upload),
            _ => RefuseAsync(upload, Refusal.Field("file", "看不出文件的种类：表头既不是信息登记簿、群众反馈登记簿、行政行为登记，也不是统计数字。", "import-columns")),
        };
        await task;
    }

    private async Task ItemsAsync(Upload upload)
    {
        var by = upload.By;
        var file = ImportFile.ReadItems(upload.Lines);
        if (file.Refusal is { } unreadable)
        {
            await RefuseAsync(upload, unreadable);
            return;
        }

        var check = importing.Check(by, file, upload.Context.RequestAborted);
        if (check.Refused > 0 || upload.DryRun)
        {
            await AnswerAsync(upload, check with { DryRun = upload.DryRun });
            return;
        }

        // The original is kept as it came: it is the evidence of what was taken over.
        var (ending, mediaType) = ImportFormat.Of(upload.Bytes);
        var name = $"import/{Convert.ToHexStringLower(SHA256.HashData(upload.Bytes))}.{ending}";
        await documents.PutAsync(Containers.Sealed, name, upload.Bytes, mediaType, upload.Context.RequestAborted);
        if (file.Items.Count > RowsAtOnce)
        {
            var job = await jobs.StartImportAsync(by, name, file.Items.Count, upload.Context.RequestAborted);
            await TakenOnAsync(upload, job.Id, check);
            return;
        }

        // Once begun, an import is not broken off because the caller hung up; a killed one goes on when the file comes again.
        var done = new List<ImportLine>(file.Items.Count);
        foreach (var (line, row) in file.Items)
        {
            done.Add(await importing.ApplyAsync(by, line, row, CancellationToken.None));
        }

        await importing.FinishAsync(by.Agency, file.Items.Select(i => Core.Items.RegisterImport.YearOf(i.Row)).OfType<int>(), CancellationToken.None);
        await AnswerAsync(upload, Importing.Report(ImportFile.ItemsKind, false, done), check);
    }

    private async Task FeedbackAsync(Upload upload)
    {
        var by = upload.By;
        var (rows, broken, refusal) = FeedbackImporting.Read(upload.Lines);
        if (refusal is not null)
        {
            await RefuseAsync(upload, refusal);
            return;
        }

        var check = feedback.Check(by, rows, broken);
        if (check.Refused > 0 || upload.DryRun)
        {
            await AnswerAsync(upload, check with { DryRun = upload.DryRun });
            return;
        }

        // Once begun, an import is not broken off because the caller hung up.
        await AnswerAsync(upload, await feedback.ApplyAsync(by, rows, CancellationToken.None), check);
    }

    private async Task RecordsAsync(Upload upload)
    {
        var by = upload.By;
        var (rows, broken, refusal) = RecordImporting.Read(upload.Lines);
        if (refusal is not null)
        {
            await RefuseAsync(upload, refusal);
            return;
        }

        var check = await records.CheckAsync(by, rows, broken, upload.Context.RequestAborted);
        if (check.Refused > 0 || upload.DryRun)
        {
            await AnswerAsync(upload, check with { DryRun = upload.DryRun });
            return;
        }

        // Once begun, an import is not broken off because the caller hung up.
        await AnswerAsync(upload, await records.ApplyAsync(by, rows, CancellationToken.None), check);
    }

    private async Task FiguresAsync(Upload upload)
    {
        var (figures, broken) = ImportReader.ReadFigures(upload.By.Agency, upload.Lines);
        var check = Importing.Report(ImportFile.FiguresKind, true, [.. broken, .. figures.Select(f => new ImportLine(f.Line, f.Figure.Key, "ok", null, null, null))]);
        if (check.Refused > 0 || upload.DryRun)
        {
            await AnswerAsync(upload, check with { DryRun = upload.DryRun });
            return;
        }

        await AnswerAsync(upload, await importing.ApplyFiguresAsync(figures, CancellationToken.None), check);
    }

    /// <summary>
    /// A file with a wrong row is refused as a whole: 400 with the rows that are wrong, and the register as it was. A dry run that finds
    /// wrong rows has done its work: it answers 200 with its report.
    /// </summary>
    /// <param name="check">What the check of the whole file said before its rows were applied.</param>
    private async Task AnswerAsync(Upload upload, ImportReport report, ImportReport? check = null)
    {
        if (upload.ForPage)
        {
            // Only what was found without a fault is kept: nothing that stops an import stays in the house.
            var mark = report is { DryRun: true, Refused: 0, Total: > 0 } ? await kept.KeepAsync(upload.By, upload.Bytes, upload.Context.RequestAborted) : null;
            var answer = new ImportAnswer(report, upload.Lines) { Mark = mark, Earlier = upload.Mark is null ? null : check };
            await ForgetAsync(upload, report.Refused == 0 && !report.DryRun);
            await desk.ImportResultAsync(upload.Context, answer);
            return;
        }

        if (report.Refused > 0 && !report.DryRun)
        {
            var worst = report.Rows.Where(r => r.Outcome is "refused").Take(100).ToList();
            await Problem.From(new Refusal(RefusalKind.Invalid, "import-refused", $"{report.Total}行中有{report.Refused}行不能导入，整个文件没有导入。")
            {
                Errors = worst
                    .GroupBy(r => r.Line == 0 ? "file" : $"line-{r.Line}", StringComparer.Ordinal)
                    .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.SelectMany(r => r.Findings?.Select(f => f.Detail) ?? [r.Detail ?? r.Code ?? ""])], StringComparer.Ordinal),
            }).WriteAsync(upload.Context);
            return;
        }

        await Responses.JsonAsync(upload.Context, report, ApiJson.Default.ImportReport);
    }

    private async Task TakenOnAsync(Upload upload, string job, ImportReport check)
    {
        await ForgetAsync(upload, true);
        if (upload.ForPage && upload.Mark is not null)
        {
            await desk.ImportResultAsync(upload.Context, new ImportAnswer(null, upload.Lines) { Earlier = check, Job = job });
        }
        else if (upload.ForPage)
        {
            await Responses.SeeOther(upload.Context, $"/desk/jobs/{job}");
        }
        else
        {
            upload.Context.Response.Headers.Location = $"/api/jobs/{job}";
            await Responses.JsonAsync(upload.Context, new AcceptedView($"/api/jobs/{job}"), ApiJson.Default.AcceptedView, StatusCodes.Status202Accepted);
        }
    }

    private async Task ForgetAsync(Upload upload, bool imported)
    {
        if (imported && upload.Mark is { } mark)
        {
            await kept.ForgetAsync(upload.By, mark, CancellationToken.None);
        }
    }

    /// <summary>A file that is refused as a whole also says what is not plain about its sheets: that may be why its head was not found.</summary>
    private Task RefuseAsync(Upload upload, Refusal refusal)
    {
        var found = upload.Lines.Broken.SelectMany(l => l.Findings ?? []).Select(f => f.Detail).ToList();
        return RefuseAsync(upload.Context, upload.Posted, found.Count == 0 || !refusal.Errors.TryGetValue("file", out var said) ? refusal : refusal with
        {
            Errors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["file"] = [.. said, .. found] },
        });
    }

    private Task RefuseAsync(HttpContext context, PostedInput posted, Refusal refusal) =>
        posted.IsForm && DeskAnswers.WantsPage(context) ? desk.ImportRefusedAsync(context, refusal) : Problem.From(refusal).WriteAsync(context);

    /// <summary>One file that came in.</summary>
    /// <param name="Mark">Of the checked file that it is; null when it came with the post.</param>
    private sealed record Upload(HttpContext Context, PostedInput Posted, byte[] Bytes, bool DryRun, string? Mark)
    {
        public ImportLines Lines { get; init; } = new([], [], null);

        public Core.Access.Actor By => Context.Actor();

        public bool ForPage => Posted.IsForm && DeskAnswers.WantsPage(Context);
    }
}
