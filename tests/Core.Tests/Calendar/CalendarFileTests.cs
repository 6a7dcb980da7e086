using Lianxin.Core.Calendar;

namespace Lianxin.Core.Tests.Calendar;

public class CalendarFileTests
{
    private const string Header = "date,kind,name,year_notice\n";

    [Fact]
    public void The_shipped_file_has_every_named_day() =>
        ShippedData.Text("china-holidays.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(242);

    [Theory]
    [InlineData("2026-02-30,off,春节,2026", 2, "date", "不是存在的日期")]
    [InlineData("2026-10-01,free,国庆节,2026", 2, "kind", "free")]
    [InlineData("2026-10-01,off,,2026", 2, "name", "名称")]
    [InlineData("2026-10-01,off,国庆节,2027", 2, "year_notice", "2027")]
    [InlineData("2026-10-08,work,国庆节,2026", 2, "kind", "周六或周日")]
    [InlineData("2026-10-01,off,国庆节,2026\n2026-10-01,off,中秋节,2026", 3, "date", "第2行")]
    [InlineData("2026-10-01,off,国庆节", 2, "", "4列")]
    [InlineData("\"2026-10-01,off", 2, "date", "引号")]
    public void A_broken_row_is_refused_with_line_column_and_reason(string rows, int line, string column, string word)
    {
        var load = CalendarFile.Parse(Header + rows + "\n");

        load.Loaded.ShouldBeFalse();
        load.Problems.ShouldContain(p => p.File == "china-holidays.csv" && p.Line == line && p.Column == column && p.Reason.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void An_overlay_with_a_problem_is_refused_under_its_own_name()
    {
        var load = CalendarFile.Parse(Header + "2026-01-01,off,元旦,2026\n", Header + "2026-13-01,off,开斋节,2026\n");

        load.Loaded.ShouldBeFalse();
        load.Problems.ShouldHaveSingleItem().File.ShouldBe("regional-holidays.csv");
    }

    [Theory]
    [InlineData("")]
    [InlineData("date,kind,name\n")]
    [InlineData("date,kind,name,year_notice\n")]
    [InlineData("date,kind,name,year_notice,extra\n")]
    public void An_empty_file_or_a_wrong_header_is_refused(string text) => CalendarFile.Parse(text).Problems.ShouldNotBeEmpty();
}
