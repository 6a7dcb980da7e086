using Lianxin.Core.Reports;

namespace Lianxin.Core.Tests.Reports;

public class FigureRowTests
{
    private static readonly Dictionary<string, string> Births = new()
    {
        ["key"] = "births",
        ["label"] = "出生人口",
        ["value"] = "105",
        ["unit"] = "人",
        ["kind"] = "flow",
        ["from"] = "2014-01-01",
        ["to"] = "2014-11-19",
        ["definition"] = "统计期内出生的人口",
        ["source"] = "计生办统计",
    };

    [Fact]
    public void A_whole_row_becomes_a_figure_of_its_year()
    {
        var figure = FigureRow.Parse("lg", Births).Value.ShouldNotBeNull();
        figure.Year.ShouldBe(2014);
        figure.Value.ShouldBe(105);
        figure.Kind.ShouldBe(FigureKind.Flow);
        figure.To.ShouldBe(new DateOnly(2014, 11, 19));
    }

    [Theory]
    [InlineData("key")]
    [InlineData("label")]
    [InlineData("value")]
    [InlineData("unit")]
    [InlineData("kind")]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("definition")]
    [InlineData("source")]
    public void S18_a_figure_without_one_of_its_columns_is_refused(string column)
    {
        var refusal = FigureRow.Parse("lg", new Dictionary<string, string>(Births) { [column] = " " }).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe("figure-refused");
        refusal.Errors.Keys.ShouldBe([column]);
    }

    [Fact]
    public void S18_every_missing_column_is_named_at_once()
    {
        FigureRow.Parse("lg", new Dictionary<string, string>()).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe(FigureRow.Columns, ignoreOrder: true);
    }

    [Theory]
    [InlineData("value", "一百零五")]
    [InlineData("value", "-3")]
    [InlineData("value", "1,050")]
    [InlineData("kind", "total")]
    [InlineData("from", "2014-02-30")]
    [InlineData("to", "2013-12-31")]
    [InlineData("to", "2015-01-31")]
    [InlineData("key", "Births Total")]
    public void A_column_that_cannot_be_read_is_named(string column, string value)
    {
        FigureRow.Parse("lg", new Dictionary<string, string>(Births) { [column] = value }).Refusal.ShouldNotBeNull().Errors.Keys.ShouldBe([column]);
    }

    [Theory]
    [InlineData("items-total")]
    [InlineData("items-finance")]
    [InlineData("office-minzheng")]
    [InlineData("on-time")]
    public void A_number_that_the_register_counts_cannot_be_typed(string key)
    {
        FigureRow.Parse("lg", new Dictionary<string, string>(Births) { ["key"] = key }).Refusal.ShouldNotBeNull().Errors.ShouldContainKey("key");
    }
}
