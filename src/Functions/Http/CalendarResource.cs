using System.Globalization;
using System.Text;
using Lianxin.Core.Calendar;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases.Calendars;

namespace Lianxin.Functions.Http;

/// <summary><c>/api/calendar</c>: the years of the working-day calendar, and the State Council's yearly notice.</summary>
public sealed class CalendarResource(HolidayNotices notices, CalendarBook book, CalendarDesk desk)
{
    private const int FileBytes = 64 * 1024;

    public void Map(IEndpointRouteBuilder app)
    {
        app.Serve(Permissions.ReadCalendar, async context =>
            await Responses.JsonAsync(context, await book.YearsAsync(context.RequestAborted), ApiJson.Default.CalendarView));
        app.Serve(Permissions.ReadCalendarYear, async context =>
        {
            var year = int.TryParse(context.Request.RouteValues["year"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
            await (await book.YearAsync(year, context.RequestAborted) is { } view
                ? Responses.JsonAsync(context, view, ApiJson.Default.CalendarYearView)
                : Problem.NotFound().WriteAsync(context));
        });
        app.Receive(Permissions.LoadHolidayNotice, new InputLimits(1, FileBytes), LoadAsync);
    }

    private async Task LoadAsync(HttpContext context, PostedInput posted)
    {
        var fields = posted.Fields;
        var input = new HolidayNoticeInput(fields.Whole("year"), fields.Text("number"), fields.Date("issuedOn"), TextOf(posted), fields.Text("reason"), fields.Flag("confirmed") ?? false);
        var check = fields.Flag("check") ?? false;
        var by = context.Actor();
        var decision = fields.Refusal is { } wrong ? wrong
            : check ? await notices.CheckAsync(by, input, context.RequestAborted)
            : await notices.LoadAsync(by, input, context.RequestAborted);
        await ((decision.Accepted, posted.IsForm) switch
        {
            (true, true) when check => desk.CheckedAsync(context, input, decision.Value!),
            (true, true) => Responses.SeeOther(context, $"{CalendarDesk.PathOf(decision.Value!.Notice.Year)}?did=loaded"),
            (true, false) => Responses.JsonAsync(
                context, NoticeOutcomeView.Of(decision.Value!, !check), ApiJson.Default.NoticeOutcomeView, check ? StatusCodes.Status200OK : StatusCodes.Status201Created),
            (false, true) => desk.AgainAsync(context, input, decision.Refusal!),
            _ => Problem.From(decision.Refusal!).WriteAsync(context),
        });
    }

    /// <summary>A file wins over what was pasted; what is no UTF-8 shows as replacement signs, which the reader refuses by line.</summary>
    private static string? TextOf(PostedInput posted) =>
        posted.Files is [{ Bytes.Length: > 0 } file, ..] ? Encoding.UTF8.GetString(file.Bytes) : posted.Fields.Text("text");
}
