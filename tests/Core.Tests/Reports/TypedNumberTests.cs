using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public class TypedNumberTests
{
    [Theory]
    [InlineData("2014年1月至今累计公开政府信息547条。", "547条", "549条")]
    [InlineData("截至11月19日，累计公开政府信息547条，其中概况类2条。", "547条", "549条")]
    [InlineData("其中概况类2条，政策法规类2条，工作动态类465条，财政类78条。", "465条", "467条")]
    [InlineData("自1月1日起至12月31日止，共公开政府信息55条。", "55条", "549条")]
    [InlineData("农村低保新增75人。", "75人", "57人")]
    public void S17_a_typed_number_that_contradicts_the_register_is_an_error(string text, string found, string expected)
    {
        var finding = Findings(text).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(FindingSeverity.Error);
        finding.Found.ShouldBe(found);
        finding.Expected.ShouldBe(expected);
        finding.Message.ShouldContain(expected);
    }

    [Theory]
    [InlineData("2014年累计公开政府信息549条，其中财政类78条。")]
    [InlineData("2013年累计公开政府信息600条。")]
    [InlineData("一季度累计公开政府信息120条，第三季度财政类20条。")]
    [InlineData("1月至6月累计公开政府信息261条。")]
    [InlineData("9月共公开政府信息69条。")]
    [InlineData("通过网站累计公开政府信息300条。")]
    [InlineData("累计公开政府信息{items-total}条。")]
    [InlineData("累计公开政府信息约5百条，财政类较多。")]
    [InlineData("示例三村各村累计公开政府信息40条。")]
    [InlineData("去年农村低保新增80人。")]
    public void A_number_that_is_right_or_speaks_of_something_else_is_no_finding(string text) => Findings(text).ShouldBeEmpty();

    private static List<ReportFinding> Findings(string text) =>
        [.. ReportChecksTests.Run(ReportChecksTests.With("matters", text)).Where(f => f.Rule == "typed-number")];
}
