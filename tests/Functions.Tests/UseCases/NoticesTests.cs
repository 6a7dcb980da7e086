using Lianxin.Core.Notices;
using Lianxin.Functions.Channels;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Telling once, sending until it is taken or given up, and seeing what became of it.</summary>
public sealed class NoticesTests
{
    private readonly NoticeOffice office = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_person_gets_one_digest_a_day_by_each_way_out_however_often_the_sweep_runs()
    {
        var people = new[] { office.For("caizheng-clerk", LadderStep.Red, LadderStep.Reminder), office.For("chair", LadderStep.Black), office.For("minzheng-clerk") };
        (await office.TellAsync(people)).ShouldBe(new Told(2, 0));
        (await office.TellAsync(people)).ShouldBe(new Told(0, 2));
        await office.PumpAsync();
        office.Mail.Asked.ShouldBe(["ligang-2026-04-21-caizheng-clerk-ladder-mail"]);
        office.Robot.Asked.ShouldBe(["ligang-2026-04-21-caizheng-clerk-ladder-wecom"]);
        (await office.StatesAsync()).ShouldBe(["chair desk desk-only", "caizheng-clerk mail sent", "caizheng-clerk wecom sent"]);
    }

    [Fact]
    public async Task The_day_that_was_told_is_known_and_never_goes_back()
    {
        (await office.Notices.LastToldAsync(NoticeOffice.Agency, DigestKind.Ladder, Cancellation)).ShouldBeNull();
        await office.TellAsync();
        await office.Notices.TellAsync(NoticeOffice.Agency, [], NoticeOffice.Day.AddDays(-1), DigestKind.Ladder, Cancellation);
        (await office.Notices.LastToldAsync(NoticeOffice.Agency, DigestKind.Ladder, Cancellation)).ShouldBe(NoticeOffice.Day);
        (await office.Notices.LastToldAsync(NoticeOffice.Agency, DigestKind.Preflight, Cancellation)).ShouldBeNull();
        await office.Notices.TellAsync(NoticeOffice.Agency, [], new DateOnly(2027, 1, 4), DigestKind.Ladder, Cancellation);
        (await office.Notices.LastToldAsync(NoticeOffice.Agency, DigestKind.Ladder, Cancellation)).ShouldBe(new DateOnly(2027, 1, 4));
    }

    [Fact]
    public async Task A_repeated_message_and_one_of_an_earlier_order_send_nothing()
    {
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
        await office.PumpAsync();
        await office.DeliverAsync(office.Messages[0]);
        office.Mail.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_workers_with_the_same_message_send_once()
    {
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
        office.Mail.During = () =>
        {
            office.Mail.During = () => Task.CompletedTask;
            return office.DeliverAsync(office.Messages[0]);
        };
        await office.PumpAsync();
        office.Mail.Asked.Count.ShouldBe(1);
        (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail sent"]);
    }

    [Fact]
    public async Task A_channel_that_is_away_for_an_hour_gets_the_notice_afterwards()
    {
        office.Mail.Answer = new ChannelOutcome.Failed("邮件服务器没有按时应答", false);
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
        await office.PumpAsync();
        await office.MinutesAsync(60);
        var waiting = await office.ReadAsync("minzheng-clerk", NoticeChannel.Mail);
        (waiting.State, waiting.Tries, waiting.Reason).ShouldBe((DeliveryState.Failed, 4, "邮件服务器没有按时应答"));
        (await office.Book.TroubledAsync(NoticeOffice.Agency, Cancellation)).ShouldBe(1);
        office.Mail.Answer = new ChannelOutcome.Taken();
        await office.MinutesAsync(60);
        (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail sent"]);
        office.Mail.Asked.Count.ShouldBe(5);
        (await office.Book.TroubledAsync(NoticeOffice.Agency, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_channel_that_stays_away_is_given_up_after_six_tries_until_an_administrator_orders_more()
    {
        office.Mail.Answer = new ChannelOutcome.Failed("连接不上邮件服务器，或连接中断", false);
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
        await office.PumpAsync();
        await office.MinutesAsync(300);
        office.Mail.Asked.Count.ShouldBe(DeliverySteps.MostTries);
        (await office.StatesAsync(DeliveryState.GivenUp)).ShouldBe(["minzheng-clerk mail given-up"]);
        office.Mail.Answer = new ChannelOutcome.Taken();
        var id = (await office.ReadAsync("minzheng-clerk", NoticeChannel.Mail)).Id;
        (await office.Sending.RetryAsync(NoticeOffice.Agency, id, Cancellation)).Delivery!.State.ShouldBe(DeliveryState.Waiting);
        await office.PumpAsync();
        (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail sent"]);
        (await office.Sending.RetryAsync(NoticeOffice.Agency, id, Cancellation)).Refusal!.Code.ShouldBe("already-sent");
        (await office.Sending.RetryAsync(NoticeOffice.Agency, "ligang-2026-04-21-nobody-ladder-mail", Cancellation)).Refusal!.Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Where_nothing_is_set_up_the_notice_waits_on_the_desk_and_is_no_failure()
    {
        office.Mail.Answer = new ChannelOutcome.Closed("没有设置邮件服务器");
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
        await office.PumpAsync();
        await office.MinutesAsync(60);
        (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail desk-only"]);
        office.Mail.Asked.Count.ShouldBe(1);
        (await office.Book.TroubledAsync(NoticeOffice.Agency, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_got_lost_is_put_back_by_the_sweep()
    {
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
        office.LoseMessages();
        await office.MinutesAsync(9);
        office.Mail.Asked.ShouldBeEmpty();
        await office.MinutesAsync(3);
        office.Mail.Asked.Count.ShouldBe(1);
        (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail sent"]);
    }

    [Fact]
    public async Task What_was_taken_stays_sent_when_the_claim_had_ended_meanwhile()
    {
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red));
        office.Mail.During = async () =>
        {
            office.Mail.During = () => Task.CompletedTask;
            office.Clock.Advance(DeliverySteps.Lease + TimeSpan.FromSeconds(1));
            (await office.Sending.SweepAsync(NoticeOffice.Agency, Cancellation)).ShouldBe(1);
        };
        await office.PumpAsync();
        await office.MinutesAsync(30);
        office.Mail.Asked.Count.ShouldBe(1);
        (await office.StatesAsync()).ShouldBe(["minzheng-clerk mail sent"]);
    }

    [Fact]
    public async Task What_is_no_message_of_ours_goes_to_the_poison_queue()
    {
        foreach (var subject in new[] { "", "ligang", "ligang/2026", "ligang/ligang-2026-04-21-nobody-ladder-mail", "other/ligang-2026-04-21-x-ladder-mail" })
            await Should.ThrowAsync<FormatException>(office.DeliverAsync(new Core.Items.OutboxMessage("notification", "send-notice", subject, 1)));
        await Should.ThrowAsync<FormatException>(office.DeliverAsync(new Core.Items.OutboxMessage("notification", "sing", "x", 1)));
    }

    [Fact]
    public async Task The_list_has_what_failed_first_pages_without_gaps_and_filters()
    {
        await office.TellAsync(office.For("minzheng-clerk", LadderStep.Red), office.For("caizheng-clerk", LadderStep.Red), office.For("chair", LadderStep.Red));
        office.Robot.Answer = new ChannelOutcome.Failed("机器人地址无效", true);
        await office.PumpAsync();
        await office.Notices.TellAsync(NoticeOffice.Agency, [office.For("supervisor", LadderStep.Black)], new DateOnly(2027, 1, 4), DigestKind.Ladder, Cancellation);
        string[] all =
        [
            "caizheng-clerk wecom given-up", "supervisor mail waiting", "chair desk desk-only", "caizheng-clerk mail sent", "minzheng-clerk mail sent",
        ];
        (await office.StatesAsync()).ShouldBe(all);
        (await office.StatesAsync(DeliveryState.Sent, person: "minzheng-clerk")).ShouldBe(["minzheng-clerk mail sent"]);
        (await office.StatesAsync(office: "caizheng")).ShouldBe(["caizheng-clerk wecom given-up", "caizheng-clerk mail sent"]);
        var paged = new List<string>();
        string? continuation = null;
        do
        {
            var page = await office.Book.ListAsync(new DeliveryQuery(NoticeOffice.Agency, null, null, null, 1, continuation), Cancellation);
            paged.AddRange(page.Rows.Select(d => $"{d.Person} {NoticeWords.NameOf(d.Channel)} {Core.Names.Of(d.State)}"));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        paged.ShouldBe(all);
        foreach (var nonsense in new[] { "x", "9.2026.a", "1.2026.", "1.2026.a/b", "1.2026.a~" })
        {
            await Should.ThrowAsync<Core.Items.InvalidContinuationException>(
                office.Book.ListAsync(new DeliveryQuery(NoticeOffice.Agency, null, null, null, 1, nonsense), Cancellation));
        }
    }
}
