using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Functions.Access;
using Lianxin.Functions.Http;
using Lianxin.Functions.Input;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Calendars;

namespace Lianxin.Functions.Desk;

/// <summary><c>/desk/calendar</c>: the years of the working-day calendar, a year day by day, and the notice that an administrator loads.</summary>
public sealed class CalendarDesk(DeskViews views, CalendarBook book, ReferenceData reference, BusinessClock business)
{
    public const string Path = "/desk/calendar";

    public static string PathOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{year}");

    public Task<string> ListAsync(HttpContext context) => ListAsync(context, null, null);

    /// <summary>One year; null when nothing here counts in it.</summary>
    public async Task<string?> YearAsync(HttpContext context, string text)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || await book.YearAsync(year, context.RequestAborted) is not { } view)
            return null;
        var months = Enumerable.Range(1, 12).Select(m => CalendarMonth.Of(year, m, reference.Calendar));
        var done = context.Request.Query["did"] == "loaded" ? "通知已载入，从现在起按它计算期限。" : null;
        return await views.PagesFor(context).CalendarYearAsync(new CalendarYearModel(view, [.. months], done), context.RequestAborted);
    }

    /// <summary>The check went well: what it would change, and the button that loads it.</summary>
    public async Task CheckedAsync(HttpContext context, HolidayNoticeInput input, NoticeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        KeyValuePair<string, string>[] hidden =
        [
            new("year", input.Year?.ToString(CultureInfo.InvariantCulture) ?? ""), new("number", input.Number ?? ""), new("issuedOn", input.IssuedOn?.ToString("O", CultureInfo.InvariantCulture) ?? ""),
            new("text", input.Text ?? ""), new("reason", input.Reason ?? ""), new("confirmed", input.Confirmed ? "true" : "false"),
        ];
        var form = new PlainForm("load", "载入", "载入后立即用于计算期限，各处同时生效，记录中写明何人、何时。", "/api/calendar/notices", "载入这份通知", [], hidden);
        await Responses.HtmlAsync(context, await views.PagesFor(context).NoticeCheckedAsync(new NoticeCheckedModel(outcome, form), context.RequestAborted));
    }

    public async Task AgainAsync(HttpContext context, HolidayNoticeInput input, Refusal refusal) =>
        await Responses.HtmlAsync(context, await ListAsync(context, input, refusal), Problem.From(refusal).Status);

    private async Task<string> ListAsync(HttpContext context, HolidayNoticeInput? typed, Refusal? refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        var form = Permissions.Allow(context.Actor(), Permissions.LoadHolidayNotice) ? Form(typed, refusal) : null;
        return await views.PagesFor(context).CalendarAsync(new CalendarModel(await book.YearsAsync(context.RequestAborted), form, refusal), context.RequestAborted);
    }

    private PlainForm Form(HolidayNoticeInput? typed, Refusal? refusal)
    {
        FormField Field(string name, string label, string? value) => new("notice", name, label)
        {
            Value = value ?? "",
            Errors = refusal?.Errors.GetValueOrDefault(name) ?? [],
        };
        var year = typed?.Year ?? business.Today.Year + 1;
        return new PlainForm(
            "notice", "载入放假安排的通知", "国务院办公厅关于部分节假日安排的通知一般在上一年10月至12月发布。先检查，看清会改变哪些期限，再载入。", "/api/calendar/notices", "检查",
            [
                Field("year", "年份", year.ToString(CultureInfo.InvariantCulture)) with { Required = true, InputMode = "numeric", MaxLength = 4, Characters = 6 },
                Field("number", "发文字号", typed?.Number) with { Required = true, MaxLength = HolidayNoticeCommands.TextCharacters, Characters = 28, Hint = "例如 国办发明电〔2025〕7号" },
                Field("issuedOn", "成文日期", typed?.IssuedOn?.ToString("O", CultureInfo.InvariantCulture)) with { Kind = FieldKind.Date, Required = true },
                Field("text", "放假安排", typed?.Text) with { Kind = FieldKind.Lines, Rows = 10, TellsOptional = false, Hint = "粘贴通知中“一、元旦：……”起的各条原文，或者列为 date,kind,name 的 CSV（kind 为 off 放假、work 上班）" },
                Field("file", "或上传 CSV 文件", null) with { Kind = FieldKind.File, Accept = ".csv,text/csv" },
                Field("reason", "更正理由", typed?.Reason) with { MaxLength = HolidayNoticeCommands.TextCharacters, Hint = "该年已有安排时必填；原来的版本保留在记录里" },
                Field("confirmed", "不寻常之处", typed?.Confirmed == true ? "true" : "false") with { Kind = FieldKind.Select, Options = [new("false", "没有，或尚未核对"), new("true", "已与通知原文核对，确实如此")] },
            ],
            [new("check", "true")]);
    }
}
