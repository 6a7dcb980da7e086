using Lianxin.Core.Notices;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Records;
using Lianxin.Core.Reports.Yearly;

namespace Lianxin.Functions.Tests.UseCases;

public sealed class YearlyRunTests
{
    private static readonly DateOnly FirstWorkingDay = new(2027, 1, 4);

    private readonly YearlyTown town = new(new TownHall());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_January_every_office_hears_once_what_it_owes_to_the_report_and_by_when()
    {
        await InServiceAsync();
        town.GoTo(FirstWorkingDay);
        await town.TellAsync();
        await town.TellAsync();

        var told = await town.ToldAsync();
        told.Select(t => (t.Day, t.Person)).ShouldBeUnique();
        var finance = told.Single(t => t.Person == "caizheng-clerk").Lines.Single();
        finance.Entry.ShouldBe("2026年年度报告：行政事业性收费");
        finance.Sentence.ShouldContain("既没有登记行政事业性收费，也没有说明本年没有");
        finance.DueOn.ShouldBe((await town.StandingAsync(2026)).Dates.OfficesBy);
        told.ShouldContain(t => t.Person == "chair" && t.Lines.Any(l => l.What.Contains("尚未批准公布", StringComparison.Ordinal)));
        told.ShouldNotContain(t => t.Person.StartsWith("cun-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_has_changed_is_told_again_and_not_before_the_next_day()
    {
        await InServiceAsync();
        town.GoTo(FirstWorkingDay);
        await town.TellAsync();
        (await town.StateAsync(TownHall.Clerk, "application", 2026)).Refusal.ShouldBeNull();
        await town.TellAsync();
        (await town.ToldAsync()).ShouldAllBe(t => t.Day == FirstWorkingDay);

        town.GoTo(FirstWorkingDay.AddDays(1));
        await town.TellAsync();
        (await town.ToldAsync()).Where(t => t.Day == FirstWorkingDay.AddDays(1)).Select(t => t.Person).Order(StringComparer.Ordinal)
            .ShouldBe(["chair", "dangzheng-clerk", "dangzheng-manager"]);
    }

    [Fact]
    public async Task Nothing_is_owed_while_the_year_runs_and_nobody_is_told()
    {
        await InServiceAsync();
        town.GoTo(new DateOnly(2026, 12, 31));
        await town.TellAsync();
        (await town.ToldAsync()).ShouldBeEmpty();
        var standing = await town.StandingAsync(2026);
        (standing.Timing, standing.Owed.Count).ShouldBe((ReportTiming.NotYet, 0));
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026)).Refusal!.Code.ShouldBe("year-not-over");
    }

    [Fact]
    public async Task After_a_long_sleep_the_draft_is_built_and_the_late_report_goes_up_the_ladder()
    {
        await InServiceAsync();
        town.GoTo(new DateOnly(2027, 3, 1));
        await town.TellAsync();

        (await town.Town.Room.Reports.FindAsync(TownHall.Agency, 2026, Cancellation))!.Report.Draft.ShouldNotBeNull();
        (await town.StandingAsync(2026)).Timing.ShouldBe(ReportTiming.Overdue);
        (await town.Board.OverdueAsync(TownHall.Agency, Cancellation)).Single().Year.ShouldBe(2026);
        var told = await town.ToldAsync();
        told.ShouldAllBe(t => t.Day == new DateOnly(2027, 3, 1));
        told.Single(t => t.Person == "supervisor").Lines.ShouldContain(l => l.Severity == LadderStep.Black && l.What.Contains("尚未批准公布", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sleep_of_two_years_leaves_no_report_behind()
    {
        await InServiceAsync();
        town.GoTo(new DateOnly(2028, 3, 1));
        (await town.Board.OverdueAsync(TownHall.Agency, Cancellation)).Select(o => o.Year).ShouldBe([2026, 2027]);
        await town.TellAsync();
        (await town.Town.Room.Reports.FindAsync(TownHall.Agency, 2026, Cancellation))!.Report.Draft.ShouldNotBeNull();
        (await town.Town.Room.Reports.FindAsync(TownHall.Agency, 2027, Cancellation))!.Report.Draft.ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_is_late_with_a_report_that_fell_due_before_the_register_was_kept_here()
    {
        // In service since the first quarter's end: the report of 2025 was due in January.
        town.GoTo(new DateOnly(2026, 5, 4));
        await town.Service.SinceAsync(TownHall.Agency, Cancellation);
        await town.TellAsync();
        (await town.ToldAsync()).ShouldBeEmpty();
        (await town.Board.OverdueAsync(TownHall.Agency, Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task That_there_was_none_is_said_by_the_office_that_owes_it_and_can_be_taken_back()
    {
        town.GoTo(FirstWorkingDay);
        (await town.StateAsync(TownHall.Clerk, "charge", 2026)).Refusal!.Code.ShouldBe("not-owed");
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026)).Statement!.Acts.Count.ShouldBe(1);
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026)).Statement!.Acts.Count.ShouldBe(1);
        (await AnswerAsync()).ShouldBe(AnswerState.None);
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026, takeBack: true)).Statement!.Acts.Count.ShouldBe(2);
        (await AnswerAsync()).ShouldBe(AnswerState.Owed);
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026, takeBack: true)).Refusal!.Code.ShouldBe("nothing-stated");
        (await town.StateAsync(YearlyTown.Finance, "nothing", 2026)).Refusal!.Code.ShouldBe("unknown-kind");
    }

    [Fact]
    public async Task A_record_overtakes_the_statement_and_voiding_it_does_not_bring_the_statement_back()
    {
        town.GoTo(FirstWorkingDay);
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026)).Refusal.ShouldBeNull();
        town.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        var charge = new RecordInput("charge", "收1", "", new DateOnly(2026, 5, 6), null, null, null, null, null, 12m);
        var entered = await town.EnterAsync(YearlyTown.Finance, charge);
        (await AnswerAsync()).ShouldBe(AnswerState.Recorded);
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026)).Refusal!.Code.ShouldBe("records-exist");

        await town.EnterAsync(YearlyTown.Finance, charge with { Replaces = entered.Id, Reason = "误登", Void = true });
        (await AnswerAsync()).ShouldBe(AnswerState.Owed);
        town.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        (await town.StateAsync(YearlyTown.Finance, "charge", 2026)).Refusal.ShouldBeNull();
        (await AnswerAsync()).ShouldBe(AnswerState.None);
    }

    [Fact]
    public async Task What_the_checks_found_is_owed_by_the_office_that_compiles()
    {
        await InServiceAsync();
        town.GoTo(FirstWorkingDay);
        (await town.StandingAsync(2026)).Owed.ShouldContain(o => o.Kind == OwedKind.Draft);
        await town.Town.Draft.BuildAsync(YearlyTown.Timer, Cancellation);
        var owed = (await town.StandingAsync(2026)).Owed;
        owed.ShouldNotContain(o => o.Kind == OwedKind.Draft);
        owed.Where(o => o.Kind == OwedKind.Section).ShouldAllBe(o => o.Office == "dangzheng");
        owed.ShouldContain(o => o.Kind == OwedKind.Error && o.Subject.StartsWith(ReportRules.NotSigned, StringComparison.Ordinal));
        owed.ShouldContain(o => o.Kind == OwedKind.Warning && o.Subject.StartsWith(ReportRules.SectionDrafted, StringComparison.Ordinal));
        owed.ShouldNotContain(o => o.Subject.StartsWith(ReportRules.YearNotOver, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Killed_anywhere_while_telling_the_next_run_of_the_day_tells_everybody_once()
    {
        await InServiceAsync();
        town.GoTo(FirstWorkingDay);
        // Each round dies a little later; what earlier ones have told stays told.
        for (var (call, died) = (1, true); died; call += 7)
        {
            town.Town.Gate.KillAt(call, after: call % 2 == 0);
            died = await DiesAsync(town.TellAsync);
            town.Town.Gate.Open();
        }

        await town.TellAsync();
        var told = await town.ToldAsync();
        told.Select(t => (t.Day, t.Person)).ShouldBeUnique();
        told.ShouldContain(t => t.Person == "caizheng-clerk");
        told.ShouldContain(t => t.Person == "zhifa-clerk");
        town.GoTo(FirstWorkingDay.AddDays(1));
        await town.TellAsync();
        (await town.ToldAsync()).ShouldAllBe(t => t.Day == FirstWorkingDay);
    }

    private static async Task<bool> DiesAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }

    private async Task InServiceAsync()
    {
        town.GoTo(new DateOnly(2026, 6, 1));
        await town.Service.SinceAsync(TownHall.Agency, Cancellation);
    }

    private async Task<AnswerState> AnswerAsync() => (await town.StandingAsync(2026)).Answers.Single(a => a.Kind == "charge").State;
}
