using Lianxin.Core.Calendar;

namespace Lianxin.Core.Tests.Calendar;

public sealed class HolidayNoticeTests
{
    /// <summary>The sentences of the notice for 2026.</summary>
    private const string Notice2026 =
        """
        一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
        二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
        三、清明节：4月4日（周六）至6日（周一）放假，共3天。
        四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
        五、端午节：6月19日（周五）至21日（周日）放假，共3天。
        六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
        七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
        """;

    private static readonly WorkingDayCalendar Shipped = ShippedData.Calendar;

    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void The_sentences_of_a_notice_give_the_same_days_as_the_shipped_rows()
    {
        var (days, faults) = HolidayNoticeText.Read(2026, Notice2026);
        faults.ShouldBeEmpty();
        days.Select(d => (d.Date, d.Kind)).ShouldBe(Shipped.NationalDays.Where(d => d.NoticeYear == 2026).Select(d => (d.Date, d.Kind)), ignoreOrder: true);
    }

    [Fact]
    public void Every_shipped_year_since_the_thirteen_days_passes_the_checks()
    {
        foreach (var year in new[] { 2025, 2026 })
        {
            var own = Shipped.NationalDays.Where(d => d.NoticeYear == year).ToList();
            var findings = HolidayNoticeChecks.Check(year, own, []);
            findings.Faults.ShouldBeEmpty();
            findings.Unusual.ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_extra_holiday_of_2015_is_unusual_and_needs_a_word()
    {
        var own = Shipped.NationalDays.Where(d => d.NoticeYear == 2015).ToList();
        HolidayNoticeChecks.Check(2015, own, []).Unusual.ShouldContain(u => u.Contains("12天", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("七、国庆节：10月1日（周五）至7日（周三）放假，共7天。", "是周四")]
    [InlineData("七、国庆节：10月1日（周四）至7日（周三）放假，共8天。", "日期却有7天")]
    [InlineData("七、国庆节：10月1日至32日放假。", "不存在的日期")]
    [InlineData("date,kind,name\n2026-02-30,off,春节", "不是存在的日期")]
    [InlineData("date,kind,name\n2026-02-03,holiday,春节", "off（放假）")]
    [InlineData("没有安排", "没有读到")]
    public void What_cannot_be_read_is_told(string text, string told) =>
        HolidayNoticeText.Read(2026, text).Faults.ShouldContain(f => f.Contains(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("2026-10-03,off,国庆节", "", "2026年10月3日 是法定节日")]
    [InlineData("", "2026-05-08,work,劳动节", "不是周六、周日")]
    [InlineData("", "2027-01-02,off,元旦", "不属于 2026 年")]
    [InlineData("", "2026-01-01,off,元旦", "出现了2次")]
    public void What_the_law_does_not_allow_is_refused(string without, string with, string told)
    {
        var rows = Rows().Where(r => r != without).Append(with).Where(r => r.Length > 0);
        var decision = Decide(string.Join('\n', rows.Prepend("date,kind,name")));
        decision.Refusal!.Errors["text"].ShouldContain(e => e.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_day_off_too_many_waits_for_a_confirmation()
    {
        var text = string.Join('\n', Rows().Append("2026-09-03,off,纪念日").Prepend("date,kind,name"));
        Decide(text).Refusal!.Errors.Keys.ShouldBe(["confirmed"]);
        Decide(text, confirmed: true).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void A_correction_is_a_further_version_with_its_reason_and_takes_the_place_of_the_former()
    {
        var text = string.Join('\n', Rows().Append("2026-09-03,off,纪念日").Prepend("date,kind,name"));
        HolidayNoticeCommands.Decide(Input(text) with { Reason = null }, Shipped, [], Shipped.Years, Today, "admin", default).Refusal!.Errors.Keys.ShouldBe(["reason"]);
        var first = Decide(text, confirmed: true).Value!;
        var second = HolidayNoticeCommands.Decide(Input(Notice2026), Shipped, [first], Shipped.Years, Today, "admin", default).Value!;
        second.Version.ShouldBe(2);
        Shipped.With([first]).IsWorkingDay(new DateOnly(2026, 9, 3)).ShouldBeFalse();
        Shipped.With([first, second]).IsWorkingDay(new DateOnly(2026, 9, 3)).ShouldBeTrue();
        Shipped.IsWorkingDay(new DateOnly(2026, 9, 3)).ShouldBeTrue();
    }

    [Fact]
    public void A_year_that_was_provisional_becomes_firm()
    {
        var rows = Rows().Select(r => r.Replace("2026-", "2027-", StringComparison.Ordinal));
        var days = HolidayNoticeText.Read(2027, string.Join('\n', rows.Prepend("date,kind,name"))).Days;
        var notice = new HolidayNotice(2027, 1, "示例〔2026〕1号", Today, days, null, "admin", default);
        Shipped.CountWorkingDays(new DateOnly(2026, 12, 20), 20).Provisional.ShouldBeTrue();
        Shipped.With([notice]).CountWorkingDays(new DateOnly(2026, 12, 20), 20).Provisional.ShouldBeFalse();
    }

    private static IEnumerable<string> Rows() =>
        Shipped.NationalDays.Where(d => d.NoticeYear == 2026).Select(d => $"{d.Date:yyyy-MM-dd},{(d.Kind == CalendarDayKind.Off ? "off" : "work")},{d.Name}");

    private static Decision<HolidayNotice> Decide(string text, bool confirmed = false) =>
        HolidayNoticeCommands.Decide(Input(text) with { Confirmed = confirmed }, Shipped, [], Shipped.Years, Today, "admin", default);

    private static HolidayNoticeInput Input(string text) => new(2026, "国办发明电〔2025〕7号", new DateOnly(2025, 11, 4), text, "示例更正", Confirmed: false);
}
