using FsCheck.Xunit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Calendar;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-02", "2026-02-01", "2026-02-28", "2026-Q1", "2026年2月")]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31", "2026-Q4", "2026年第4季度")]
    [InlineData("2024", "2024-01-01", "2024-12-31", "2024-Q4", "2024年度")]
    public void A_period_knows_its_days_and_its_quarter(string text, string first, string last, string quarter, string chinese)
    {
        Period.TryParse(text, out var period).ShouldBeTrue();

        Iso(period.First).ShouldBe(first);
        Iso(period.Last).ShouldBe(last);
        period.Quarter.ToString().ShouldBe(quarter);
        period.ToString().ShouldBe(text);
        period.ToChinese().ShouldBe(chinese);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-Q0")]
    [InlineData("2026-q1")]
    [InlineData("2026-3")]
    [InlineData("2026Q1")]
    [InlineData("２０２６")]
    [InlineData("0000")]
    [InlineData("9999-01")]
    [InlineData(" 2026")]
    [InlineData("+202")]
    public void A_period_that_does_not_exist_is_refused(string? text) => Period.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("2026-03", Cadence.Monthly)]
    [InlineData("2026-Q1", Cadence.Quarterly)]
    [InlineData("2026", Cadence.Annual)]
    public void A_period_fits_only_its_own_cadence(string text, Cadence cadence)
    {
        Period.TryParse(text, out var period).ShouldBeTrue();

        Enum.GetValues<Cadence>().Where(c => period.Fits(c)).ShouldBe([cadence]);
    }

    [Property]
    public bool Periods_follow_each_other_without_a_gap(int offset, int kind)
    {
        var day = new DateOnly(2000, 1, 1).AddDays(Math.Abs(offset % 20000));
        var period = Period.Containing((PeriodKind)Math.Abs(kind % 3), day);

        return period.Contains(day)
            && period.Next.First == period.Last.AddDays(1)
            && period.Next.Previous == period
            && Period.TryParse(period.ToString(), out var again)
            && again == period;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
