using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Duties;

public sealed class DutyBoardTests
{
    private static readonly DateOnly Due = new(2026, 4, 20);

    [Fact]
    public void S19_a_missing_list_is_pending_to_its_due_day_and_overdue_from_the_day_after()
    {
        DutyFixture.Board(Due).Duty("12-01", "jisheng").State.ShouldBe(DutyState.Pending);
        DutyFixture.Board(Due.AddDays(1)).Duty("12-01", "jisheng").State.ShouldBe(DutyState.Overdue);
    }

    [Theory]
    [InlineData("2026-04-20T23:59:59+08:00", DutyState.Met)]
    [InlineData("2026-04-20T16:00:00+00:00", DutyState.Late)]
    [InlineData("2026-04-21T00:00:00+08:00", DutyState.Late)]
    public void Whether_it_is_in_time_is_decided_by_the_day_in_china(string outAt, DutyState state)
    {
        var row = DutyFixture.Row("12-01", "jisheng", ItemStatus.Published, outAt);

        var duty = DutyFixture.Board(Due.AddDays(30), [row]).Duty("12-01", "jisheng");

        (duty.State, duty.ItemId, duty.Reach).ShouldBe((state, row.Id, DutyReach.Out));
    }

    [Theory]
    [InlineData(ItemStatus.Draft, DutyReach.Begun)]
    [InlineData(ItemStatus.Returned, DutyReach.Begun)]
    [InlineData(ItemStatus.Submitted, DutyReach.InProcedure)]
    [InlineData(ItemStatus.Reviewed, DutyReach.InProcedure)]
    [InlineData(ItemStatus.Approved, DutyReach.Approved)]
    public void What_is_on_its_way_meets_nothing_and_shows_how_far_it_is(ItemStatus status, DutyReach reach)
    {
        var duty = DutyFixture.Board(Due.AddDays(1), [DutyFixture.Row("12-01", "jisheng", status)]).Duty("12-01", "jisheng");

        (duty.State, duty.Reach, duty.ItemId).ShouldBe((DutyState.Overdue, reach, "ligang-2026-a"));
    }

    [Theory]
    [InlineData(ItemStatus.Withdrawn, DutyState.Overdue)]
    [InlineData(ItemStatus.Revising, DutyState.Met)]
    [InlineData(ItemStatus.Expired, DutyState.Met)]
    public void What_was_taken_down_as_wrong_meets_nothing_what_had_its_time_does(ItemStatus status, DutyState state)
    {
        var row = DutyFixture.Row("12-01", "jisheng", status, "2026-04-02T09:00:00+08:00");

        DutyFixture.Board(Due.AddDays(1), [row]).Duty("12-01", "jisheng").State.ShouldBe(state);
    }

    [Fact]
    public void Each_of_several_offices_answers_for_itself_and_a_village_is_served_by_whoever_publishes_for_it()
    {
        var own = DutyFixture.Row("12-04", "weisheng", ItemStatus.Published, "2026-04-02T09:00:00+08:00");
        var forVillage = DutyFixture.Row("16-02", "nongjing", ItemStatus.Published, "2026-04-02T09:00:00+08:00", id: "ligang-2026-b") with { Village = "cun-03" };

        var board = DutyFixture.Board(Due, [own, forVillage]);

        board.Duty("12-04", "weisheng").State.ShouldBe(DutyState.Met);
        board.Duty("12-04", "fuwu").State.ShouldBe(DutyState.Pending);
        board.Duty("16-02", "cun-03").State.ShouldBe(DutyState.Met);
        board.Duty("16-02", "cun-04").State.ShouldBe(DutyState.Pending);
    }

    [Fact]
    public void Of_two_items_the_earlier_publication_counts()
    {
        var late = DutyFixture.Row("12-01", "jisheng", ItemStatus.Published, "2026-05-02T09:00:00+08:00", id: "ligang-2026-a");
        var early = DutyFixture.Row("12-01", "jisheng", ItemStatus.Published, "2026-04-02T09:00:00+08:00", id: "ligang-2026-b");

        DutyFixture.Board(Due, [late, early]).Duty("12-01", "jisheng").ShouldSatisfyAllConditions(
            d => d.State.ShouldBe(DutyState.Met), d => d.ItemId.ShouldBe("ligang-2026-b"), d => d.MetOn.ShouldBe(new DateOnly(2026, 4, 2)));
    }

    [Fact]
    public void An_event_starts_a_duty_of_its_own_with_the_items_deadline()
    {
        var row = DutyFixture.Row("10-04", "caizheng", ItemStatus.Submitted, period: null) with { DueOn = new DateOnly(2026, 3, 30) };

        var duty = DutyFixture.Board(new DateOnly(2026, 3, 31), [row]).Duty("10-04", "caizheng");

        (duty.State, duty.Duty.Period, duty.Duty.OpensOn, duty.Duty.DueOn).ShouldBe((DutyState.Overdue, null, new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 30)));
        DutyId.TryParse(duty.Duty.Id, out var id).ShouldBeTrue();
        id!.Item.ShouldBe(row.Id);
    }

    [Fact]
    public void A_waiver_holds_while_nothing_is_out_and_what_is_out_counts_as_itself()
    {
        var id = DutyFixture.Board(Due).Duty("12-01", "jisheng").Duty.Id;
        var waived = DutyRecord.New(id) with { Waiver = new Waiver("区划调整", "chair", "示例组长", DateTimeOffset.UnixEpoch) };

        DutyFixture.Board(Due.AddDays(9), [], waived).Duty("12-01", "jisheng").State.ShouldBe(DutyState.Waived);
        DutyFixture.Board(Due.AddDays(9), [DutyFixture.Row("12-01", "jisheng", ItemStatus.Published, "2026-04-02T09:00:00+08:00")], waived)
            .Duty("12-01", "jisheng").State.ShouldBe(DutyState.Met);
    }

    [Fact]
    public void The_order_in_which_the_register_answers_changes_nothing()
    {
        QuarterRow[] rows =
        [
            DutyFixture.Row("12-01", "jisheng", ItemStatus.Published, "2026-04-02T09:00:00+08:00", id: "ligang-2026-c"),
            DutyFixture.Row("10-04", "caizheng", ItemStatus.Submitted, period: null, id: "ligang-2026-b"),
            DutyFixture.Row("12-01", "jisheng", ItemStatus.Submitted, id: "ligang-2026-a"),
        ];

        DutyFixture.Board(Due, [.. rows.Reverse()]).ShouldBe(DutyFixture.Board(Due, rows));
    }

    [Fact]
    public void A_party_only_item_meets_its_duty_when_it_is_out_inside_the_party()
    {
        var row = DutyFixture.Row("02-01", "dangzheng", ItemStatus.PublishedToParty, "2026-04-02T09:00:00+08:00") with { Audience = Audience.PartyOnly };

        DutyFixture.Board(Due, [row]).Duty("02-01", "dangzheng").State.ShouldBe(DutyState.Met);
    }
}
