using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

public sealed class SimulatedYearTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Seeds of the troubled years; <c>./test --long</c> lives twenty of them.</summary>
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("LIANXIN_TEST_LONG") is "1" ? 20 : 2)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task S19_at_the_end_of_a_troubled_year_every_duty_is_met_late_or_alarmed_and_nothing_went_out_twice_or_too_early(int seed)
    {
        using var year = new SimulatedYear(seed);
        await year.LiveAsync();

        year.Troubles.ShouldBeGreaterThan(10, "the year was to be a troubled one");
        foreach (var quarter in Enumerable.Range(1, 4).Select(n => Period.OfQuarter(2026, n)))
            await CheckQuarterAsync(year, quarter);
        foreach (var plan in year.Plans.Where(p => p.ItemId is not null))
            await CheckItemAsync(year, plan);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_register()
    {
        using var once = new SimulatedYear(7);
        using var twice = new SimulatedYear(7);
        await once.LiveAsync();
        await twice.LiveAsync();

        (await TellAsync(twice)).ShouldBe(await TellAsync(once));
    }

    private static async Task CheckQuarterAsync(SimulatedYear year, Period quarter)
    {
        var view = await year.Quarter.Board.ReadAsync(TownHall.Agency, quarter, Stop);

        view.Record.ClosedAt.ShouldNotBeNull(quarter.ToString());
        view.Record.MarkedAt.ShouldNotBeNull(quarter.ToString());
        year.Quarter.Told.ShouldContain(t => t.Contains($"closing {quarter}", StringComparison.Ordinal));
        foreach (var duty in view.Duties.Where(d => d.State == DutyState.Overdue && d.Duty.DueOn < ChinaTime.DateOf(view.Record.FrozenAt!.Value)))
            duty.Record.ShouldNotBeNull(duty.Duty.Id).OverdueOn.ShouldNotBeNull(duty.Duty.Id);
        view.Duties.ShouldAllBe(d => d.State != DutyState.Pending || d.Duty.DueOn >= year.Quarter.Town.Business.Today);
        foreach (var line in view.Record.Coverage.Where(l => l.State == DutyState.Met))
            line.MetOn!.Value.ShouldBeLessThanOrEqualTo(line.DueOn, line.Id);
    }

    private static async Task CheckItemAsync(SimulatedYear year, SimulatedYear.Plan plan)
    {
        var item = await year.Quarter.Town.ReadAsync(plan.ItemId!);
        var events = await year.Quarter.Town.Room.Register.HistoryAsync(item.Id, Stop);

        EventChain.FirstBreak(events).ShouldBeNull(item.Content.Title);
        events.Count(e => e.Kind is "published").ShouldBeLessThanOrEqualTo(1, item.Content.Title);
        events.Count(e => e.Kind is "submitted").ShouldBe(1, item.Content.Title);
        if (plan.Done)
            (item.Status is ItemStatus.Published or ItemStatus.PublishedToParty or ItemStatus.Expired).ShouldBeTrue($"{item.Content.Title} waits as {item.Status}");
        if (item.PublishedAt is not { } at)
            return;

        Period.TryParse(item.Content.Period, out var period).ShouldBeTrue();
        var earliest = period.Last.AddDays(1) < item.Releases[0].DueOn ? period.Last.AddDays(1) : item.Releases[0].DueOn!.Value;
        ChinaTime.DateOf(at).ShouldBeGreaterThanOrEqualTo(earliest, item.Content.Title);
        (await year.Quarter.Town.PageAsync($"items/{item.Id}.html")).ShouldContain(item.Status == ItemStatus.Expired ? "公示期满" : item.Content.Title);
        var list = await year.Quarter.Town.PageAsync($"list/{ChinaTime.DateOf(at):yyyy-MM}.html");
        list.Contains(item.Id, StringComparison.Ordinal).ShouldBe(item.Status != ItemStatus.Expired, item.Content.Title);
    }

    /// <summary>Every item with its events, by what it is called.</summary>
    private static async Task<string> TellAsync(SimulatedYear year)
    {
        var lines = new List<string>();
        foreach (var plan in year.Plans.Where(p => p.ItemId is not null))
        {
            var item = await year.Quarter.Town.ReadAsync(plan.ItemId!);
            var events = await year.Quarter.Town.Room.Register.HistoryAsync(item.Id, Stop);
            lines.Add($"{plan.Number} {item.IndexNumber} {item.Status} {string.Join(' ', events.Select(e => $"{e.Kind}@{e.At:O}"))}");
        }

        foreach (var quarter in Enumerable.Range(1, 4).Select(n => Period.OfQuarter(2026, n)))
        {
            var view = await year.Quarter.Board.ReadAsync(TownHall.Agency, quarter, Stop);
            lines.Add($"{quarter} {view.Record.ClosedAt:O} {view.Record.FrozenAt:O} {view.Record.Published}");
            lines.AddRange(view.Duties.Select(d => $"{d.Duty.Id} {d.State} {d.MetOn} {d.Record?.OverdueOn}"));
        }

        return string.Join('\n', lines);
    }
}
