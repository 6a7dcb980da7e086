using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Catalogue;

public class GroupsFileTests
{
    private static readonly string Shipped = ShippedData.Text("groups.csv");

    [Fact]
    public void The_shipped_groups_lie_in_the_shipped_villages()
    {
        var (groups, problems) = GroupsFile.Parse(Shipped, ShippedData.Catalogue.Offices);
        problems.ShouldBeEmpty();
        groups.Select(g => g.Village).Distinct().Count().ShouldBe(12);
        groups.ShouldAllBe(g => g.Title.StartsWith("示例", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cun-01-2,cun-01", "cun-01-1,cun-01", 3, "code", "重复")]
    [InlineData("cun-01-2,cun-01", "cun-01-2,caizheng", 3, "village", "没有代码")]
    [InlineData("cun-01-2,cun-01", "Cun 2,cun-01", 3, "code", "小写字母")]
    [InlineData("示例一村二社", "", 3, "title", "不能为空")]
    public void What_is_wrong_is_named_with_its_line(string from, string to, int line, string column, string word) =>
        GroupsFile.Parse(Shipped.Replace(from, to, StringComparison.Ordinal), ShippedData.Catalogue.Offices).Problems
            .ShouldContain(p => p.Line == line && p.Column == column && p.Reason.Contains(word, StringComparison.Ordinal));
}
