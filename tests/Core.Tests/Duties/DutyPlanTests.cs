using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;

namespace Lianxin.Core.Tests.Duties;

public sealed class DutyPlanTests
{
    private static readonly IReadOnlyList<Duty> FirstQuarter =
        DutyPlan.OfQuarter(DutyFixture.Agency, DutyFixture.Quarter, ShippedData.Catalogue, ShippedData.Calendar);

    [Fact]
    public void S14_every_periodic_entry_gives_one_duty_for_each_office_and_period_that_ends_in_the_quarter()
    {
        var villages = ShippedData.Catalogue.Offices.Count(o => o.IsVillage);

        FirstQuarter.Count(d => d.Entry == "12-01").ShouldBe(1);
        FirstQuarter.Count(d => d.Entry == "12-04").ShouldBe(2, "two offices answer for it");
        FirstQuarter.Count(d => d.Entry == "16-03").ShouldBe(villages);
        FirstQuarter.Count(d => d.Entry == "16-01").ShouldBe(3 * (villages + 1), "three months, every village and the accounts office");
        FirstQuarter.ShouldNotContain(d => d.Entry == "10-01", "a year ends in the fourth quarter");
        FirstQuarter.Select(d => d.Id).ShouldBeUnique();
    }

    [Fact]
    public void A_year_is_listed_in_the_quarter_in_which_it_ends()
    {
        var fourth = DutyPlan.OfQuarter(DutyFixture.Agency, Period.OfQuarter(2026, 4), ShippedData.Catalogue, ShippedData.Calendar);

        var profile = fourth.Single(d => d.Entry == "07-01");
        (profile.Period, profile.OpensOn, profile.DueOn).ShouldBe(("2026", new DateOnly(2026, 1, 1), new DateOnly(2027, 3, 31)));
        fourth.Single(d => d.Entry == "10-01").Due.ShouldBe(
            new Deadline("publish", new DateOnly(2026, 12, 31), "目录只规定了自事件起算的期限；2026年度内至少应公开一次，以2026年12月31日为最后期限。"));
    }

    [Fact]
    public void A_duty_opens_with_its_period_and_is_due_by_the_catalogues_rule_with_its_derivation()
    {
        var births = FirstQuarter.Single(d => d.Entry == "12-01");

        (births.OpensOn, births.DueOn, births.Village).ShouldBe((new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 20), null));
        births.Due.Because.ShouldContain("每季度结束后20日内公开");
        FirstQuarter.First(d => d.Entry == "16-03").Village.ShouldBe("cun-01");
    }

    [Fact]
    public void Ids_are_read_back_as_they_were_made()
    {
        foreach (var duty in FirstQuarter)
        {
            DutyId.TryParse(duty.Id, out var id).ShouldBeTrue(duty.Id);
            id.ShouldNotBeNull();
            (id.Agency, id.Period, id.Entry, id.Office, id.Item).ShouldBe((DutyFixture.Agency, duty.Period, duty.Entry, duty.Office, null));
            id.Quarter.ShouldBe(DutyFixture.Quarter);
            id.ToString().ShouldBe(duty.Id);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ligang-2026-Q5.12-01.jisheng")]
    [InlineData("ligang-2026-13.12-01.jisheng")]
    [InlineData("ligang-2026-Q1.12-01")]
    [InlineData("ligang-2026-Q1.12-01.ji/sheng")]
    [InlineData("2026-Q1.12-01.jisheng")]
    [InlineData("ligang-2026-Q1.12-01.jisheng.item.more")]
    public void What_is_no_id_is_not_taken_for_one(string? text) => DutyId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_freeze_waits_for_the_last_due_day_of_months_and_quarter_and_not_for_the_year()
    {
        var fourth = DutyPlan.OfQuarter(DutyFixture.Agency, Period.OfQuarter(2026, 4), ShippedData.Catalogue, ShippedData.Calendar);

        QuarterDays.FreezesOn(Period.OfQuarter(2026, 1), FirstQuarter).ShouldBe(new DateOnly(2026, 4, 21));
        QuarterDays.FreezesOn(Period.OfQuarter(2026, 4), fourth).ShouldBe(new DateOnly(2027, 1, 21));
        QuarterDays.ClosesOn(Period.OfQuarter(2026, 4)).ShouldBe(new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void S30_warnings_begin_ten_working_days_before_the_quarters_last_day()
    {
        var from = QuarterDays.WarnsFrom(DutyFixture.Quarter, ShippedData.Calendar);

        from.ShouldBe(new DateOnly(2026, 3, 17));
        ShippedData.Calendar.WorkingDaysIn(from, new DateOnly(2026, 3, 30)).ShouldBe(10);
    }

    [Fact]
    public void A_catalogue_with_an_unknown_cadence_is_refused_with_its_line()
    {
        var text = ShippedData.Text("catalogue-44.csv").Replace(",quarterly,", ",sometimes,", StringComparison.Ordinal);

        var load = CatalogueFile.Parse(text, ShippedData.Text("offices.csv"));

        load.Loaded.ShouldBeFalse();
        load.Problems.ShouldContain(p => p.ToString().Contains("sometimes", StringComparison.Ordinal) && p.ToString().Contains("公开周期", StringComparison.Ordinal));
    }
}
