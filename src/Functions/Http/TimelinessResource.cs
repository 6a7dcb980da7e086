using Lianxin.Core.Calendar;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Assessments;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/timeliness</c> and the printed assessment 考核 of an office and quarter.</summary>
public sealed class TimelinessResource(Timeliness timeliness, AssessmentPrint print, ReferenceData reference, BusinessClock business)
{
    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ReadTimeliness, ReadAsync);
        app.Serve(Permissions.PrintAssessment, PrintAsync);
    }

    private async Task ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var fields = new QueryFields(query);
        var present = Period.QuarterOf(business.Today);
        var from = fields.Day("from") ?? present.First;
        var to = fields.Day("to") ?? (query["from"] is [{ Length: > 0 }] ? business.Today : present.Last);
        var office = fields.Office("office", reference.Catalogue);
        if (fields.Refusal is null && from > to)
        {
            fields.Refuse("to", "截止日期不能早于开始日期。");
        }
        else if (to.DayNumber - from.DayNumber >= Timeliness.MostDays)
        {
            fields.Refuse("to", $"一次最多统计{Timeliness.MostDays}天。");
        }
        else if (from.Year < 2000 || to.Year > 2999)
        {
            fields.Refuse("from", "年份应在 2000 至 2999 之间。");
        }

        if (fields.Refusal is { } refused)
        {
            await Problem.From(refused).WriteAsync(context);
            return;
        }

        var figures = await timeliness.OfRangeAsync(context.Actor().Agency, from, to, context.RequestAborted);
        await Responses.JsonAsync(context, TimelinessAnswer.Of(figures, office), ApiJson.Default.TimelinessAnswer);
    }

    private async Task PrintAsync(HttpContext context)
    {
        if (await QuarterAddress.ReadAsync(context) is not { } quarter)
        {
            return;
        }

        var fields = new QueryFields(context.Request.Query);
        var office = fields.Office("office", reference.Catalogue);
        var paper = fields.Paper();
        if (fields.Refusal is null && office is null)
        {
            fields.Refuse("office", "请写明考核的站所或村，例如 office=dangzheng。");
        }

        if (fields.Refusal is { } refused)
        {
            await Problem.From(refused).WriteAsync(context);
            return;
        }

        var agency = context.Actor().Agency;
        var figures = await timeliness.OfQuarterAsync(agency, quarter, context.RequestAborted);
        var page = print.Render(agency, quarter, figures, figures.Offices.Single(o => o.Office.Code == office!.Code), paper);
        await Responses.PdfAsync(context, page.Bytes, $"assessment-{quarter}-{office!.Code}.pdf");
    }
}
