using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

/// <summary>The kinds beside numbers of persons: one line for each way of writing that is known from practice. All of it is made up.</summary>
public class FurtherKindsTests
{
    [Theory]
    [InlineData("家庭住址：示例县示例镇示例五村三社12号")]
    [InlineData("家庭住址: 示例镇示例村二组二十七号")]
    [InlineData("户籍地址示例小区3栋2单元501室")]
    [InlineData("该户住示例小区３栋２单元５０１室，三口人")]
    [InlineData("张示例，示例五村三社12号，低保金420元")]
    [InlineData("家住示例路5号院")]
    [InlineData("姓名\t家庭住址\n张示例\t示例村4组18号")]
    public void An_address_with_a_house_number_is_an_address(string text) => ShouldFind(text, PersonalDataKinds.Address);

    [Theory]
    [InlineData("车主张示例，宁A12345")]
    [InlineData("车牌：宁A·D12345")]
    [InlineData("宁Ａ１２３４５")]
    [InlineData("挂车 宁A1234挂")]
    [InlineData("宁A 8K123")]
    public void A_vehicle_plate_is_a_plate(string text) => ShouldFind(text, PersonalDataKinds.Plate);

    [Theory]
    [InlineData("护照号E12345678")]
    [InlineData("出境人员 G12345678")]
    [InlineData("EA1234567")]
    [InlineData("港澳通行证 C12345678")]
    [InlineData("姓名,护照号码\n张示例,ＥＢ１２３４５６７")]
    public void A_passport_number_is_a_passport(string text) => ShouldFind(text, PersonalDataKinds.Passport);

    [Theory]
    [InlineData("联系 zhangshili@example.cn")]
    [InlineData("QQ邮箱123456@qq.com")]
    [InlineData("张示例（zhang.shi-li＠163.com）")]
    public void A_persons_mail_address_is_an_email(string text) => ShouldFind(text, PersonalDataKinds.Email);

    [Theory]
    [InlineData("村民张示例因患尿毒症，申请临时救助")]
    [InlineData("张示例，男，58岁，肝癌晚期")]
    [InlineData("李小例 精神残疾二级")]
    [InlineData("艾滋病患者王示例")]
    [InlineData("肢体残疾人赵示例，")]
    [InlineData("户主刘示例于2013年确诊白血病")]
    [InlineData("姓名\t村组\t致贫原因\n张示例\t示例村\t因病")]
    [InlineData("序号 姓名 残疾等级\n1 张示例 2")]
    [InlineData("姓名|病种|金额\n张示例|肝硬化|3000")]
    public void Illness_beside_a_name_is_health(string text) => ShouldFind(text, PersonalDataKinds.Health);

    [Theory]
    [InlineData("受助学生：张小例、李小例")]
    [InlineData("留守儿童王小例，由祖母照料")]
    [InlineData("张小例，女，9岁，随祖父生活")]
    [InlineData("学生姓名,年级,金额\n张小例,三年级,500")]
    [InlineData("姓名\t年龄\t村\n张小例\t8\t示例村")]
    public void A_child_by_name_is_a_minor(string text) => ShouldFind(text, PersonalDataKinds.Minor);

    [Theory]
    [InlineData("家庭电话0951-8000101")]
    [InlineData("本人电话：09518000101")]
    public void A_fixed_line_of_a_home_is_a_persons_number(string text) => ShouldFind(text, PersonalDataKinds.Mobile);

    [Theory]
    [InlineData("姓名 身份证号\n张示例 999999199013070013", PersonalDataKinds.ResidentId)]
    [InlineData("姓名\t一卡通\n张示例\t622848000000", PersonalDataKinds.BankAccount)]
    [InlineData("残疾人证号 99999919900307001243", PersonalDataKinds.ResidentId)]
    [InlineData("9999991990030700**", PersonalDataKinds.ResidentId)]
    public void A_head_or_a_shape_gives_a_number_away(string text, string kind) => ShouldFind(text, kind);

    [Fact]
    public void Every_finding_is_masked_in_the_official_style()
    {
        Excerpts("宁A12345").ShouldBe(["宁A***45"]);
        Excerpts("zhang@example.cn").ShouldBe(["z***@example.cn"]);
        Excerpts("住址：示例镇示例村三社12号").ShouldBe(["住址:示例镇***"]);
        Excerpts("村民张示例因患尿毒症").ShouldBe(["村民***"]);
        Excerpts("EA1234567").ShouldBe(["*****4567"]);
    }

    [Fact]
    public void Pupils_are_not_listed_by_name_under_the_profile_of_school_aid()
    {
        const string List = "姓名,学校,金额\n张示例,示例小学,500\n李*,示例小学,500";

        TextDetectors.Scan("body", List, ScanProfile.Of("minor-no-names")).ShouldHaveSingleItem().Kind.ShouldBe(PersonalDataKinds.Minor);
        TextDetectors.Scan("body", List).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_listed_where_only_totals_are_published() =>
        TextDetectors.Scan("body", "户主姓名\t金额\n张示例\t300", ScanProfile.Of("aggregate-only")).ShouldHaveSingleItem().Severity.ShouldBe(PrivacySeverity.Hard);

    [Fact]
    public void An_office_may_give_its_address_and_its_mail_address() =>
        TextDetectors.Scan("body", "地址：示例镇示例路8号院3单元101室，邮箱 shili@example.cn", ScanProfile.Of("office-contact")).ShouldBeEmpty();

    [Fact]
    public void A_birth_date_beside_a_name_and_digits_of_an_id_beside_an_age_are_warned_of()
    {
        var findings = TextDetectors.Scan("body", "姓名\t出生日期\t身份证号\n张示例\t1990-03-07\t**************0012", ScanProfile.Usual);

        findings.Count.ShouldBe(2);
        findings.ShouldAllBe(f => f.Severity == PrivacySeverity.Soft);
        TextDetectors.Scan("body", "姓名\t出生日期\n张示例\t1990-03-07").ShouldBeEmpty();
    }

    private static string[] Excerpts(string text) => [.. TextDetectors.Scan("body", text).Select(f => f.Excerpt)];

    private static void ShouldFind(string text, string kind) =>
        TextDetectors.Scan("body", text).Select(f => f.Kind).ShouldContain(kind, text);
}
