using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

/// <summary>Columns that together point to one person: a warning, never a stop.</summary>
public class CombinationTests
{
    [Fact]
    public void A_table_without_names_in_which_village_age_and_illness_fit_one_or_two_people_is_told_of()
    {
        var text = "所在村\t年龄\t病种\n" + string.Concat(Enumerable.Repeat("示例五村\t60\t高血压\n", 4)) + "示例五村\t34\t癌症\n示例六村\t70\t肺结核\n示例六村\t70\t肺结核\n";

        var finding = TextDetectors.Scan("body", text, ScanProfile.Usual).Where(f => f.Kind == PersonalDataKinds.Combination).ShouldHaveSingleItem();

        finding.Severity.ShouldBe(PrivacySeverity.Soft);
        finding.Rule.ShouldStartWith("7行中有3行");
        finding.Excerpt.ShouldBe("所在村 年龄 病种");
    }

    [Theory]
    [InlineData("所在村\t年龄\t病种\n示例五村\t60\t高血压\n示例五村\t60\t高血压\n示例五村\t60\t高血压\n")]
    [InlineData("所在村\t户数\t金额\n示例五村\t1\t420\n示例六村\t2\t840\n")]
    [InlineData("姓名\t所在村\t年龄\t性别\n张小例\t示例五村\t60\t男\n")]
    public void Large_groups_sums_and_lists_that_name_their_people_anyway_are_not(string text) =>
        TextDetectors.Scan("body", text, ScanProfile.Usual).ShouldNotContain(f => f.Kind == PersonalDataKinds.Combination);

    [Fact]
    public void A_table_of_a_file_is_counted_over_repeated_heads_and_told_at_its_end()
    {
        var table = new TableScan(ScanProfile.Usual);
        foreach (var row in (string[][])[["村", "年龄", "性别"], ["示例五村", "60", "男"], ["村", "年龄", "性别"], ["示例五村", "60", "男"], ["示例五村", "60", "男"], ["示例五村", "61", "女"]])
            table.Row([.. row.Index().Select(c => new TableCell(c.Index, c.Item))], _ => "").ShouldBeEmpty();

        var finding = table.End("工作表“名单”").ShouldHaveSingleItem();

        (finding.Place, finding.Excerpt).ShouldBe(("工作表“名单”", "4行中有1行，相同的不足3人"));
    }

    [Theory]
    [InlineData("姓名\t身份证号\t出生日期\n张*例\t**************0012\t1990-03-07\n", ColumnRulesText.DigitsBesideBirth)]
    [InlineData("姓名\t身份证号\n张*例\t******19900307****\n", ColumnRulesText.BirthUnderMask)]
    public void A_mask_that_leaves_the_birth_date_in_sight_is_told_of(string text, string rule)
    {
        var finding = TextDetectors.Scan("body", text, ScanProfile.Usual).ShouldHaveSingleItem();

        (finding.Severity, finding.Rule.StartsWith(rule, StringComparison.Ordinal)).ShouldBe((PrivacySeverity.Soft, true));
    }

    [Fact]
    public void A_pasted_list_is_read_by_its_heads_and_sums_are_no_persons() =>
        PersonRows.In("公示如下\n姓名,村社,补助金额（元）\n张小例,示例五村,\"420\"\n李*,示例六村,1200.50\n合计,,1620.50\n说明").ShouldBe(
            [new PersonRow("张小例", "示例五村", 420), new PersonRow("李*", "示例六村", 1200.50m)]);

    [Fact]
    public void The_same_name_village_and_amount_in_an_older_list_undo_a_mask_only_where_one_fits()
    {
        PersonRow[] now = [new("张*例", "示例五村", 420), new("李*", "示例五村", 300), new("王*", "示例六村", 100)];
        PersonRow[] older = [new("张小例", "示例五村", 420), new("李一", "示例五村", 300), new("李二", "示例五村", 300), new("王一", "示例七村", 100)];

        ListOverlap.Of(now, older).ShouldBe(new ListOverlap(2, 1));
        ListOverlap.Of(now, now).ShouldBe(new ListOverlap(3, 0));
    }

    /// <summary>How the rules begin, as readers see them.</summary>
    private static class ColumnRulesText
    {
        public const string DigitsBesideBirth = "表中有出生日期或年龄时";
        public const string BirthUnderMask = "证件号遮盖后仍看得到出生日期";
    }
}
