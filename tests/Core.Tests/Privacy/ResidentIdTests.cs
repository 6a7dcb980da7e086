using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

/// <summary>Every number here is synthetic: region 999999 does not exist; 11010519491231002X is the standard's own example.</summary>
public class ResidentIdTests
{
    [Theory]
    [InlineData("999999199003070012")]
    [InlineData("999999200002290019")]
    [InlineData("999999198506150028")]
    [InlineData("99999919990909001X")]
    [InlineData("11010519491231002X")]
    [InlineData("99999919990909001x")]
    [InlineData("９９９９９９１９９００３０７００１２")]
    [InlineData("９９９９９９１９９９０９０９００１Ｘ")]
    [InlineData("999999 19900307 0012")]
    [InlineData("999999-19900307-0012")]
    [InlineData("999999　19900307　0012")]
    [InlineData("999999 1990 0307 0012")]
    [InlineData("9999 9919 9003 0700 12")]
    [InlineData("999999 19990909 001X")]
    [InlineData("9 9 9 9 9 9 1 9 9 0 0 3 0 7 0 0 1 2")]
    [InlineData("9999991990\u200B03070012")]
    [InlineData("ID999999199003070012")]
    [InlineData("𝟡𝟡𝟡𝟡𝟡𝟡𝟙𝟡𝟡𝟘𝟘𝟛𝟘𝟟𝟘𝟘𝟙𝟚")]
    [InlineData("⑨⑨⑨⑨⑨⑨①⑨⑨⓪⓪③⓪⑦⓪⓪①②")]
    public void A_number_with_the_right_check_is_found_however_it_is_written(string id)
    {
        var text = $"申请人证件号码：{id}，请核对";

        var finding = TextDetectors.Scan("body", text).ShouldHaveSingleItem();

        finding.Kind.ShouldBe("resident-id");
        finding.Place.ShouldBe("body");
        finding.Rule.ShouldContain("校验码相符");
        text.Substring(finding.Start, finding.Length).ShouldBe(id.StartsWith("ID") ? id[2..] : id);
    }

    [Theory]
    [InlineData("999999199003070013")]
    [InlineData("999999 19900307 0013")]
    public void A_number_with_a_wrong_check_is_found_as_a_likely_typo(string id) =>
        TextDetectors.Scan("body", id).ShouldHaveSingleItem().Rule.ShouldContain("可能是录入错误");

    [Theory]
    [InlineData("999999900307001")]
    [InlineData("999999 900307 001")]
    public void The_old_form_of_15_digits_is_found(string id) =>
        TextDetectors.Scan("title", id).ShouldHaveSingleItem().Rule.ShouldContain("15位");

    [Theory]
    [InlineData("99999919900307001243")]
    [InlineData("99999919990909001X12")]
    public void A_disability_certificate_is_found_by_the_number_inside_it(string number)
    {
        var finding = TextDetectors.Scan("elements.card", $"证号{number}。").ShouldHaveSingleItem();

        finding.Rule.ShouldContain("残疾人证");
        finding.Length.ShouldBe(20);
    }

    [Theory]
    [InlineData("9999991990****0012")]
    [InlineData("99999919900307001*")]
    [InlineData("999999199003XXXX12")]
    [InlineData("999999 1990**** 0012")]
    [InlineData("＊９９９９９１９９００３０７００１２")]
    public void A_mask_that_leaves_14_digits_visible_is_no_mask(string id) =>
        TextDetectors.Scan("body", $"（{id}）").ShouldHaveSingleItem().Rule.ShouldContain("遮盖不足");

    [Theory]
    [InlineData("**************0012")]
    [InlineData("999999********0012")]
    [InlineData("35*************123")]
    [InlineData("99***")]
    public void A_sufficient_mask_passes(string masked) => TextDetectors.Scan("body", masked).ShouldBeEmpty();

    [Theory]
    [InlineData("999999199002300012")]
    [InlineData("999999199013010012")]
    [InlineData("999999170001010012")]
    [InlineData("099999199003070012")]
    [InlineData("9999991990030700123")]
    public void A_number_whose_birth_date_does_not_exist_or_that_is_longer_is_no_resident_number(string number) =>
        TextDetectors.Scan("body", number).ShouldNotContain(f => f.Kind == "resident-id");

    [Fact]
    public void Half_a_surrogate_pair_before_it_hides_no_digit() =>
        TextDetectors.Scan("body", "\uD835999999199003070012").ShouldHaveSingleItem().Length.ShouldBe(18);

    [Fact]
    public void A_region_that_does_not_exist_is_no_reason_to_let_a_number_pass() =>
        TextDetectors.Scan("body", "999999199003070012").ShouldNotBeEmpty();
}
