using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

public class PrivacyMaskTests
{
    private static readonly string[] Leaks =
    [
        "999999199003070012", "99999919990909001X", "999999900307001", "138 1234 5678", "+86 13812345678", "6200000000000005", "账号：123456789012", "住址：示例镇示例村三社12号", "示例小区3栋2单元501室",
        "宁A·12345", "EA1234567", "zhang@example.cn", "村民张示例因患尿毒症", "受助学生：张小例、李小例", "家庭电话0951-8000101", "999999 19900307 0012", "残疾人证号99999919900307001243",
    ];

    [Property(MaxTest = 200)]
    public Property What_was_masked_is_found_clean() => Prop.ForAll(Texts(), text =>
        TextDetectors.Scan("body", text).Count > 0 && TextDetectors.Scan("body", PrivacyMask.Of(text, ScanProfile.Usual)).Count == 0);

    [Fact]
    public void What_is_no_personal_data_stays_as_it_was() =>
        PrivacyMask.Of("电话0951-8000101，金额420.00元，统一社会信用代码11441700007280420Y", ScanProfile.Usual).ShouldBe("电话0951-8000101，金额420.00元，统一社会信用代码11441700007280420Y");

    [Fact]
    public void The_masks_are_the_official_ones() =>
        PrivacyMask.Of("手机138-1234-5678，证件９９９９９９１９９００３０７００１２，车宁A12345，住址：示例镇示例村三社12号", ScanProfile.Usual)
            .ShouldBe("手机138****5678，证件**************0012，车宁A***45，住址：示例镇***");

    private static Arbitrary<string> Texts() => Arb.From(
        from first in Gen.Elements(Leaks)
        from second in Gen.Elements(Leaks)
        from between in Gen.Elements("，金额420元，", "\n", "。", "；联系：")
        select $"公示{between}{first}{between}{second}{between}完");
}
