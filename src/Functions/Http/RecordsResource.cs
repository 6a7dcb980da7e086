using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Core.Reports.Records;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/records</c>: dated records 登记 of what the register does not hold; a clerk enters them, staff read them.</summary>
public sealed class RecordsResource(
    Recording recording, RecordBook book, NilStatements statements, DeskAnswers desk, RecordsDesk page, BusinessClock business, LianxinOptions options)
{
    private const string Route = "/api/records";

    public void Map(IEndpointRouteBuilder app)
    {
        app.Receive(Permissions.EnterRecord, InputLimits.TextOnly, EnterAsync);
        app.Serve(Permissions.ListRecords, ListAsync);
        app.Receive(Permissions.StateNoRecords, InputLimits.TextOnly, StateNoneAsync);
    }

    /// <summary>本年无: an act like any other, by the office that owes the records.</summary>
    private async Task StateNoneAsync(HttpContext context, PostedInput posted)
    {
        var kind = posted.Fields.Text("kind");
        var year = posted.Fields.Whole("year");
        var takeBack = posted.Fields.Flag("void") ?? false;
        var refusal = posted.Fields.Refusal ?? (year is >= 2008 and <= 9999 ? null : Refusal.Field("year", "年份无效。"));
        var answer = refusal is null
            ? await statements.StateAsync(context.Actor(), kind, year!.Value, takeBack, context.RequestAborted)
            : new StatementAnswer(null, refusal);
        if (answer.Refusal is { } refused)
        {
            await (posted.IsForm ? desk.ReportAgainAsync(context, Math.Clamp(year ?? business.Today.Year - 1, 2008, business.Today.Year), refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        if (posted.IsForm)
        {
            await Responses.SeeOther(context, string.Create(CultureInfo.InvariantCulture, $"/desk/reports/{year}#answers"));
            return;
        }

        await Responses.JsonAsync(context, NilStatementView.Of(answer.Statement!), ApiJson.Default.NilStatementView);
    }

    private async Task EnterAsync(HttpContext context, PostedInput posted)
    {
        var by = context.Actor();
        var input = Read(posted.Fields);
        (string, string)? post = posted.IdempotencyKey is { } key ? (Idempotency.KeyHash(by, Route, key), posted.BodyHash) : null;
        var answer = posted.Fields.Refusal is { } wrong
            ? new RecordAnswer(null, false, wrong)
            : await recording.EnterAsync(by, input, post, context.RequestAborted);
        if (answer.Refusal is { } refused)
        {
            await (posted.IsForm ? page.AgainAsync(context, posted, refused) : Problem.From(refused).WriteAsync(context));
            return;
        }

        var record = answer.Record!;
        var list = string.Create(CultureInfo.InvariantCulture, $"{Route}?kind={record.Kind}&year={record.On.Year}");
        if (posted.IsForm)
        {
            await Responses.SeeOther(context, RecordsDesk.ListOf(record));
            return;
        }

        context.Response.Headers.Location = list;
        ETags.Set(context.Response, record.Version);
        await Responses.JsonAsync(context, RecordView.Of(record, recording.Kinds), ApiJson.Default.RecordView, StatusCodes.Status201Created);
    }

    private async Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var kind = ListQueries.Of(query, "kind");
        var year = business.Today.Year;
        var refusal = kind is not null && recording.Kinds.Find(kind) is null ? Refusal.Field("kind", $"没有“{kind}”这种登记。")
            : ListQueries.Of(query, "year") is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year) && year is >= 1 and <= 9999) ? Refusal.Field("year", "年份无效。")
            : ListQueries.Top(query, options.Limits) is null ? ListQueries.WrongTop(options.Limits)
            : null;
        if (refusal is not null)
        {
            await Problem.From(refusal).WriteAsync(context);
            return;
        }

        try
        {
            var page = await book.ListAsync(
                context.Actor().Agency, year, kind, ListQueries.Top(query, options.Limits)!.Value, ListQueries.Of(query, "continuation"), context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            await Responses.JsonAsync(
                context, new RecordListView([.. page.Rows.Select(r => RecordView.Of(r, recording.Kinds))], page.Continuation), ApiJson.Default.RecordListView);
        }
        catch (InvalidContinuationException)
        {
            await Problem.From(Refusal.Field("continuation", "翻页标记无效，请从第一页开始。")).WriteAsync(context);
        }
    }

    private static RecordInput Read(Fields fields) => new(
        fields.Text("kind"), fields.Text("number"), fields.Text("title"), fields.Date("on"), fields.Date("endedOn"), fields.Date("publishedOn"),
        fields.Text("applicant"), fields.Text("outcome"), fields.Text("category"), fields.Amount("amount"), fields.Text("replaces"), fields.Text("reason"),
        fields.Flag("void") ?? false);
}
