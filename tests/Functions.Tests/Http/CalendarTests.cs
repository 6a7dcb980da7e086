using System.Net;
using Lianxin.Functions.Tests.Access;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Calendars;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The calendar on the desk: a new year's notice is checked, loaded, used and kept.</summary>
public sealed class CalendarTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    /// <summary>An invented arrangement for 2027, lawful by its numbers.</summary>
    private const string Text2027 =
        """
        一、元旦：1月1日（周五）至3日（周日）放假，共3天。
        二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月20日（周六）上班。
        三、清明节：4月3日（周六）至5日（周一）放假，共3天。
        四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
        五、端午节：6月9日（周三）放假，共1天。
        六、中秋节：9月15日（周三）放假，共1天。
        七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_is_checked_then_loaded_and_every_due_date_of_its_year_is_firm_at_once_everywhere()
    {
        // The register's clock stands in 2026-03; the notice of 2027 is invented, as is its number.
        var reference = town.Service<ReferenceData>();
        var view = await OpenTownHall.JsonAsync(await OpenTownHall.GetAsync(town.Clerk, "/api/calendar"));
        view.GetProperty("years")[0].GetProperty("provisional").GetBoolean().ShouldBeTrue();

        using var checkedOnly = await PostAsync(Notice(check: true));
        var seen = await OpenTownHall.JsonAsync(checkedOnly);
        checkedOnly.StatusCode.ShouldBe(HttpStatusCode.OK, seen.ToString());
        seen.GetProperty("changes").EnumerateArray().ShouldContain(c => c.GetProperty("wasProvisional").GetBoolean() && !c.GetProperty("isProvisional").GetBoolean());
        reference.Calendar.Covers(2027).ShouldBeFalse();

        (await PostAsync(Notice())).StatusCode.ShouldBe(HttpStatusCode.Created);
        reference.Calendar.Covers(2027).ShouldBeTrue();
        reference.Calendar.IsWorkingDay(new DateOnly(2027, 2, 20)).ShouldBeTrue();

        // Another handler, which has only what came with the program, takes it over before its next answer.
        var other = new ReferenceData(reference.Catalogue, reference.Shipped);
        await new HolidayNotices(town.Room.Documents, other, town.Service<Functions.Access.BusinessClock>(), town.Clock).RefreshAsync(Cancellation);
        other.Calendar.Covers(2027).ShouldBeTrue();

        var page = await (await OpenTownHall.GetAsync(town.Clerk, "/desk/calendar/2027")).Content.ReadAsStringAsync(Cancellation);
        page.ShouldContain("示例〔2026〕1号");
        page.ShouldContain("20<b>班</b>");
        page.ShouldContain("<h1>2027年</h1>");

        // The same again is a correction: not without its reason, and the first version stays.
        (await OpenTownHall.CodeAsync(await PostAsync(Notice()), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await PostAsync(Notice(reason: "示例：更正字号"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var year = await OpenTownHall.JsonAsync(await OpenTownHall.GetAsync(town.Clerk, "/api/calendar/2027"));
        year.GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("version").GetInt32()).ShouldBe([2, 1]);
        year.GetProperty("notices")[0].GetProperty("reason").GetString().ShouldBe("示例：更正字号");
    }

    [Fact]
    public async Task A_form_is_checked_on_a_page_of_its_own_and_a_refused_one_keeps_what_was_typed()
    {
        using var good = await town.Admin.PostFormAsync(
            "/api/calendar/notices", ("check", "true"), ("year", "2025"), ("number", "示例〔2024〕9号"), ("issuedOn", "2024-11-12"), ("reason", "示例更正"), ("text", Rows(2025)));
        var page = await good.Content.ReadAsStringAsync(Cancellation);
        good.StatusCode.ShouldBe(HttpStatusCode.OK, page);
        page.ShouldContain("没有任务的期限因此改变");
        page.ShouldContain("载入这份通知");

        using var wrong = await town.Admin.PostFormAsync(
            "/api/calendar/notices", ("check", "true"), ("year", "2025"), ("number", "示例〔2024〕9号"), ("issuedOn", "2024-11-12"), ("reason", "示例更正"), ("text", "七、国庆节：10月1日（周五）放假，共1天。"));
        page = await wrong.Content.ReadAsStringAsync(Cancellation);
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain("是周三");
        page.ShouldContain("七、国庆节：10月1日（周五）放假");
    }

    private string Rows(int year) => string.Join('\n', town.Service<ReferenceData>().Shipped.NationalDays.Where(d => d.NoticeYear == year)
        .Select(d => $"{d.Date:yyyy-MM-dd},{(d.Kind == Core.Calendar.CalendarDayKind.Off ? "off" : "work")},{d.Name}").Prepend("date,kind,name"));

    private static Dictionary<string, object?> Notice(bool check = false, string? reason = null) => new()
    {
        ["year"] = 2027,
        ["number"] = "示例〔2026〕1号",
        ["issuedOn"] = "2026-03-01",
        ["text"] = Text2027,
        ["reason"] = reason,
        ["confirmed"] = true,
        ["check"] = check,
    };

    private Task<HttpResponseMessage> PostAsync(object body) => OpenTownHall.PostAsync(town.Admin, "/api/calendar/notices", body);
}
