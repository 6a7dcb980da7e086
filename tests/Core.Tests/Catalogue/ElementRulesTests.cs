using FsCheck.Xunit;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Catalogue;

public class ElementRulesTests
{
    [Fact]
    public void A_complete_set_of_elements_passes_also_with_full_width_digits()
    {
        var elements = new Dictionary<string, string>
        {
            ["householder"] = "示例户",
            ["village_group"] = "示例一村一社",
            ["persons"] = "３",
            ["monthly_sum"] = "1,234.50元",
            ["from_month"] = "２０２６年３月",
            ["notice_period"] = "2026年3月2日至3月10日",
            ["hotline"] = "０９５１－８０００１０７",
        };

        ElementRules.Check(ShippedData.Entry("11-01"), elements).ShouldBeEmpty();
    }

    [Fact]
    public void Each_missing_element_is_named_by_its_key_and_label()
    {
        var errors = ElementRules.Check(ShippedData.Entry("11-01"), new Dictionary<string, string> { ["householder"] = " " });

        errors.Keys.ShouldBe(ShippedData.Entry("11-01").RequiredElements.Select(e => e.Key));
        errors["householder"].ShouldHaveSingleItem().ShouldContain("户主姓名");
    }

    [Fact]
    public void A_key_that_the_entry_does_not_have_is_an_error() =>
        ElementRules.Check(ShippedData.Entry("12-01"), new Dictionary<string, string> { ["colour"] = "红" })["colour"].ShouldHaveSingleItem();

    [Theory]
    [InlineData(ElementType.Text, "一行", null)]
    [InlineData(ElementType.Text, "一行\n两行", "一行")]
    [InlineData(ElementType.LongText, "一行\n两行", null)]
    [InlineData(ElementType.Date, "2026-03-28", null)]
    [InlineData(ElementType.Date, "2026年3月28日", null)]
    [InlineData(ElementType.Date, "2026/3/28", null)]
    [InlineData(ElementType.Date, "２０２６．３．２８", null)]
    [InlineData(ElementType.Date, "2026-02-30", "不存在")]
    [InlineData(ElementType.Date, "2026-13-01", "不存在")]
    [InlineData(ElementType.Date, "月底", "应填写日期")]
    [InlineData(ElementType.Date, "26-3-28", "应填写日期")]
    [InlineData(ElementType.Month, "2026-3", null)]
    [InlineData(ElementType.Month, "2026-13", "月份")]
    [InlineData(ElementType.Month, "2026-03-01", "月份")]
    [InlineData(ElementType.Year, "2026年度", null)]
    [InlineData(ElementType.Year, "26", "年份")]
    [InlineData(ElementType.Money, "0", null)]
    [InlineData(ElementType.Money, "¥1,234,567.89", null)]
    [InlineData(ElementType.Money, "－５", "负数")]
    [InlineData(ElementType.Money, "1.234", "两位小数")]
    [InlineData(ElementType.Money, "12,34", "金额")]
    [InlineData(ElementType.Money, "1.2,3", "金额")]
    [InlineData(ElementType.Money, "一百元", "金额")]
    [InlineData(ElementType.Money, "99999999999999999999999999999999", "金额")]
    [InlineData(ElementType.Count, "105", null)]
    [InlineData(ElementType.Count, "-1", "负数")]
    [InlineData(ElementType.Count, "1.5", "整数")]
    [InlineData(ElementType.Count, "9999999999999999999999", "整数")]
    [InlineData(ElementType.Phone, "12345", null)]
    [InlineData(ElementType.Phone, "0951-8000101、8000102", null)]
    [InlineData(ElementType.Phone, "请到窗口", "电话")]
    public void A_value_is_accepted_or_refused_by_the_type_of_its_element(ElementType type, string value, string? word)
    {
        var errors = Check(type, value);

        if (word is null)
            errors.ShouldBeEmpty();
        else
            errors["value"].ShouldHaveSingleItem().ShouldContain(word);
    }

    [Fact]
    public void A_value_of_2000_characters_passes_and_one_more_does_not()
    {
        Check(ElementType.LongText, new string('文', 2_000)).ShouldBeEmpty();
        Check(ElementType.LongText, new string('文', 2_001))["value"].ShouldHaveSingleItem().ShouldContain("2000");
    }

    [Property]
    public bool Any_text_in_any_type_is_judged_without_an_exception(FsCheck.NonNull<string> value) =>
        Enum.GetValues<ElementType>().All(t => Check(t, value.Get).Count <= 1);

    [Property]
    public bool Every_date_is_read_back_from_both_ways_of_writing_it(int offset)
    {
        var day = new DateOnly(1950, 1, 1).AddDays(Math.Abs(offset % 40_000));

        return ElementValues.TryDate($"{day.Year}-{day.Month:00}-{day.Day:00}", out var iso) && iso == day
            && ElementValues.TryDate(Lianxin.Core.Calendar.ChineseDates.Text(day), out var chinese) && chinese == day;
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Check(ElementType type, string value)
    {
        var entry = ShippedData.Entry("12-01") with { RequiredElements = [new RequiredElement("value", "数值", type)] };
        return ElementRules.Check(entry, new Dictionary<string, string> { ["value"] = value });
    }
}
