using Lianxin.Core.Access;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Duties;

public sealed class DutyCommandsTests
{
    private static readonly DutyStanding Overdue = DutyFixture.Board(new DateOnly(2026, 4, 22)).Duty("12-01", "jisheng");

    private static readonly DutyStanding Met = DutyFixture
        .Board(new DateOnly(2026, 4, 22), [DutyFixture.Row("12-01", "jisheng", ItemStatus.Published, "2026-04-02T09:00:00+08:00")]).Duty("12-01", "jisheng");

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_waiver_without_a_reason_is_refused(string? reason)
    {
        var refusal = DutyCommands.Waive(Overdue, reason, DutyFixture.By(Role.Chair)).Refusal.ShouldNotBeNull();

        (refusal.Kind, refusal.Errors.Keys.ShouldHaveSingleItem()).ShouldBe((RefusalKind.Invalid, "reason"));
    }

    [Fact]
    public void A_waiver_is_the_chairs_and_says_who_and_why()
    {
        DutyCommands.Waive(Overdue, "区划调整", DutyFixture.By(Role.Supervisor)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);

        var record = DutyCommands.Waive(Overdue, " 区划调整 ", DutyFixture.By(Role.Chair)).Value.ShouldNotBeNull();

        record.Waiver.ShouldBe(new Waiver("区划调整", "someone", "示例人员", DutyFixture.By(Role.Chair).Now));
        record.Events.ShouldHaveSingleItem().Kind.ShouldBe("waived");
    }

    [Fact]
    public void What_is_met_is_neither_waived_nor_ordered_and_what_is_waived_not_waived_again()
    {
        var waived = Overdue with { State = DutyState.Waived };

        DutyCommands.Waive(Met, "理由", DutyFixture.By(Role.Chair)).Refusal!.Code.ShouldBe("duty-met");
        DutyCommands.Order(Met, "抓紧", "2026-05-01", DutyFixture.By(Role.Supervisor)).Refusal!.Code.ShouldBe("duty-met");
        DutyCommands.Waive(waived, "理由", DutyFixture.By(Role.Chair)).Refusal!.Code.ShouldBe("duty-waived");
    }

    [Theory]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Chair)]
    [InlineData(Role.Admin)]
    public void S2_an_order_comes_from_the_supervisor_and_nobody_else(Role role) =>
        DutyCommands.Order(Overdue, "三日内公开", "2026-04-25", DutyFixture.By(role)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);

    [Theory]
    [InlineData("2026-04-21")]
    [InlineData("2026-02-30")]
    [InlineData("soon")]
    [InlineData(null)]
    public void S2_an_order_names_a_day_that_is_still_to_come(string? dueOn) =>
        DutyCommands.Order(Overdue, "三日内公开", dueOn, DutyFixture.By(Role.Supervisor)).Refusal!.Errors.Keys.ShouldBe(["dueOn"]);

    [Fact]
    public void S2_an_order_is_kept_with_its_text_and_day_and_the_same_one_twice_counts_once()
    {
        var by = DutyFixture.By(Role.Supervisor);
        var once = DutyCommands.Order(Overdue, "三日内公开", "2026-04-25", by).Value.ShouldNotBeNull();
        var twice = DutyCommands.Order(Overdue with { Record = once }, "三日内公开", "2026-04-25", by).Value.ShouldNotBeNull();
        var other = DutyCommands.Order(Overdue with { Record = once }, "再次督办", "2026-04-28", by).Value.ShouldNotBeNull();

        once.Orders.ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 4, 25));
        twice.ShouldBe(once);
        other.Orders.Select(o => o.Text).ShouldBe(["三日内公开", "再次督办"]);
    }

    [Fact]
    public void The_mark_of_the_freeze_is_left_once()
    {
        var machine = DutyFixture.By(Role.Machine);
        var marked = DutyCommands.MarkOverdue(Overdue, machine).ShouldNotBeNull();

        marked.OverdueOn.ShouldBe(new DateOnly(2026, 4, 22));
        DutyCommands.MarkOverdue(Overdue with { Record = marked }, machine).ShouldBeNull();
    }
}
