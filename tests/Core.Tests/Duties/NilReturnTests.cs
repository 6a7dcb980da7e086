using Lianxin.Core.Access;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Duties;

public sealed class NilReturnTests
{
    private static readonly CommandContext Clerk = DutyFixture.By(Role.Clerk, "2026-04-02T09:00:00+08:00");

    [Fact]
    public void S19_a_nil_return_becomes_an_item_without_the_entrys_elements_that_no_figure_counts()
    {
        var input = NilReturns.Read(new NilReturnInput("01-01", "2026-Q1", null, "本季度没有新的重点工作。"), Clerk).Value.ShouldNotBeNull();

        var item = Submission.Create(input, new NewItemIdentity("ligang-2026-a", 2026, "000000000/2026-00001"), Clerk, draft: false).Value.ShouldNotBeNull().After;

        (item.Status, item.NilReturn, item.StatisticClass).ShouldBe((ItemStatus.Submitted, true, "不计入"));
        item.Content.Title.ShouldBe("年度重点工作及进展零报告（2026年第1季度，党政办）");
        item.Content.Body.ShouldBe("本季度没有新的重点工作。");
        QuarterRow.Of(item).NilReturn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("99-99", "2026-Q1", "dangzheng", "没有", "entry")]
    [InlineData(null, "2026-Q1", "dangzheng", "没有", "entry")]
    [InlineData("01-03", "2026-Q1", "dangzheng", "没有", "entry")]
    [InlineData("01-01", "2026-03", "dangzheng", "没有", "period")]
    [InlineData("01-01", "2026-Q9", "dangzheng", "没有", "period")]
    [InlineData("01-01", "2026-Q3", "dangzheng", "没有", "period")]
    [InlineData("01-01", "2026-Q1", "nowhere", "没有", "office")]
    [InlineData("16-03", "2026-Q1", "dangzheng", "没有", "office")]
    [InlineData("01-01", "2026-Q1", "dangzheng", " ", "reason")]
    public void What_is_wrong_is_named_by_its_field(string? entry, string period, string office, string reason, string field) =>
        NilReturns.Read(new NilReturnInput(entry, period, office, reason), Clerk).Refusal.ShouldNotBeNull().Errors.Keys.ShouldHaveSingleItem().ShouldBe(field);

    [Fact]
    public void Silence_is_no_nil_return_and_a_published_list_contradicts_one()
    {
        var published = DutyFixture.Row("01-01", "dangzheng", ItemStatus.Published, "2026-04-01T00:01:00+08:00");
        Refusal? Contradicted(params QuarterRow[] rows) => NilReturns.Contradicted("01-01", "dangzheng", null, "2026-Q1", rows);

        Contradicted().ShouldBeNull();
        Contradicted(published).ShouldNotBeNull().Code.ShouldBe("nil-return-contradicted");
        Contradicted(published with { NilReturn = true }).ShouldBeNull();
        Contradicted(published with { Status = ItemStatus.Withdrawn }).ShouldBeNull();
        Contradicted(published with { Period = "2025-Q4" }).ShouldBeNull();
        Contradicted(published with { Office = "jiwei" }).ShouldBeNull();
    }
}
