using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

public sealed class QuarterRunTests : IAsyncLifetime
{
    private readonly QuarterTown quarter = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The register is kept here from the first quarter on.</summary>
    public async ValueTask InitializeAsync() => await quarter.PassAsync(Stop);

    public ValueTask DisposeAsync()
    {
        quarter.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Nothing_of_the_quarter_goes_out_in_its_last_second_and_everything_in_the_first_of_the_next()
    {
        var item = await ApprovedAsync("道路养护进展");

        quarter.GoTo("2026-03-31 23:59:59");
        await quarter.PassAsync(Stop);
        (await quarter.Town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.Approved);
        quarter.GoTo("2026-04-01 00:00:00");
        await quarter.PassAsync(Stop);

        var published = await quarter.Town.ReadAsync(item.Id);
        (published.Status, published.PublishedAt!.Value.ToOffset(TimeSpan.FromHours(8)).Date).ShouldBe((ItemStatus.Published, new DateTime(2026, 4, 1)));
        (await quarter.DutyAsync(QuarterTown.FirstQuarter, "01-01", "dangzheng", Stop)).State.ShouldBe(DutyState.Met);
    }

    [Fact]
    public async Task The_first_step_publishes_makes_sheets_tells_and_signs_with_the_time_it_really_happened()
    {
        await ApprovedAsync("道路养护进展");
        quarter.GoTo("2026-04-02 10:20:00");

        await quarter.PassAsync(Stop);

        var record = await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);
        (record.Published, record.ClosedBy, record.FrozenAt).ShouldBe((1, "timer:DutySweep", null));
        record.ClosedAt.ShouldBe(quarter.Town.Business.Now);
        record.Sheets.ShouldHaveSingleItem().Sha256.ShouldBe("道路养护进展");
        quarter.Told.ShouldContain(t => t.StartsWith("2026-04-02 closing 2026-Q1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Any_number_of_runs_gives_the_same_result()
    {
        await ApprovedAsync("道路养护进展");
        quarter.GoTo("2026-04-01 08:00:00");
        await quarter.PassAsync(Stop);
        var once = await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);

        quarter.Town.Clock.Advance(TimeSpan.FromHours(3));
        await quarter.PassAsync(Stop);
        await quarter.Run.RunAsync(TownHall.Agency, QuarterTown.FirstQuarter, TownHall.Admin, Stop);

        (await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop)).ShouldBeEquivalentTo(once);
    }

    [Fact]
    public async Task The_day_after_the_last_due_day_the_coverage_is_frozen_and_every_duty_not_met_is_marked()
    {
        await ApprovedAsync("道路养护进展");
        quarter.GoTo("2026-04-20 23:59:59");
        await quarter.PassAsync(Stop);
        (await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop)).FrozenAt.ShouldBeNull();

        quarter.GoTo("2026-04-21 00:00:30");
        await quarter.PassAsync(Stop);

        var record = await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);
        record.FrozenAt.ShouldBe(quarter.Town.Business.Now);
        record.Coverage.Single(c => c.Entry == "01-01").State.ShouldBe(DutyState.Met);
        var births = await quarter.DutyAsync(QuarterTown.FirstQuarter, "12-01", "jisheng", Stop);
        (births.State, births.Record!.OverdueOn).ShouldBe((DutyState.Overdue, new DateOnly(2026, 4, 21)));
        (await quarter.DutyAsync(QuarterTown.FirstQuarter, "01-01", "dangzheng", Stop)).Record.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_published_after_the_freeze_is_late_and_the_frozen_record_stays()
    {
        quarter.GoTo("2026-04-21 00:00:30");
        await quarter.PassAsync(Stop);
        var frozen = await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);
        await ApprovedAsync("迟到的进展");
        await quarter.Town.PumpAsync();

        await quarter.PassAsync(Stop);

        var duty = await quarter.DutyAsync(QuarterTown.FirstQuarter, "01-01", "dangzheng", Stop);
        (duty.State, duty.Record!.OverdueOn).ShouldBe((DutyState.Late, new DateOnly(2026, 4, 21)));
        (await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop)).CoverageHash.ShouldBe(frozen.CoverageHash);
    }

    [Fact]
    public async Task A_host_that_slept_through_three_quarters_catches_all_three_up_in_order()
    {
        quarter.GoTo("2026-11-05 09:30:00");

        await quarter.PassAsync(Stop);

        quarter.Told.Where(t => t.Contains("closing", StringComparison.Ordinal)).Select(t => t[..26]).ShouldBe(
            ["2026-11-05 closing 2026-Q1", "2026-11-05 closing 2026-Q2", "2026-11-05 closing 2026-Q3"]);
        foreach (var number in Enumerable.Range(1, 3))
        {
            var record = await quarter.RecordAsync(Core.Calendar.Period.OfQuarter(2026, number), Stop);
            record.FrozenAt.ShouldBe(quarter.Town.Business.Now);
            record.MarkedAt.ShouldNotBeNull();
        }

        (await quarter.RecordAsync(Core.Calendar.Period.OfQuarter(2025, 4), Stop)).ClosedAt.ShouldBeNull("the register was not kept here then");
    }

    [Fact]
    public async Task While_the_quarter_is_not_frozen_its_sheets_follow_what_goes_out_late_or_is_taken_down()
    {
        quarter.GoTo("2026-04-01 08:00:00");
        await quarter.PassAsync(Stop);
        var item = await ApprovedAsync("迟到的进展");
        await quarter.Town.PumpAsync();

        await quarter.PassAsync(Stop);
        (await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop)).Sheets.ShouldHaveSingleItem().Sha256.ShouldBe("迟到的进展");
        await quarter.Town.WithdrawnAsync(item.Id);
        await quarter.PassAsync(Stop);
        (await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop)).Sheets.ShouldHaveSingleItem().Sha256.ShouldBe("");
    }

    [Fact]
    public async Task What_is_taken_down_after_the_freeze_leaves_the_sheets_too()
    {
        var item = await ApprovedAsync("有误的进展");
        quarter.GoTo("2026-04-21 00:01:00");
        await quarter.PassAsync(Stop);
        var frozen = await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);
        frozen.Sheets.ShouldHaveSingleItem().Sha256.ShouldBe("有误的进展");

        await quarter.Town.WithdrawnAsync(item.Id);
        var message = quarter.Town.Sent.Sent.Single(m => m.Kind == PublicationSteps.RefreshSheetsKind);
        var jobs = new QuarterJobs(quarter.Run, quarter.Town.Room.Jobs, quarter.Town.Sent, quarter.Town.Clock);
        await jobs.RefreshSheetsAsync(message.Subject, Stop);
        await jobs.RefreshSheetsAsync($"{TownHall.Agency}/2030-Q1", Stop);

        var after = await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);
        after.Sheets.ShouldHaveSingleItem().Sha256.ShouldBe("");
        (after.CoverageHash, after.FrozenAt).ShouldBe((frozen.CoverageHash, frozen.FrozenAt));
        (await quarter.RecordAsync(Core.Calendar.Period.OfQuarter(2030, 1), Stop)).SheetsAt.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_broken_of_one_part_shows_and_keeps_no_other_part_waiting()
    {
        var item = await ApprovedAsync("道路养护进展");
        quarter.SheetsAreBroken = true;
        quarter.GoTo("2026-04-01 09:00:00");

        await Should.ThrowAsync<AggregateException>(() => quarter.PassAsync(Stop));

        (await quarter.Town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.Published);
        quarter.Told.ShouldContain("2026-04-01 daily");
        quarter.SheetsAreBroken = false;
        await quarter.PassAsync(Stop);
        (await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop)).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_last_second_of_the_year_belongs_to_the_old_quarter_for_items_and_repeated_nil_returns_alike()
    {
        quarter.GoTo("2026-12-31 23:59:59");
        var input = new Core.Duties.NilReturnInput("01-01", "2026-Q4", null, "本季度没有新的重点工作。");
        var receipt = new CommandReceipt("key", "body", "", quarter.Town.Clock.GetUtcNow());
        var nil = await quarter.NilReturns.SubmitAsync(TownHall.Clerk, input, receipt, Stop);
        await quarter.Town.ReviewedAsync(nil.Item!);
        await quarter.PassAsync(Stop);
        (await quarter.Town.ReadAsync(nil.Item!.Id)).Status.ShouldBe(ItemStatus.Approved);

        quarter.Town.Clock.Advance(TimeSpan.FromSeconds(1));
        await quarter.PassAsync(Stop);

        var fourth = Core.Calendar.Period.OfQuarter(2026, 4);
        (await quarter.RecordAsync(fourth, Stop)).ClosedAt.ShouldBe(quarter.Town.Business.Now);
        var duty = await quarter.DutyAsync(fourth, "01-01", "dangzheng", Stop);
        (duty.State, duty.MetOn).ShouldBe((DutyState.Met, new DateOnly(2027, 1, 1)));
        var again = await quarter.NilReturns.SubmitAsync(TownHall.Clerk, input, receipt, Stop);
        (again.Repeated, again.Item!.Id).ShouldBe((true, nil.Item!.Id));
    }

    [Fact]
    public async Task A_second_click_on_a_nil_return_makes_no_second_one_and_its_key_gives_the_first_answer()
    {
        var input = new Core.Duties.NilReturnInput("01-01", "2026-Q1", null, "本季度没有新的重点工作。");
        var receipt = new CommandReceipt("key", "body", "", quarter.Town.Clock.GetUtcNow());

        var first = await quarter.NilReturns.SubmitAsync(TownHall.Clerk, input, receipt, Stop);
        var again = await quarter.NilReturns.SubmitAsync(TownHall.Clerk, input, receipt, Stop);
        var other = await quarter.NilReturns.SubmitAsync(TownHall.Clerk, input, null, Stop);

        (again.Repeated, again.Item!.Id).ShouldBe((true, first.Item!.Id));
        other.Refusal!.Code.ShouldBe("nil-return-made");
    }

    [Fact]
    public async Task Many_items_go_out_with_each_list_written_once()
    {
        for (var i = 0; i < 12; i++)
            await ApprovedAsync($"进展之{i}");
        quarter.GoTo("2026-04-01 00:01:00");
        var lists = 0;
        quarter.Town.Gate.Before = name =>
        {
            lists += name.StartsWith("put list/2026-04", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };

        await quarter.PassAsync(Stop);

        quarter.Town.Gate.Open();
        (await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop)).Published.ShouldBe(12);
        lists.ShouldBe(1);
        (await quarter.Town.PageAsync("list/2026-04.html")).ShouldContain("进展之11");
    }

    [Fact]
    public async Task A_list_of_persons_comes_down_on_the_day_after_its_notice_and_leaves_a_stub()
    {
        quarter.GoTo("2026-03-02 09:00:00");
        var item = await PublishedListAsync();
        var last = (await quarter.Town.ReadAsync(item.Id)).ExpiresOn.ShouldNotBeNull();
        last.ShouldBe(quarter.Town.Reference.Calendar.AddWorkingDays(new DateOnly(2026, 3, 2), 5));

        quarter.GoTo($"{last:yyyy-MM-dd} 23:59:59");
        await quarter.PassAsync(Stop);
        (await quarter.Town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.Published);
        quarter.Town.Clock.Advance(TimeSpan.FromSeconds(1));
        await quarter.PassAsync(Stop);
        await quarter.Town.PumpAsync();

        (await quarter.Town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.Expired);
        var page = await quarter.Town.PageAsync($"items/{item.Id}.html");
        page.ShouldContain("公示期满");
        page.ShouldNotContain("示例甲");
        (await quarter.Town.PageAsync("list/2026-03.html")).ShouldNotContain("招录公示");
    }

    private async Task<Item> ApprovedAsync(string title) => await quarter.Town.ReviewedAsync(await quarter.Town.SubmittedAsync(Submissions.Quarterly(title)));

    /// <summary>人员招录: a notice with names that stands for five working days.</summary>
    private async Task<Item> PublishedListAsync()
    {
        var input = new ItemInput
        {
            Entry = "07-03",
            Title = "招录公示",
            Body = "拟录用：示例甲。",
            FormedOn = "2026-03-01",
            Elements = new Dictionary<string, string>
            {
                ["item"] = "招录",
                ["posts"] = "一名",
                ["conditions"] = "大专以上",
                ["result"] = "示例甲",
                ["notice_period"] = "五个工作日",
                ["hotline"] = "0951-8000101",
            },
        };
        var item = await quarter.Town.ApprovedByChairAsync(await quarter.Town.ReviewedAsync(await quarter.Town.SubmittedAsync(input)));
        await quarter.Town.PumpAsync();
        return item;
    }
}
