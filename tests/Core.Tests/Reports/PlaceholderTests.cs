using FsCheck.Xunit;
using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public class PlaceholderTests
{
    [Theory]
    [InlineData("共{items-total}条", "共[items-total]条")]
    [InlineData("{a}{b}", "[a][b]")]
    [InlineData("没有", "没有")]
    [InlineData("{未闭合", "{未闭合")]
    [InlineData("{不是代码}{a}", "{不是代码}[a]")]
    [InlineData("{}", "{}")]
    public void Keys_are_filled_and_other_braces_are_text(string text, string filled) =>
        Placeholders.Fill(text, key => $"[{key}]").ShouldBe(filled);

    [Fact]
    public void An_unknown_key_stays_as_typed() => Placeholders.Fill("共{nothing}条", _ => null).ShouldBe("共{nothing}条");

    [Property]
    public void Filling_with_nothing_changes_no_text(string? text) => Placeholders.Fill(text ?? "", _ => null).ShouldBe(text ?? "");
}
