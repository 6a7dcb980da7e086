using FsCheck.Xunit;
using Lianxin.Core.Calendar;

namespace Lianxin.Core.Tests.Calendar;

public class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = ShippedData.Calendar;

    [Fact]
    public void The_last_day_of_December_may_be_governed_by_the_next_years_notice()
    {
        var newYearsEve = new DateOnly(2022, 12, 31);

        Calendar.Covers(2022).ShouldBeFalse();
        Calendar.HolidayNameOn(newYearsEve).ShouldBe("元旦");
        Calendar.MissingNoticeFor(newYearsEve).ShouldBeNull();
        Calendar.MissingNoticeFor(new DateOnly(2022, 12, 30)).ShouldBe(2022);
    }

    [Fact]
    public void The_end_of_December_stays_open_until_the_next_years_notice_is_loaded()
    {
        Calendar.MissingNoticeFor(new DateOnly(2026, 12, 28)).ShouldBeNull();
        Calendar.MissingNoticeFor(new DateOnly(2026, 12, 29)).ShouldBe(2027);
        Calendar.MissingNoticeFor(new DateOnly(2025, 12, 31)).ShouldBeNull();
    }

    [Fact]
    public void Coverage_is_told_year_by_year() =>
        Calendar.Years.ShouldBe([2013, 2014, 2015, 2023, 2024, 2025, 2026]);

    [Fact]
    public void A_count_that_crosses_into_a_year_without_notice_is_provisional_and_keeps_its_statutory_days()
    {
        var count = Calendar.CountWorkingDays(new DateOnly(2026, 12, 21), 20);

        // New Year's Day 2027, a Friday, is off by law; what the notice will exchange with it is unknown.
        count.DueOn.ShouldBe(new DateOnly(2027, 1, 19));
        count.YearsWithoutNotice.ShouldBe([2027]);
        count.Holidays.ShouldContain(new SkippedHoliday("元旦", new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 1)));
    }

    [Theory]
    [InlineData(2027, 2, 5, "春节")]
    [InlineData(2027, 2, 8, "春节")]
    [InlineData(2027, 2, 9, null)]
    [InlineData(2027, 4, 5, "清明节")]
    [InlineData(2027, 5, 2, "劳动节")]
    [InlineData(2027, 6, 9, "端午节")]
    [InlineData(2027, 9, 15, "中秋节")]
    [InlineData(2027, 10, 3, "国庆节")]
    [InlineData(2016, 2, 7, null)]
    [InlineData(2016, 2, 10, "春节")]
    [InlineData(2016, 5, 2, null)]
    [InlineData(2020, 6, 25, "端午节")]
    [InlineData(2020, 10, 1, "国庆节")]
    [InlineData(2017, 8, 15, null)]
    public void Statutory_days_of_a_year_without_notice_follow_the_law_and_the_lunar_calendar(int year, int month, int day, string? name) =>
        Calendar.HolidayNameOn(new DateOnly(year, month, day)).ShouldBe(name);

    [Fact]
    public void A_count_in_calendar_days_that_ends_on_a_day_of_rest_moves_to_the_next_working_day()
    {
        var sunday = Calendar.CountCalendarDays(new DateOnly(2014, 3, 31), 20);
        sunday.MovedFrom.ShouldBe(new DateOnly(2014, 4, 20));
        sunday.DueOn.ShouldBe(new DateOnly(2014, 4, 21));

        var festival = Calendar.CountCalendarDays(new DateOnly(2026, 1, 27), 20);
        festival.DueOn.ShouldBe(new DateOnly(2026, 2, 24));
        festival.Holidays.ShouldBe([new SkippedHoliday("春节", new DateOnly(2026, 2, 16), new DateOnly(2026, 2, 23))]);

        // A Sunday that is worked is no day of rest.
        Calendar.CountCalendarDays(new DateOnly(2024, 1, 29), 20).MovedFrom.ShouldBeNull();
    }

    [Fact]
    public void Zero_days_is_the_day_itself_even_when_it_is_a_day_of_rest()
    {
        var nationalDay = new DateOnly(2026, 10, 1);

        Calendar.CountCalendarDays(nationalDay, 0).DueOn.ShouldBe(nationalDay);
        Calendar.AddWorkingDays(nationalDay, 0).ShouldBe(nationalDay);
    }

    [Fact]
    public void Working_days_inside_a_pause_are_taken_out_once_even_where_pauses_overlap()
    {
        var start = new DateOnly(2014, 11, 19);
        var first = new Pause(new DateOnly(2014, 11, 24), new DateOnly(2014, 11, 28));
        var second = new Pause(new DateOnly(2014, 11, 27), new DateOnly(2014, 12, 1));

        var count = Calendar.CountWorkingDays(start, 20, first, second);

        count.PausedDays.ShouldBe(6);
        count.DueOn.ShouldBe(Calendar.AddWorkingDays(start, 26));
    }

    [Fact]
    public void A_region_lays_its_own_days_over_the_national_ones()
    {
        var overlay = "date,kind,name,year_notice\n2026-03-20,off,开斋节,2026\n2026-10-10,off,开斋节,2026\n2019-06-05,off,开斋节,2019\n";
        var regional = CalendarFile.Parse(ShippedData.Text("china-holidays.csv"), overlay).Calendar.ShouldNotBeNull();

        regional.IsWorkingDay(new DateOnly(2026, 3, 20)).ShouldBeFalse();
        regional.HolidayNameOn(new DateOnly(2026, 3, 20)).ShouldBe("开斋节");
        regional.IsWorkingDay(new DateOnly(2026, 10, 10)).ShouldBeFalse();
        Calendar.IsWorkingDay(new DateOnly(2026, 10, 10)).ShouldBeTrue();
        regional.Covers(2019).ShouldBeFalse();
    }

    [Property]
    public bool The_due_day_is_a_working_day_and_exactly_n_working_days_away(int startOffset, int length)
    {
        var start = new DateOnly(2010, 1, 1).AddDays(Math.Abs(startOffset % 7000));
        var n = 1 + Math.Abs(length % 60);

        var due = Calendar.AddWorkingDays(start, n);

        return Calendar.IsWorkingDay(due) && Calendar.WorkingDaysBetween(start, due) == n;
    }

    [Property]
    public bool A_later_start_never_ends_earlier(int startOffset, int length)
    {
        var start = new DateOnly(2010, 1, 1).AddDays(Math.Abs(startOffset % 7000));
        var n = Math.Abs(length % 60);

        return Calendar.AddWorkingDays(start, n) <= Calendar.AddWorkingDays(start.AddDays(1), n)
            && Calendar.CountCalendarDays(start, n).DueOn <= Calendar.CountCalendarDays(start.AddDays(1), n).DueOn;
    }

    [Property]
    public bool Every_day_between_start_and_due_is_accounted_for(int startOffset, int length)
    {
        var start = new DateOnly(2013, 1, 1).AddDays(Math.Abs(startOffset % 900));
        var count = Calendar.CountWorkingDays(start, Math.Abs(length % 60));

        var skipped = count.WeekendDays + count.Holidays.Sum(h => h.Last.DayNumber - h.First.DayNumber + 1);
        return count.DueOn.DayNumber - start.DayNumber == count.Days + skipped;
    }
}
