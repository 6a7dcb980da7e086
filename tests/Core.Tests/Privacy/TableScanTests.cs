using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

public class TableScanTests
{
    [Fact]
    public void A_head_speaks_for_its_column_however_far_below()
    {
        var table = new TableScan(ScanProfile.Usual);
        Scan(table, "姓名", "村组", "开户账号").ShouldBeEmpty();
        for (var row = 0; row < 500; row++)
            Scan(table, "张*", "示例村三社", "").ShouldBeEmpty();

        Scan(table, "张*", "示例村三社", "0123456789012").ShouldHaveSingleItem().Place.ShouldBe("C");
    }

    [Fact]
    public void A_new_line_of_heads_takes_the_old_ones_place()
    {
        var table = new TableScan(ScanProfile.Usual);
        Scan(table, "姓名", "账号");
        Scan(table, "姓名", "面积编号", "电话");

        Scan(table, "张*", "123456789012").ShouldBeEmpty();
    }

    [Fact]
    public void A_name_alone_with_village_and_sum_may_be_shown()
    {
        var table = new TableScan(ScanProfile.Usual);
        Scan(table, "户主姓名", "村社", "保障人数", "月保障金额", "残疾人补贴金额");

        Scan(table, "张示例", "示例五村三社", "2", "420.00", "80").ShouldBeEmpty();
    }

    [Fact]
    public void A_title_above_the_heads_is_no_head()
    {
        var table = new TableScan(ScanProfile.Usual);
        Scan(table, "示例镇2014年第三季度低保户主姓名与家庭住址公示表（示例五村至示例九村）一览");
        Scan(table, "户主姓名", "家庭住址");

        Scan(table, "张示例", "示例村三社7号").ShouldHaveSingleItem().Kind.ShouldBe(PersonalDataKinds.Address);
    }

    private static IReadOnlyList<PersonalDataFinding> Scan(TableScan table, params string[] cells) =>
        table.Row([.. cells.Select((text, column) => new TableCell(column, text))], column => ((char)('A' + column)).ToString());
}
