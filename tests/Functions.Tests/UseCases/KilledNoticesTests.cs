using Lianxin.Core.Notices;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>A sweep or a worker killed at any call to storage, before or after the call took effect, and run again.</summary>
public sealed class KilledNoticesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_telling_dies_the_next_run_completes_it_and_each_person_hears_it_once(bool after)
    {
        var killed = await KillEverywhereAsync(
            after,
            _ => Task.CompletedTask,
            async office => await office.TellAsync(office.For("caizheng-clerk", LadderStep.Red), office.For("chair", LadderStep.Black), office.For("minzheng-clerk", LadderStep.Red)),
            async (office, call) =>
            {
                (await office.StatesAsync()).ShouldBe(["chair desk desk-only", "caizheng-clerk mail sent", "caizheng-clerk wecom sent", "minzheng-clerk mail sent"], $"killed at call {call}");
                office.Mail.Asked.Count.ShouldBe(2, $"killed at call {call}");
                office.Robot.Asked.Count.ShouldBe(1, $"killed at call {call}");
                (await office.Notices.LastToldAsync(NoticeOffice.Agency, DigestKind.Ladder, CancellationToken.None)).ShouldBe(NoticeOffice.Day);
            });
        killed.ShouldBeGreaterThan(8);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_a_worker_dies_the_notice_arrives_and_twice_only_from_the_one_known_window(bool after)
    {
        var twice = new List<int>();
        var killed = await KillEverywhereAsync(
            after,
            async office => await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red)),
            async office => await office.DeliverAsync(office.Messages[0]),
            async (office, call) =>
            {
                (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail sent"], $"killed at call {call}");
                if (office.Mail.Asked.Count == 2)
                    twice.Add(call);
                office.Mail.Asked.Distinct().Count().ShouldBe(1);
                office.Mail.Asked.Count.ShouldBeLessThanOrEqualTo(2);
            });
        killed.ShouldBeGreaterThan(3);
        // Only a death before the record of the outcome is written sends again.
        twice.Count.ShouldBe(after ? 0 : 1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_sweep_dies_what_had_failed_is_tried_again_once(bool after)
    {
        await KillEverywhereAsync(
            after,
            async office =>
            {
                office.Mail.Answer = new Functions.Channels.ChannelOutcome.Failed("没有应答", false);
                await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
                await office.PumpAsync();
                office.Mail.Answer = new Functions.Channels.ChannelOutcome.Taken();
                office.Clock.Advance(DeliverySteps.Pause(1));
            },
            async office => await office.Sending.SweepAsync(NoticeOffice.Agency, CancellationToken.None),
            async (office, call) =>
            {
                (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail sent"], $"killed at call {call}");
                office.Mail.Asked.Count.ShouldBe(2, $"killed at call {call}");
            });
    }

    /// <summary>Kills the step at its first, second, … call, runs it again, lets half an hour pass and looks. Answers how many calls there are.</summary>
    private static async Task<int> KillEverywhereAsync(
        bool after, Func<NoticeOffice, Task> prepare, Func<NoticeOffice, Task> step, Func<NoticeOffice, int, Task> look)
    {
        for (var call = 1; ; call++)
        {
            var office = new NoticeOffice();
            await prepare(office);
            office.Gate.KillAt(call, after);
            var wasKilled = false;
            try
            {
                await step(office);
            }
            catch (KilledException)
            {
                wasKilled = true;
            }

            office.Gate.Open();
            await step(office);
            await office.PumpAsync();
            await office.MinutesAsync(30);
            await look(office, call);
            if (!wasKilled)
                return call;
        }
    }
}
