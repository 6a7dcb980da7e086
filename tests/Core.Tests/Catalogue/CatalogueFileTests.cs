using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Tests.Catalogue;

/// <summary>Breaks the shipped files in one place at a time and asks for the reason.</summary>
public class CatalogueFileTests
{
    private static readonly string Shipped = ShippedData.Text("catalogue-44.csv");
    private static readonly string Offices = ShippedData.Text("offices.csv");

    [Theory]
    [InlineData("11-01", ",quarterly,", ",weekly,", "cadence", "weekly")]
    [InlineData("11-01", ",village,quarterly", ",everyone,quarterly", "audience", "everyone")]
    [InlineData("11-01", "government,group", "government,mayor", "approval", "mayor")]
    [InlineData("11-01", "government,group", "county,group", "regime", "county")]
    [InlineData("11-01", "interest;supervision", "interest;curiosity", "musts", "curiosity")]
    [InlineData("11-01", "interest;supervision", "interest;interest", "musts", "重复")]
    [InlineData("11-01", "notice-board;service-window;portal", "notice-board;radio", "channels", "radio")]
    [InlineData("11-01", "保障人数|persons|count", "保障人数|persons|number", "required_elements", "number")]
    [InlineData("11-01", "保障人数|persons|count", "保障人数|persons", "required_elements", "名称|key|类型")]
    [InlineData("11-01", "保障人数|persons|count", "保障人数|hotline|count", "required_elements", "重复")]
    [InlineData("11-01", ",minzheng,", ",minzhengsuo,", "offices", "minzhengsuo")]
    [InlineData("11-01", ",财政类,", ",民政类,", "statistic_class", "民政类")]
    [InlineData("11-01", ",sensitive,", ",secret,", "personal_data", "secret")]
    [InlineData("11-01", ",beneficiary-list,", ",nobody,", "mask_profile", "nobody")]
    [InlineData("11-01", ",7wd,", ",a week,", "notice_period", "a week")]
    [InlineData("11-01", "period_end+20d|", "quarter_end+20d|", "due_rules", "quarter_end+20d")]
    [InlineData("11-01", "2026.1,11-01,11,", "2026.1,11-01,12,", "category_code", "12")]
    [InlineData("11-01", "2026.1,11-01", "2026.2,11-01", "version", "2026.2")]
    [InlineData("11-01", "2026.1,11-01", "2026.1,11-1", "code", "11-1")]
    [InlineData("11-02", "2026.1,11-02", "2026.1,11-01", "code", "重复")]
    [InlineData("11-02", ",社会救助、优抚与扶贫,", ",社会救助,", "category", "社会救助")]
    [InlineData("02-01", ",party-internal,", ",party-internal;portal,", "channels", "仅限党内")]
    [InlineData("03-01", ",party-internal;notice-board,", ",notice-board,", "channels", "先党内")]
    [InlineData("01-03", "formed+20wd|", "period_end+20d|", "due_rules", "期末")]
    public void One_wrong_cell_refuses_the_file_with_line_column_and_reason(string entry, string from, string to, string column, string word)
    {
        var load = Parse(entry, from, to);

        load.Loaded.ShouldBeFalse();
        load.Problems.ShouldContain(p => p.File == "catalogue-44.csv"
            && p.Line == LineOf(entry) && p.Column == column && p.Reason.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Empty_required_elements_and_empty_due_rules_are_refused()
    {
        var line = Line("12-01");
        var cells = Lianxin.Core.Text.CsvText.Read(line).Rows[0].Fields.ToList();
        cells[11] = cells[18] = "";

        var load = CatalogueFile.Parse(Shipped.Replace(line, string.Join(',', cells), StringComparison.Ordinal), Offices);

        load.Problems.Select(p => (p.Line, p.Column)).ShouldBe([(LineOf("12-01"), "due_rules"), (LineOf("12-01"), "required_elements")]);
    }

    [Theory]
    [InlineData(",cadence,", ",rhythm,", "cadence", "缺少")]
    [InlineData(",cadence,", ",rhythm,", "rhythm", "未知")]
    [InlineData(",cadence,", ",audience,", "audience", "重复")]
    public void A_missing_unknown_or_repeated_column_is_named(string from, string to, string column, string word) =>
        CatalogueFile.Parse(Shipped.Replace(from, to, StringComparison.Ordinal), Offices).Problems
            .ShouldContain(p => p.Line == 1 && p.Column == column && p.Reason.Contains(word, StringComparison.Ordinal));

    [Fact]
    public void Broken_quoting_and_a_wrong_number_of_columns_are_both_named_in_one_reading()
    {
        var broken = Shipped
            .Replace(Line("05-01"), Line("05-01") + ",more", StringComparison.Ordinal)
            .Replace("2026.1,09-01", "\"2026.1\"x,09-01", StringComparison.Ordinal);

        var load = CatalogueFile.Parse(broken, Offices);

        load.Loaded.ShouldBeFalse();
        load.Problems.Select(p => p.Line).Order().ShouldBe([LineOf("05-01"), LineOf("09-01")]);
    }

    [Theory]
    [InlineData("dangzheng,党政办,false", "dangzheng,党政办,no", 2, "is_village", "no")]
    [InlineData("dangzheng,党政办,false", "dangzheng,,false", 2, "title", "不能为空")]
    [InlineData("dangzheng,党政办,false", "villages,党政办,false", 2, "code", "villages")]
    [InlineData("jiwei,镇纪委", "dangzheng,镇纪委", 3, "code", "重复")]
    public void A_wrong_office_is_refused_under_the_name_of_its_file(string from, string to, int line, string column, string word) =>
        CatalogueFile.Parse(Shipped, Offices.Replace(from, to, StringComparison.Ordinal)).Problems
            .ShouldContain(p => p.File == "offices.csv" && p.Line == line && p.Column == column && p.Reason.Contains(word, StringComparison.Ordinal));

    [Fact]
    public void An_office_without_its_chain_of_responsibility_is_read_because_submission_refuses_it() =>
        CatalogueFile.Parse(Shipped, Offices.Replace("示例党政办负责人", "", StringComparison.Ordinal)).Loaded.ShouldBeTrue();

    [Theory]
    [InlineData("", "")]
    [InlineData("code", "code")]
    [InlineData("\"", "\"\n\"")]
    public void Rubbish_is_refused_without_an_exception(string catalogue, string offices) =>
        CatalogueFile.Parse(catalogue, offices).Loaded.ShouldBeFalse();

    private static CatalogueLoad Parse(string entry, string from, string to)
    {
        var line = Line(entry);
        var changed = line.Replace(from, to, StringComparison.Ordinal);
        changed.ShouldNotBe(line, "the test must change the row");
        return CatalogueFile.Parse(Shipped.Replace(line, changed, StringComparison.Ordinal), Offices);
    }

    private static string Line(string entry) => Shipped.Split('\n')[LineOf(entry) - 1];

    private static int LineOf(string entry) =>
        1 + Array.FindIndex(Shipped.Split('\n'), l => l.StartsWith("2026.1," + entry, StringComparison.Ordinal));
}
