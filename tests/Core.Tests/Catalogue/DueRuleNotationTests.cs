using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Catalogue;

public class DueRuleNotationTests
{
    [Fact]
    public void Each_form_is_read_with_its_source()
    {
        DueRuleNotation.Parse("formed+20wd|甲", out _).ShouldBe(new DueRule(DueBase.Formed, 20, true, 0, 0, "甲"));
        DueRuleNotation.Parse("formed(批准之日)+20d|乙", out _)
            .ShouldBe(new DueRule(DueBase.Formed, 20, false, 0, 0, "乙") { StartEvent = "批准之日" });
        DueRuleNotation.Parse("period_end+20d|丙", out _).ShouldBe(new DueRule(DueBase.PeriodEnd, 20, false, 0, 0, "丙"));
        DueRuleNotation.Parse("fixed:01-31|丁", out _).ShouldBe(new DueRule(DueBase.FixedDay, 0, false, 1, 31, "丁"));
    }

    [Theory]
    [InlineData("formed+20wd")]
    [InlineData("formed+20wd|")]
    [InlineData("formed+20|甲")]
    [InlineData("formed+wd|甲")]
    [InlineData("formed-5wd|甲")]
    [InlineData("formed()+5wd|甲")]
    [InlineData("formed(a(b)+5wd|甲")]
    [InlineData("approved+5wd|甲")]
    [InlineData("period_end+400d|甲")]
    [InlineData("fixed:02-29|甲")]
    [InlineData("fixed:13-01|甲")]
    [InlineData("fixed:1-31|甲")]
    [InlineData("|甲")]
    [InlineData("")]
    public void What_is_written_otherwise_is_refused_with_a_reason(string text)
    {
        DueRuleNotation.Parse(text, out var reason).ShouldBeNull();
        reason.ShouldContain("期限");
    }
}
