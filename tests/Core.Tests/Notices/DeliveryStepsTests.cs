using Lianxin.Core.Notices;

namespace Lianxin.Core.Tests.Notices;

public sealed class DeliveryStepsTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 21, 1, 0, 0, TimeSpan.Zero);

    private static NoticeDelivery Made(NoticeChannel channel = NoticeChannel.Mail) => DeliverySteps.Make(
        Digest.Of(
            "li-gang",
            new DateOnly(2026, 4, 21),
            DigestKind.Ladder,
            new PersonNotice(new Contact("c-1", "caizheng", "示例", "", null, null, ""), [new NoticeLine("d", "事项", "财政所", "没有公开", new DateOnly(2026, 4, 21), 0, LadderStep.Yellow)])),
        channel,
        Now);

    [Fact]
    public void Failures_are_tried_again_ever_later_and_given_up_after_six()
    {
        var delivery = Made();
        var pauses = new List<double>();
        while (delivery.State is DeliveryState.Waiting)
        {
            delivery = DeliverySteps.Failed(DeliverySteps.Begin(delivery, Now), "没有应答", forGood: false, Now);
            if (delivery.State != DeliveryState.Failed)
                break;
            pauses.Add((delivery.NextTryAt!.Value - Now).TotalMinutes);
            delivery = DeliverySteps.PutBack(delivery, Now);
        }

        pauses.ShouldBe([5, 10, 20, 40, 80]);
        (delivery.State, delivery.Tries, delivery.NextTryAt).ShouldBe((DeliveryState.GivenUp, 6, null));
    }

    [Fact]
    public void What_the_other_side_refuses_for_good_is_not_tried_again()
    {
        var delivery = DeliverySteps.Failed(DeliverySteps.Begin(Made(), Now), "没有此邮箱", forGood: true, Now);
        (delivery.State, delivery.Tries).ShouldBe((DeliveryState.GivenUp, 1));
    }

    [Fact]
    public void Processes_that_die_in_every_try_end_in_giving_up()
    {
        var delivery = Made();
        for (var died = 0; died < 20 && delivery.State == DeliveryState.Waiting; died++)
            delivery = DeliverySteps.PutBack(DeliverySteps.Begin(delivery, Now), Now);
        (delivery.State, delivery.Tries).ShouldBe((DeliveryState.GivenUp, DeliverySteps.MostTries));
    }

    [Fact]
    public void A_retry_by_hand_begins_a_new_round_and_uses_up_old_messages()
    {
        var given = DeliverySteps.Failed(DeliverySteps.Begin(Made(), Now), "没有此邮箱", forGood: true, Now);
        var again = DeliverySteps.Retry(given, Now).Value!;
        (again.State, again.Tries).ShouldBe((DeliveryState.Waiting, 0));
        again.Version.ShouldBeGreaterThan(given.Version);
        DeliverySteps.Retry(again, Now).Refusal!.Code.ShouldBe("already-waiting");
        DeliverySteps.Retry(DeliverySteps.Sent(again, Now), Now).Refusal!.Code.ShouldBe("already-sent");
        DeliverySteps.Retry(Made(NoticeChannel.Desk), Now).Refusal!.Code.ShouldBe("no-way-out");
    }

    [Theory]
    [InlineData("li-gang-2026-04-21-c-1-ladder-mail", 2026)]
    [InlineData("li-gang-2026-13-21-c-1-ladder-mail", null)]
    [InlineData("li-gang-2026-04-21", null)]
    [InlineData("other-2026-04-21-c-1-ladder-mail", null)]
    [InlineData("", null)]
    public void An_id_tells_the_year_of_its_partition(string id, int? year) => NoticeDelivery.YearOf("li-gang", id).ShouldBe(year);
}
