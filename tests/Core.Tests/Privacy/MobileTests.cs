using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

public class MobileTests
{
    [Theory]
    [InlineData("13800000000", "138****0000")]
    [InlineData("19912345678", "199****5678")]
    [InlineData("138 0000 1234", "138****1234")]
    [InlineData("138-0000-1234", "138****1234")]
    [InlineData("+8613800001234", "138****1234")]
    [InlineData("+86 13800001234", "138****1234")]
    [InlineData("+86-138-0000-1234", "138****1234")]
    [InlineData("008613800001234", "138****1234")]
    [InlineData("１３８００００１２３４", "138****1234")]
    [InlineData("１３８－００００－１２３４", "138****1234")]
    [InlineData("tel13800001234", "138****1234")]
    public void A_mobile_number_is_found_and_shown_by_its_ends_only(string number, string masked)
    {
        var finding = TextDetectors.Scan("body", $"联系人{number}。").ShouldHaveSingleItem();

        finding.Kind.ShouldBe("mobile");
        finding.Excerpt.ShouldContain(masked);
    }

    [Fact]
    public void A_list_of_spaced_numbers_is_found_whole() =>
        TextDetectors.Scan("body", "138 0000 1234 139 0000 5678 999999199003070012 137 0000 1111").Count.ShouldBe(4);

    [Theory]
    [InlineData("12345")]
    [InlineData("12800000000")]
    [InlineData("1380000000")]
    [InlineData("138000000001")]
    [InlineData("313800000000")]
    [InlineData("13800000000.50")]
    [InlineData("0.13800000000")]
    [InlineData("0951-8000101")]
    [InlineData("0951 8000101")]
    [InlineData("400-800-1234")]
    [InlineData("95588")]
    [InlineData("57 138 2014 1119 90 105")]
    [InlineData("138  2014  1119")]
    [InlineData("9f13800000000a")]
    public void Other_numbers_are_no_mobile_numbers(string text) => TextDetectors.Scan("body", text).ShouldBeEmpty();
}
