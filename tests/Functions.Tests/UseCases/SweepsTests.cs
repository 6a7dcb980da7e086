using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>What is due and not done is done by the next sweep, a bounded number of times.</summary>
public sealed class SweepsTests
{
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_command_could_not_send_is_sent_once_by_the_sweep()
    {
        town.Sent.IsAway = true;
        var item = await town.ApprovedNewsAsync("甲");
        town.Sent.IsAway = false;
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        town.Sent.Sent.ShouldBeEmpty();
        (await town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation)).ShouldBe(1);
        (await town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
        town.Sent.Sent.ShouldBe([PublicationDay.Publish(item)]);
    }

    [Fact]
    public async Task The_sweep_leaves_to_a_command_what_it_is_just_sending()
    {
        town.Sent.IsAway = true;
        await town.ApprovedNewsAsync("甲");
        town.Sent.IsAway = false;
        town.Clock.Advance(TimeSpan.FromSeconds(5));
        (await town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_periodic_item_goes_out_on_its_day_in_china_and_not_a_minute_before()
    {
        var item = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.Quarterly("一季度重点工作")));
        item.PublishOn.ShouldBe(new DateOnly(2026, 4, 1));
        town.Sent.Sent.ShouldBeEmpty();
        town.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 31, 15, 59, 0, TimeSpan.Zero));
        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
        await town.DeliverAsync(PublicationDay.Publish(item));
        (await town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.Approved);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(1);
        await town.PumpAsync();
        (await town.ReadAsync(item.Id)).PublishedAt!.Value.ToOffset(TimeSpan.FromHours(8)).DateTime.ShouldBe(new DateTime(2026, 4, 1));
        town.Clock.Advance(TimeSpan.FromDays(1));
        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Only_what_is_due_is_read_as_waiting()
    {
        var item = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.Quarterly("一季度重点工作")));
        (await WaitingAsync(new DateOnly(2026, 3, 31))).ShouldBeEmpty();
        (await WaitingAsync(new DateOnly(2026, 4, 1))).ShouldBe([item.Id]);
    }

    [Fact]
    public async Task An_item_whose_publication_keeps_failing_is_sent_ever_less_often_and_at_last_no_more_and_shows()
    {
        var item = await town.ApprovedNewsAsync("甲");
        var sentAt = new List<int>();
        for (var minute = 0; minute < 48 * 60; minute++)
        {
            if (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation) > 0)
                sentAt.Add(minute);
            (await town.Attempts.GivenUpAsync(Cancellation)).Count.ShouldBe(minute >= 630 ? 1 : 0);
            town.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        sentAt.ShouldBe([0, 10, 30, 70, 150, 310]);
        (await town.Attempts.GivenUpAsync(Cancellation)).ShouldBe([item.Id]);
        await town.DeliverAsync(PublicationDay.Publish(item));
        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
        (await town.Attempts.GivenUpAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_item_that_was_given_up_does_not_hold_up_the_others()
    {
        await town.ApprovedNewsAsync("甲");
        for (var hour = 0; hour < 24; hour++)
        {
            await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation);
            town.Clock.Advance(TimeSpan.FromHours(1));
        }

        var other = await town.ApprovedNewsAsync("乙");
        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(1);
        town.Sent.Sent[^1].Subject.ShouldBe(other.Id);
    }

    [Fact]
    public async Task Two_sweeps_at_once_count_one_attempt_each_time()
    {
        await town.ApprovedNewsAsync("甲");
        var rival = 0;
        town.Gate.RivalBefore("put timers/", async () => rival = await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation));
        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
        rival.ShouldBe(1);
    }

    [Fact]
    public async Task A_sweep_that_dies_between_counting_and_sending_has_used_one_of_its_attempts()
    {
        await town.ApprovedNewsAsync("甲");
        for (var attempt = 0; attempt < PublicationAttempts.MostSends; attempt++)
        {
            town.Gate.RivalBefore("send ", () => throw new KilledException("send"));
            await Should.ThrowAsync<KilledException>(() => town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation));
            town.Clock.Advance(TimeSpan.FromHours(12));
        }

        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Last_years_draft_is_built_once_and_again_only_when_its_data_changed()
    {
        var timer = Actor.Machine("timer:AnnualReport", TownHall.Agency);
        (await town.Draft.BuildAsync(timer, Cancellation)).ShouldBeTrue();
        (await town.Draft.BuildAsync(timer, Cancellation)).ShouldBeFalse();
        await Imports.ApplyAsync(town, Submissions.PastRow(1));
        (await town.Draft.BuildAsync(timer, Cancellation)).ShouldBeTrue();
        (await town.Draft.BuildAsync(timer, Cancellation)).ShouldBeFalse();
        (await town.Room.Reports.FindAsync(TownHall.Agency, 2025, Cancellation))!.Report.Draft!.BuiltBy.ShouldBe("timer:AnnualReport");
    }

    private async Task<List<string>> WaitingAsync(DateOnly day) => await town.Room.Register.AwaitingPublicationAsync(TownHall.Agency, day, Cancellation).ToListAsync(Cancellation);
}
