using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Records;
using Lianxin.Documents.Exports;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/reports</c>: the annual report 年度报告, from figures to the published edition.</summary>
public sealed class Reports(Reporting reporting, YearlyBoard yearly, ReportFormats formats, RecordKinds kinds, DeskAnswers desk, BusinessClock business)
{
    private const int FigurePage = 200;

    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ReadReport, ReadAsync);
        app.Serve(Permissions.ReportFigure, FigureAsync);
        app.Receive(Permissions.WriteNarrative, InputLimits.TextOnly, NarrativeAsync);
        app.Receive(Permissions.BuildReport, InputLimits.TextOnly, BuildAsync);
        app.Receive(Permissions.ApproveReport, InputLimits.TextOnly, ApproveAsync);
        app.Serve(Permissions.DownloadReport, DownloadAsync);
    }

    private async Task ReadAsync(HttpContext context)
    {
        if (await YearAsync(context) is not { } year)
        {
            return;
        }

        var stored = await reporting.FindAsync(context.Actor().Agency, year, context.RequestAborted);
        var report = stored?.Report ?? ReportLife.Empty(context.Actor().Agency, year);
        ETags.Set(context.Response, report.Revision);
        await Responses.JsonAsync(context, await ViewAsync(context, report), ApiJson.Default.ReportView);
    }

    private async Task<ReportView> ViewAsync(HttpContext context, AnnualReport report) =>
        ReportView.Of(report, await yearly.ReadAsync(report.Agency, report.Year, context.RequestAborted));

    private async Task FigureAsync(HttpContext context)
    {
        if (await YearAsync(context) is not { } year)
        {
            return;
        }

        var key = (string)context.Request.RouteValues["key"]!;
        if (await RowsAsync(context, year, key) is not { } rows)
        {
            await Problem.NotFound().WriteAsync(context);
            return;
        }

        var start = int.TryParse(context.Request.Query["continuation"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? Math.Min(from, rows.Count) : 0;
        var page = rows.Skip(start).Take(FigurePage).ToList();
        var next = start + page.Count < rows.Count ? (start + page.Count).ToString(CultureInfo.InvariantCulture) : null;
        await Responses.JsonAsync(context, new FigureRowsView(key, rows.Count, page, next), ApiJson.Default.FigureRowsView);
    }

    private async Task<IReadOnlyList<FigureRowView>?> RowsAsync(HttpContext context, int year, string key)
    {
        var agency = context.Actor().Agency;
        if (await reporting.RecordsBehindAsync(agency, year, key, context.RequestAborted) is { } records)
        {
            return [.. records.Select(r => RecordView.Of(r, kinds)).Select(r => new FigureRowView(r.Id, r.Number, r.Title, r.Kind, r.Office, r.KindTitle, r.On, r))];
        }

        if (await reporting.FeedbackBehindAsync(agency, year, key, context.RequestAborted) is { } pieces)
        {
            return [.. pieces.Select(p => new FigureRowView(p.Id, "", p.ItemTitle ?? "", Names.Of(p.Kind), p.Office, Names.Of(p.State), p.ReceivedOn))];
        }

        return await reporting.RowsBehindAsync(agency, year, key, context.RequestAborted) is { } rows
            ? [.. rows.Select(r => new FigureRowView(r.Id, r.IndexNumber, r.Title, r.Entry, r.Office, r.StatisticClass, r.PublishedOn) { PrivacyException = r.PrivacyException })]
            : null;
    }

    private async Task NarrativeAsync(HttpContext context, PostedInput posted)
    {
        if (await YearAsync(context) is not { } year)
        {
            return;
        }

        if (posted.IfMatch is null)
        {
            await Problem.PreconditionRequired().WriteAsync(context);
            return;
        }

        var narrative = NarrativeInputs.Read(posted.Fields, year);
        await AnswerAsync(context, posted, year, narrative.Accepted
            ? await reporting.PutNarrativeAsync(context.Actor(), year, narrative.Value, posted.IfMatch.Matches, context.RequestAborted)
            : new ReportAnswer(null, narrative.Refusal));
    }

    private async Task BuildAsync(HttpContext context, PostedInput posted)
    {
        if (await YearAsync(context) is not { } year)
        {
            return;
        }

        var format = context.Request.Query.TryGetValue("format", out var asked) ? asked.ToString() : posted.Fields.Text("format") ?? formats.ForYear(year).Name;
        await AnswerAsync(context, posted, year, await reporting.BuildAsync(context.Actor(), year, format, context.RequestAborted));
    }

    private async Task ApproveAsync(HttpContext context, PostedInput posted)
    {
        if (await YearAsync(context) is not { } year)
        {
            return;
        }

        var reasons = posted.Fields.Map("reasons") ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var answer = posted.Fields.Refusal is { } wrong
            ? new ReportAnswer(null, wrong)
            : reasons.Values.Any(r => r.Length > 2000)
                ? new ReportAnswer(null, Refusal.Field("reasons", "每条理由不能超过2000字。"))
                : await reporting.ApproveAsync(context.Actor(), year, reasons, context.RequestAborted);
        await AnswerAsync(context, posted, year, answer);
    }

    private async Task DownloadAsync(HttpContext context)
    {
        if (await YearAsync(context) is not { } year)
        {
            return;
        }

        var format = (string)context.Request.RouteValues["format"]!;
        var actor = context.Actor();
        var link = !ReportExports.Formats.Contains(format, StringComparer.Ordinal) ? null
            : context.Request.Query["draft"] == "true"
                ? (actor.IsStaff && format == "pdf" ? await reporting.DraftLinkAsync(actor.Agency, year, context.RequestAborted) : null)
                : await reporting.LinkAsync(actor.Agency, year, format, context.RequestAborted);
        if (link is null)
        {
            await new Problem(StatusCodes.Status404NotFound, ProblemCodes.NotFound, $"{year}年的年度报告还没有公布，或没有这种格式。").WriteAsync(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = link.AbsoluteUri;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = 0;
    }

    private async Task AnswerAsync(HttpContext context, PostedInput posted, int year, ReportAnswer answer)
    {
        if (answer.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.ReportAgainAsync(context, year, refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        if (posted.IsForm)
        {
            await Responses.SeeOther(context, $"/desk/reports/{year.ToString(CultureInfo.InvariantCulture)}");
            return;
        }

        ETags.Set(context.Response, answer.Stored!.Report.Revision);
        await Responses.JsonAsync(context, await ViewAsync(context, answer.Stored.Report), ApiJson.Default.ReportView);
    }

    /// <summary>The year of the address, or null once a refusal was written.</summary>
    private async Task<int?> YearAsync(HttpContext context)
    {
        if (int.TryParse((string)context.Request.RouteValues["year"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year >= 2008 && year <= business.Today.Year)
        {
            return year;
        }

        await Problem.From(Refusal.Field("year", "年份无效：政府信息公开工作年度报告自2008年起编制，且不能是将来的年份。")).WriteAsync(context);
        return null;
    }
}
