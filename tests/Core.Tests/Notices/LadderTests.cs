using Lianxin.Core.Notices;

namespace Lianxin.Core.Tests.Notices;

public sealed class LadderTests
{
    private static readonly Ladder Shipped = LadderFile.Parse(ShippedData.Text("ladder.csv")).Ladder.ShouldNotBeNull();

    /// <summary>The tenth working day after the due day lies behind the holiday of May 2026.</summary>
    [Fact]
    public void S30_the_shipped_ladder_reminds_five_and_one_working_days_before_and_one_after()
    {
        var steps = Shipped.StepsDue(new DateOnly(2026, 4, 20), new DateOnly(2026, 12, 31), ShippedData.Calendar);
        steps.Select(s => $"{Names.Of(s.Rung.Step)} {s.On:MM-dd} {string.Join('+', s.Rung.Addressees.Select(Names.Of))}").ShouldBe(
        [
            "reminder 04-13 clerk",
            "reminder 04-17 clerk",
            "yellow 04-20 clerk+manager",
            "red 04-21 clerk+manager+leader",
            "black 05-07 manager+leader+chair+supervisor",
        ]);
    }

    [Fact]
    public void Steps_come_on_their_day_and_not_before()
    {
        var due = new DateOnly(2026, 4, 20);
        Shipped.StepsDue(due, new DateOnly(2026, 4, 12), ShippedData.Calendar).ShouldBeEmpty();
        Shipped.StepsDue(due, new DateOnly(2026, 4, 13), ShippedData.Calendar).Count.ShouldBe(1);
        Shipped.StepsDue(due, new DateOnly(2026, 4, 20), ShippedData.Calendar)[^1].Rung.Step.ShouldBe(LadderStep.Yellow);
    }

    [Fact]
    public void A_sweep_that_slept_gets_every_step_since_the_last_day_that_was_told_and_none_twice()
    {
        var due = new DateOnly(2026, 4, 20);
        Shipped.StepsSince(due, new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 21), ShippedData.Calendar)
            .Select(s => s.Rung.Offset).ShouldBe([-1, 0, 1]);
        Shipped.StepsSince(due, new DateOnly(2026, 4, 21), new DateOnly(2026, 4, 21), ShippedData.Calendar).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("warning,0,clerk,办", "第2行 step 列：“warning”未知，应为 reminder（提醒）、yellow（黄牌）、red（红牌）或 black（黑牌）")]
    [InlineData("red,1.5,clerk,办", "第2行 offset 列：“1.5”应为 -60 到 60 的整数（工作日，期限之前为负）")]
    [InlineData("red,-2147483648,clerk,办", "第2行 offset 列：“-2147483648”应为 -60 到 60 的整数（工作日，期限之前为负）")]
    [InlineData("red,1,,办", "第2行 addressees 列：不能为空")]
    [InlineData("red,1,clerk;mayor,办", "第2行 addressees 列：“mayor”未知，应为 clerk、manager、leader、chair 或 supervisor")]
    [InlineData("red,1,clerk;clerk,办", "第2行 addressees 列：“clerk”重复")]
    [InlineData("red,1,clerk,", "第2行 wording 列：应为1到100字，不能换行")]
    [InlineData("red,1,clerk,办\nyellow,1,clerk,办", "第3行 offset 列：与第2行在同一天，一天只能有一级")]
    [InlineData("red,-3,clerk,办\nyellow,1,clerk,办", "第3行 step 列：黄牌不能晚于第2行的红牌")]
    public void A_broken_ladder_is_refused_with_line_and_reason(string rows, string problem)
    {
        var load = LadderFile.Parse("step,offset,addressees,wording\n" + rows + "\n");
        load.Loaded.ShouldBeFalse();
        load.Problems.Select(p => p.ToString()).ShouldContain("ladder.csv " + problem);
    }
}
