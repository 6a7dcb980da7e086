using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

public class BankAccountTests
{
    [Theory]
    [InlineData("6200000000000005")]
    [InlineData("4111111111111111")]
    [InlineData("6200 0000 0000 0005")]
    [InlineData("6200-0000-0000-0005")]
    [InlineData("4111-1111-1111-1111")]
    [InlineData("６２０００００００００００００５")]
    public void A_card_number_with_the_right_check_is_found_anywhere(string card)
    {
        var finding = TextDetectors.Scan("body", $"请汇入{card}。").ShouldHaveSingleItem();

        finding.Kind.ShouldBe("bank-account");
        finding.Rule.ShouldContain("校验位相符");
        finding.Excerpt.ShouldContain("************" + TypedTail(card));
    }

    [Theory]
    [InlineData("账号：6228480000000000001")]
    [InlineData("一卡通 640122000012")]
    [InlineData("开户行及帐户：示例农商行 27100101040001234")]
    [InlineData("6401220000001234567（卡号）")]
    [InlineData("存折账号：\n6401220000001234567")]
    [InlineData("账号 6228 4800 0000 0000 001")]
    [InlineData("姓名\t账号\t金额\n示例甲\t640122000000123\t100\n")]
    [InlineData("序号,姓名,卡号\n1,示例甲,6401220000001234567\n")]
    public void An_account_without_a_check_is_found_where_the_text_speaks_of_accounts(string text) =>
        TextDetectors.Scan("body", text).ShouldHaveSingleItem().Kind.ShouldBe("bank-account");

    [Theory]
    [InlineData("6228480000000000001")]
    [InlineData("640122000012")]
    [InlineData("姓名\t账号\t批次\n示例甲\t见附件\t640122000000123\n")]
    [InlineData("账户余额 1,234,567.89 元")]
    [InlineData("账户余额 123456789012.34 元")]
    [InlineData("开户日期 20141119083000")]
    [InlineData("开户单位 113708280043326001")]
    [InlineData("开户单位 11640122MB0000000X/2014-00012")]
    [InlineData("专户 2011 2012 2013 2014 年开户")]
    public void Other_numbers_are_no_accounts(string text) => TextDetectors.Scan("body", text).ShouldBeEmpty();

    [Fact]
    public void A_resident_number_beside_the_word_account_stays_a_resident_number() =>
        TextDetectors.Scan("body", "账号户名证件 999999199003070012").ShouldHaveSingleItem().Kind.ShouldBe("resident-id");

    private static string TypedTail(string card) => Lianxin.Core.Text.TypedText.Plain(card)[^4..];
}
