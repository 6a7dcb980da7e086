using Lianxin.Core.Calendar;

namespace Lianxin.Core.Tests.Calendar;

public class ChinaTimeTests
{
    [Fact]
    public void Sixteen_hours_utc_is_already_the_next_chinese_day()
    {
        var before = new DateTimeOffset(2014, 12, 31, 15, 59, 59, TimeSpan.Zero);

        ChinaTime.DateOf(before).ShouldBe(new DateOnly(2014, 12, 31));
        ChinaTime.QuarterOf(before).ToString().ShouldBe("2014-Q4");
        ChinaTime.DateOf(before.AddSeconds(1)).ShouldBe(new DateOnly(2015, 1, 1));
        ChinaTime.YearOf(before.AddSeconds(1)).ShouldBe(2015);
    }

    [Fact]
    public void A_business_day_ends_when_the_next_begins()
    {
        var day = new DateOnly(2026, 2, 28);

        ChinaTime.EndOf(day).ShouldBe(ChinaTime.StartOf(day.AddDays(1)));
        ChinaTime.StartOf(day).UtcDateTime.ShouldBe(new DateTime(2026, 2, 27, 16, 0, 0, DateTimeKind.Utc));
    }
}
