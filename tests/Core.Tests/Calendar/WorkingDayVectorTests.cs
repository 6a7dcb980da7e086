using Lianxin.Core.Calendar;

namespace Lianxin.Core.Tests.Calendar;

/// <summary>The published test vectors: due dates and numbers of working days, computed from the State Council's notices.</summary>
public class WorkingDayVectorTests
{
    [Theory]
    [InlineData("2013-03-29", 7, "2013-04-10")]
    [InlineData("2014-01-20", 20, "2014-02-20")]
    [InlineData("2014-09-22", 20, "2014-10-23")]
    [InlineData("2014-11-19", 20, "2014-12-17")]
    [InlineData("2014-12-30", 20, "2015-01-28")]
    [InlineData("2015-08-20", 15, "2015-09-11")]
    [InlineData("2023-09-20", 20, "2023-10-24")]
    [InlineData("2024-02-02", 7, "2024-02-18")]
    [InlineData("2025-01-20", 20, "2025-02-21")]
    [InlineData("2025-09-15", 20, "2025-10-17")]
    [InlineData("2026-02-09", 7, "2026-02-25")]
    [InlineData("2026-02-14", 1, "2026-02-24")]
    [InlineData("2026-09-14", 20, "2026-10-16")]
    [InlineData("2026-09-14", 40, "2026-11-13")]
    public void A_limit_in_working_days_ends_on_the_day_of_the_vector(string start, int days, string due)
    {
        var count = ShippedData.Calendar.CountWorkingDays(Day(start), days);

        count.DueOn.ShouldBe(Day(due));
        count.Provisional.ShouldBeFalse();
        ShippedData.Calendar.WorkingDaysBetween(Day(start), Day(due)).ShouldBe(days);
    }

    [Fact]
    public void An_extension_is_counted_from_the_first_due_date_and_is_at_most_twenty_days()
    {
        var first = ShippedData.Calendar.CountWorkingDays(Day("2026-09-14"), 20);

        ShippedData.Calendar.Extend(first, 20).DueOn.ShouldBe(Day("2026-11-13"));
        Should.Throw<ArgumentOutOfRangeException>(() => ShippedData.Calendar.Extend(first, 21));
    }

    [Theory]
    [InlineData(2013, 250, 60, 62, 66, 62)]
    [InlineData(2014, 250, 60, 62, 66, 62)]
    [InlineData(2015, 249, 60, 62, 65, 62)]
    [InlineData(2023, 249, 61, 62, 64, 62)]
    [InlineData(2024, 251, 61, 62, 66, 62)]
    [InlineData(2025, 248, 59, 61, 67, 61)]
    [InlineData(2026, 248, 59, 61, 66, 62)]
    public void A_year_and_its_quarters_have_the_known_numbers_of_working_days(int year, int all, int q1, int q2, int q3, int q4)
    {
        WorkingDays(Period.OfYear(year)).ShouldBe(all);
        Enumerable.Range(1, 4).Select(q => WorkingDays(Period.OfQuarter(year, q))).ShouldBe([q1, q2, q3, q4]);
    }

    [Fact]
    public void D2_and_D3_of_the_founding_document_are_counted_as_analysed()
    {
        ShippedData.Calendar.WorkingDaysIn(Day("2014-11-20"), Day("2014-12-31")).ShouldBe(30);
        ShippedData.Calendar.WorkingDaysBetween(Day("2014-11-19"), Day("2015-01-05")).ShouldBe(32);
        ShippedData.Calendar.WorkingDaysBetween(Day("2015-01-05"), Day("2014-11-19")).ShouldBe(-32);
    }

    private static int WorkingDays(Period period) => ShippedData.Calendar.WorkingDaysIn(period.First, period.Last);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
