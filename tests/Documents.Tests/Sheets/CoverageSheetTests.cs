using Lianxin.Documents.Sheets;
using Lianxin.Documents.Sheets.Setting;

namespace Lianxin.Documents.Tests.Sheets;

public sealed class CoverageSheetTests
{
    [Fact]
    public void S33_every_state_has_its_sign_its_colour_and_its_count()
    {
        using var pdf = SheetReader.Read(Small());
        var text = SheetReader.Text(pdf);
        SheetReader.ShouldComeInOrder(text, "状态截至：2025年3月20日", "√按时公开 1项", "零零报告 1项", "待待公开 2项", "迟逾期公开 1项", "逾逾期未公开 2项", "免经批准免除 1项");
        SheetReader.ShouldComeInOrder(text, "公开事项甲村乙村丙村", "01-1 低保√待12天逾3天", "01-2 财务迟零免", "01-3 补贴逾—待今天");
        foreach (var look in CoverageLook.All)
        {
            var ground = look.Paint.Ground;
            // One box of the legend and one for each cell.
            var cells = look.State is CoverageState.Overdue or CoverageState.Pending ? 2 : 1;
            SheetReader.Filled(pdf.Document.GetPage(1), ground.Red, ground.Green, ground.Blue).Count.ShouldBe(1 + cells, look.Name);
        }
    }

    [Fact]
    public void States_stay_apart_in_grey_print_and_their_signs_are_readable()
    {
        CoverageLook.All.Select(look => look.Sign).Distinct().Count().ShouldBe(CoverageLook.All.Count);
        var steps = CoverageLook.All.Select(look => (116 * Math.Cbrt(look.Paint.Ground.Luminance)) - 16).Order().ToList();
        steps.Zip(steps.Skip(1), (dark, light) => light - dark).ShouldAllBe(step => step > 4);
        foreach (var look in CoverageLook.All)
        {
            var (lighter, darker) = (Math.Max(look.Paint.Ground.Luminance, look.Paint.Ink.Luminance), Math.Min(look.Paint.Ground.Luminance, look.Paint.Ink.Luminance));
            ((lighter + 0.05) / (darker + 0.05)).ShouldBeGreaterThan(7, look.Name);
        }
    }

    [Theory]
    [InlineData(SheetPaper.A4)]
    [InlineData(SheetPaper.A3)]
    public void Many_columns_go_over_to_further_tables_with_entries_repeated(SheetPaper paper)
    {
        using var pdf = SheetReader.Read(SampleSheets.Coverage(40, 6), paper);
        var text = SheetReader.Text(pdf);
        var tables = pdf.ElementTypes().Count(t => t == "Table");
        tables.ShouldBeGreaterThan(1);
        for (var village = 1; village <= 36; village++) text.ShouldContain($"示例{village}村");
        (text.Split("01-1 村级财务收支").Length - 1).ShouldBe(tables);
        text.ShouldContain("第1至");
        text.ShouldContain("共40个");
    }

    [Fact]
    public void Many_entries_flow_over_pages_with_the_names_of_the_places_on_each()
    {
        using var pdf = SheetReader.Read(SampleSheets.Coverage(10, 80));
        pdf.Document.NumberOfPages.ShouldBeGreaterThan(2);
        foreach (var page in pdf.Document.GetPages()) SheetReader.Text(page).ShouldContain("公开事项党政综合办公室");
    }

    [Fact]
    public void Party_matters_are_marked_when_they_are_there_and_nothing_hints_at_them_when_they_are_not()
    {
        using var open = SheetReader.Read(Small());
        SheetReader.Text(open).ShouldNotContain("党");
        var rows = Small().Rows.Append(new CoverageRow("P-1", "发展党员", [new CoverageCell(CoverageState.Met)], IsPartyOnly: true));
        using var party = SheetReader.Read(Small() with { Rows = [.. rows] });
        SheetReader.ShouldComeInOrder(SheetReader.Text(party), "含党内公开事项，仅供党员查阅，不得上墙、不得外传。", "P-1 【党内】发展党员√——");
    }

    [Fact]
    public void A_quarter_without_duties_says_so()
    {
        using var pdf = SheetReader.Read(Small() with { Rows = [] });
        SheetReader.Text(pdf).ShouldContain("2025年第一季度没有应公开的事项。");
    }

    private static CoverageSheet Small() => new(SampleSheets.Head, new DateOnly(2025, 3, 20), ["甲村", "乙村", "丙村"],
    [
        new CoverageRow("01-1", "低保", [new(CoverageState.Met, 5), new(CoverageState.Pending, 12), new(CoverageState.Overdue, -3)]),
        new CoverageRow("01-2", "财务", [new(CoverageState.Late, -4), new(CoverageState.Nil), new(CoverageState.Waived)]),
        new CoverageRow("01-3", "补贴", [new(CoverageState.Overdue), null, new(CoverageState.Pending, 0)]),
    ]);
}
