using Lianxin.Core.Calendar;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases.Calendars;

namespace Lianxin.Functions.Tests.Desk;

/// <summary>The calendar's pages with everything on them.</summary>
internal static class CalendarSamples
{
    private static readonly DateOnly Day = new(2026, 11, 4);

    public static CalendarModel Years(string text) => new(
        new CalendarView([new CalendarYearRow(2027, true, 250, null, null, null), new CalendarYearRow(2026, false, 248, 2, "示例〔2025〕7号" + text, Day), new CalendarYearRow(2025, false, 248, null, null, null)]),
        new PlainForm("notice", "载入放假安排的通知" + text, "先检查，再载入。", DeskSamples.Api + "/api/calendar/notices", "检查", [new FormField("notice", "year", "年份") { Value = text, Errors = ["不对" + text] }], [new("check", "true")]),
        Core.Refusal.Field("year", "不对" + text));

    public static CalendarYearModel Year(string text)
    {
        var calendar = CalendarFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "china-holidays.csv"))).Calendar!;
        var view = new CalendarYearView(2026, false, 248, [], [new HolidayNoticeView(2, "示例〔2025〕7号" + text, Day, "示例更正" + text, "admin" + text, default, 39)]);
        return new CalendarYearModel(view, [.. Enumerable.Range(1, 12).Select(m => CalendarMonth.Of(2026, m, calendar))], "通知已载入" + text);
    }

    public static NoticeCheckedModel Checked(string text) => new(
        new NoticeOutcome(
            new HolidayNotice(2027, 1, "示例〔2026〕1号" + text, Day, [new CalendarDay(new(2027, 2, 20), CalendarDayKind.Work, "春节" + text, 2027)], null, "admin", default),
            [new DueChange("01-03", "政府工作" + text, "2027-Q1", 10, new(2027, 4, 15), true, new(2027, 4, 16), false)]),
        new PlainForm("load", "载入", "载入后立即生效。", DeskSamples.Api + "/api/calendar/notices", "载入这份通知", [], [new("text", text)]));
}
