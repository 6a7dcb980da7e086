using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.UseCases;
using Lianxin.Storage.Memory;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>What failed for good is a state somebody can see, with its reason, and can be tried again once or dismissed.</summary>
public sealed class TroubleShootingTests
{
    private readonly TownHall town = new();
    private readonly QueueFailures failures;
    private readonly TroubleShooting shooting;

    public TroubleShootingTests()
    {
        failures = new QueueFailures(town.Documents, town.Clock);
        shooting = new TroubleShooting(Box, failures, town.Attempts, town.Jobs, new TroubleRecords(town.Documents), town.Check, new ItemLimits(), town.Options, town.Clock);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private InMemoryTroubles Box => (InMemoryTroubles)town.Room.Troubles;

    [Fact]
    public async Task A_message_that_failed_five_times_shows_with_its_reason_in_Chinese_and_goes_back_once_however_often_it_is_clicked()
    {
        var message = new OutboxMessage("republication", "publish-item", "ligang-2026-nothing", 2);
        for (var attempt = 1; attempt <= 5; attempt++)
            await Should.ThrowAsync<MissingSubjectException>(() => WatchAsync(message, attempt));
        var id = Box.Add("republication", Text(message));
        var trouble = (await ListAsync()).ShouldHaveSingleItem();
        (trouble.Kind, trouble.What, trouble.Subject, trouble.Version, trouble.Tries).ShouldBe((TroubleKind.Poison, "修改后再次公开信息", "ligang-2026-nothing", 2, 5));
        trouble.Reason.ShouldBe("消息所指的信息或者任务不存在");
        trouble.LastTry.ShouldBe(town.Clock.GetUtcNow());
        trouble.Id.ShouldBe($"poison-republication-{id}");

        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation)).ShouldBeNull();
        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation)).ShouldBeNull();
        town.Sent.Sent.ShouldBe([message]);
        (await ListAsync()).ShouldBeEmpty();
        (await shooting.LatelyAsync(TownHall.Agency, 9, Cancellation)).ShouldHaveSingleItem().How.ShouldBe("retried");
    }

    [Fact]
    public async Task What_succeeds_after_all_leaves_no_reason_behind()
    {
        var item = await town.ApprovedNewsAsync("甲");
        var message = PublicationDay.Publish(item);
        town.Gate.RivalBefore("put ", () => throw new StorageUnavailableException());
        await Should.ThrowAsync<StorageUnavailableException>(() => WatchAsync(message, 1));
        (await failures.FindAsync(message, Cancellation))!.Reason.ShouldBe("存储服务暂时无法访问");
        await WatchAsync(message, 2);
        (await failures.FindAsync(message, Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task A_message_of_somebody_else_cannot_be_retried_but_dismissed_with_a_reason_that_is_kept_with_its_text()
    {
        Box.Add("publication", "{\"kind\":");
        var trouble = (await ListAsync()).ShouldHaveSingleItem();
        (trouble.What, trouble.CanRetry, trouble.Subject).ShouldBe(("无法识别的消息", false, null));
        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation))!.Kind.ShouldBe(RefusalKind.IllegalStep);
        (await shooting.DismissAsync(TownHall.Admin, trouble.Id, " ", Cancellation))!.Errors.Keys.ShouldBe(["reason"]);
        (await shooting.DismissAsync(TownHall.Admin, trouble.Id, "测试时误发", Cancellation)).ShouldBeNull();
        (await ListAsync()).ShouldBeEmpty();
        var record = (await shooting.LatelyAsync(TownHall.Agency, 9, Cancellation)).ShouldHaveSingleItem();
        (record.How, record.Text, record.Note, record.By).ShouldBe(("dismissed", "{\"kind\":", "测试时误发", "admin"));
        town.Sent.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_never_there_is_unknown() =>
        (await shooting.RetryAsync(TownHall.Admin, "poison-publication-7f4c9d2e-0000-0000-0000-000000000000", Cancellation))!.Kind.ShouldBe(RefusalKind.Unknown);

    [Fact]
    public async Task A_publication_that_was_given_up_is_sent_by_the_next_sweep_after_one_click()
    {
        var item = await town.ApprovedNewsAsync("甲");
        for (var hour = 0; hour < 24; hour++)
        {
            await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation);
            if (hour == 1)
                (await ListAsync()).ShouldHaveSingleItem().Kind.ShouldBe(TroubleKind.Retrying);
            town.Clock.Advance(TimeSpan.FromHours(1));
        }

        var trouble = (await ListAsync()).ShouldHaveSingleItem();
        (trouble.Kind, trouble.Subject, trouble.Tries, trouble.NextTry).ShouldBe((TroubleKind.GivenUp, item.Id, PublicationAttempts.MostSends, null));
        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation)).ShouldBeNull();
        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation)).ShouldBeNull();
        (await ListAsync()).ShouldBeEmpty();
        (await town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)).ShouldBe(1);
        (await shooting.DismissAsync(TownHall.Admin, trouble.Id, "不办了", Cancellation)).ShouldBeNull("it is settled already");
    }

    [Fact]
    public async Task A_failed_job_goes_on_after_one_click()
    {
        await SaveJobAsync(JobState.Failed);
        var trouble = (await ListAsync()).ShouldHaveSingleItem();
        (trouble.Kind, trouble.Reason, trouble.CanDismiss).ShouldBe((TroubleKind.FailedJob, "存储没有应答", false));
        (await shooting.DismissAsync(TownHall.Admin, trouble.Id, "不办了", Cancellation))!.Kind.ShouldBe(RefusalKind.IllegalStep);
        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation)).ShouldBeNull();
        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation)).ShouldBeNull();
        town.Sent.Sent.ShouldBe([new OutboxMessage("work", "run-import", "ligang/j1", 3)]);
        (await town.Room.Jobs.FindAsync("ligang", "j1", Cancellation))!.Job.State.ShouldBe(JobState.Waiting);
    }

    [Fact]
    public async Task A_failed_job_and_its_message_are_one_trouble_and_one_click_mends_both()
    {
        await SaveJobAsync(JobState.Failed);
        Box.Add("work", Text(new OutboxMessage("work", "run-import", "ligang/j1", 1)));
        var trouble = (await ListAsync()).ShouldHaveSingleItem();
        trouble.Kind.ShouldBe(TroubleKind.Poison);
        (await shooting.RetryAsync(TownHall.Admin, trouble.Id, Cancellation)).ShouldBeNull();
        town.Sent.Sent.Count.ShouldBe(1);
        (await town.Room.Jobs.FindAsync("ligang", "j1", Cancellation))!.Job.State.ShouldBe(JobState.Waiting);
    }

    [Fact]
    public async Task A_job_that_waits_much_too_long_has_lost_its_message_and_shows()
    {
        await SaveJobAsync(JobState.Waiting);
        (await ListAsync()).ShouldBeEmpty();
        town.Clock.Advance(TimeSpan.FromMinutes(31));
        (await ListAsync()).ShouldHaveSingleItem().Kind.ShouldBe(TroubleKind.FailedJob);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_a_retry_dies_a_second_click_ends_with_the_message_sent_and_nothing_left(bool after)
    {
        for (var kill = 1; ; kill++)
        {
            var other = new TroubleShootingTests();
            other.Box.Add("publication", Text(new OutboxMessage("publication", "refresh-lists", "ligang-2026-a", 1)));
            var id = (await other.ListAsync())[0].Id;
            other.town.Gate.KillAt(kill, after);
            var died = false;
            try
            {
                await other.shooting.RetryAsync(TownHall.Admin, id, Cancellation);
            }
            catch (KilledException)
            {
                died = true;
            }

            other.town.Gate.Open();
            (await other.shooting.RetryAsync(TownHall.Admin, id, Cancellation)).ShouldBeNull();
            other.town.Sent.Sent.Count.ShouldBe(1, $"killed at {kill}");
            (await other.ListAsync()).ShouldBeEmpty();
            if (!died)
                return;
        }
    }

    private static string Text(OutboxMessage message) => JsonSerializer.Serialize(new { kind = message.Kind, subject = message.Subject, subjectVersion = message.Version });

    private Task WatchAsync(OutboxMessage message, int attempt) =>
        failures.WatchAsync(message.Queue, new Delivery(Text(message), attempt, "test"), () => town.DeliverAsync(message));

    private Task<IReadOnlyList<Trouble>> ListAsync() => shooting.ListAsync(TownHall.Agency, Cancellation);

    private async Task SaveJobAsync(JobState state)
    {
        var now = town.Clock.GetUtcNow();
        await town.Room.Jobs.SaveAsync(
            new Job("j1", TownHall.Agency, "import", "admin", "file", state, 9, 3, now, now, null, state == JobState.Failed ? "存储没有应答" : null), null, Cancellation);
    }
}
