using Lianxin.Core.Calendar;

namespace Lianxin.Core.Tests.Calendar;

public class DerivationTests
{
    [Fact]
    public void A_derivation_names_start_rule_holidays_weekends_and_make_up_days()
    {
        var count = ShippedData.Calendar.CountWorkingDays(new DateOnly(2014, 9, 22), 20);

        Derivation.Of(count, "信息形成之日", "《条例》第二十六条").ShouldBe(
            "依据《条例》第二十六条，自信息形成之日（2014年9月22日）的次日起算20个工作日，至2014年10月23日（周四）届满；" +
            "不计国庆节放假10月1日至7日、周六、周日4天；调休上班的9月28日、10月11日计入。");
    }

    [Fact]
    public void A_moved_last_day_tells_from_where_and_by_which_article()
    {
        var count = ShippedData.Calendar.CountCalendarDays(new DateOnly(2014, 3, 31), 20);

        Derivation.Of(count, "2014年第1季度末日", "目录").ShouldBe(
            "依据目录，自2014年第1季度末日（2014年3月31日）的次日起算20日，2014年4月20日届满，逢周日，依《民法典》第二百零三条顺延至2014年4月21日。");
    }

    [Fact]
    public void A_provisional_derivation_says_so_and_names_the_year()
    {
        var count = ShippedData.Calendar.CountWorkingDays(new DateOnly(2026, 12, 21), 20);

        var text = Derivation.Of(count, "信息形成之日", "目录");

        text.ShouldContain("暂定");
        text.ShouldContain("2027年的放假通知尚未导入");
        text.ShouldContain("元旦放假2027年1月1日");
    }

    [Fact]
    public void A_pause_is_told_with_its_days()
    {
        var pause = new Pause(new DateOnly(2014, 11, 24), new DateOnly(2014, 11, 28), "征求第三方意见");
        var count = ShippedData.Calendar.CountWorkingDays(new DateOnly(2014, 11, 19), 20, pause);

        Derivation.Of(count, "收到申请之日", "《条例》第三十三条").ShouldContain("扣除征求第三方意见11月24日至28日共5个工作日");
    }

    [Fact]
    public void Ranges_of_days_are_written_as_short_as_they_stay_clear()
    {
        ChineseDates.Range(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 7), 2026).ShouldBe("10月1日至7日");
        ChineseDates.Range(new DateOnly(2023, 9, 29), new DateOnly(2023, 10, 6), 2023).ShouldBe("9月29日至10月6日");
        ChineseDates.Range(new DateOnly(2022, 12, 31), new DateOnly(2023, 1, 2), 2022).ShouldBe("12月31日至2023年1月2日");
        ChineseDates.Range(new DateOnly(2023, 1, 21), new DateOnly(2023, 1, 27), 2022).ShouldBe("2023年1月21日至27日");
    }
}
