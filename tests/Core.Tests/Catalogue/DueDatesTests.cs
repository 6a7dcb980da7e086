using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Catalogue;

public class DueDatesTests
{
    [Fact]
    public void Twenty_working_days_run_from_forming_and_name_Article_26()
    {
        var deadline = For("01-03", new DateOnly(2014, 11, 19)).ShouldHaveSingleItem();

        deadline.Kind.ShouldBe("publish");
        deadline.DueOn.ShouldBe(new DateOnly(2014, 12, 17));
        deadline.Because.ShouldContain("第二十六条");
        deadline.Because.ShouldContain("2014年11月19日");
        deadline.Provisional.ShouldBeFalse();
    }

    [Fact]
    public void A_list_for_a_quarter_has_both_its_own_limit_and_the_quarters()
    {
        var deadlines = For("11-01", new DateOnly(2026, 3, 28), Period.OfQuarter(2026, 1));

        deadlines.Select(d => d.DueOn).ShouldBe([new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 20)]);
        deadlines[0].Because.ShouldContain("作出决定之日");
        deadlines[1].Because.ShouldContain("2026年第1季度末日");
    }

    [Fact]
    public void The_twentieth_day_after_the_quarter_moves_off_a_Sunday() =>
        For("01-01", new DateOnly(2014, 3, 31), Period.OfQuarter(2014, 1)).Single().DueOn.ShouldBe(new DateOnly(2014, 4, 21));

    [Fact]
    public void A_fixed_day_of_the_next_year_stands_even_on_a_Saturday()
    {
        var deadline = For("04-01", new DateOnly(2025, 12, 31), Period.OfYear(2025)).Single();

        deadline.DueOn.ShouldBe(new DateOnly(2026, 1, 31));
        deadline.Because.ShouldContain("次年1月31日");
    }

    [Fact]
    public void A_budget_is_due_twenty_calendar_days_after_its_approval()
    {
        var deadline = For("10-01", new DateOnly(2026, 1, 28), Period.OfYear(2026)).Single();

        deadline.DueOn.ShouldBe(new DateOnly(2026, 2, 24));
        deadline.Because.ShouldContain("批准之日");
        deadline.Because.ShouldContain("春节");
    }

    [Fact]
    public void A_warning_is_due_the_same_day_even_on_a_holiday() =>
        For("14-02", new DateOnly(2026, 10, 1)).Single().DueOn.ShouldBe(new DateOnly(2026, 10, 1));

    [Fact]
    public void Without_its_period_a_rule_that_needs_one_is_left_out() =>
        For("01-01", new DateOnly(2026, 3, 28)).ShouldBeEmpty();

    [Fact]
    public void A_limit_that_runs_into_a_year_without_notice_is_provisional()
    {
        var deadline = For("01-03", new DateOnly(2026, 12, 21)).Single();

        deadline.Provisional.ShouldBeTrue();
        deadline.Because.ShouldContain("暂定");
    }

    [Fact]
    public void What_a_period_owes_does_not_wait_for_anything_to_be_formed()
    {
        var entry = ShippedData.Entry("11-01");

        var due = DueDates.ForPeriod(entry, Period.OfQuarter(2026, 1), ShippedData.Calendar);

        due.Single().DueOn.ShouldBe(new DateOnly(2026, 4, 20));
    }

    [Fact]
    public void Every_entry_gets_at_least_one_deadline_for_an_item_of_its_own_cadence()
    {
        foreach (var entry in ShippedData.Catalogue.Categories.SelectMany(c => c.Entries))
        {
            Period? period = entry.Cadence.PeriodKind() is { } kind ? Period.Containing(kind, new DateOnly(2025, 6, 30)) : null;

            var deadlines = DueDates.For(entry, new DateOnly(2025, 6, 30), period, ShippedData.Calendar);

            deadlines.Count.ShouldBe(entry.DueRules.Count, entry.Code);
            deadlines.ShouldAllBe(d => d.DueOn >= new DateOnly(2025, 6, 30) && d.Because.EndsWith('。'));
        }
    }

    private static IReadOnlyList<Deadline> For(string entry, DateOnly formedOn, Period? period = null) =>
        DueDates.For(ShippedData.Entry(entry), formedOn, period, ShippedData.Calendar);
}
