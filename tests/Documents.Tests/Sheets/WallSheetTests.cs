using System.Globalization;
using Lianxin.Documents.Sheets;

namespace Lianxin.Documents.Tests.Sheets;

public sealed class WallSheetTests
{
    [Fact]
    public void S25_requests_plans_answers_and_states_come_back_row_by_row()
    {
        using var pdf = SheetReader.Read(SampleSheets.Wall());
        SheetReader.ShouldComeInOrder(
            SheetReader.Text(pdf),
            "示例村三社2025年3月“连心墙”", "社（组）：示例村三社", "公开期间：2025年3月",
            "共6件：办理中1件；已办结1件；已办结（未联系上）1件；暂不能办（已说明）1件；已转交1件；重新办理1件。",
            "编号诉求办理计划办理结果（答复）状态",
            "LX-2025-0007三社东侧机耕道", "—办理中4月10日前",
            "LX-2025-0009", "水压正常。已办结",
            "三次未接通。已办结未联系上",
            "LX-2025-0004", "重新办理4月3日前");
    }

    [Fact]
    public void S25_a_month_without_requests_says_so()
    {
        using var pdf = SheetReader.Read(SampleSheets.Wall() with { Cases = [] });
        SheetReader.Text(pdf).ShouldContain("2025年3月，示例村三社没有登记的诉求。");
        pdf.ElementTypes().ShouldNotContain("Table");
    }

    [Theory]
    [InlineData(SheetPaper.A4)]
    [InlineData(SheetPaper.A3)]
    public void Many_requests_flow_over_pages_with_the_head_on_each(SheetPaper paper)
    {
        var cases = Enumerable.Range(1, 60).Select(i => new WallCase(string.Create(CultureInfo.InvariantCulture, $"LX-{i:0000}"), "请修路。", "四月动工。", "", WallCaseState.Open));
        using var pdf = SheetReader.Read(SampleSheets.Wall() with { Cases = [.. cases] }, paper);
        pdf.Document.NumberOfPages.ShouldBeGreaterThan(3);
        foreach (var page in pdf.Document.GetPages()) SheetReader.Text(page).ShouldContain("编号诉求办理计划办理结果（答复）状态");
        var text = SheetReader.Text(pdf);
        for (var i = 1; i <= 60; i++) text.ShouldContain(string.Create(CultureInfo.InvariantCulture, $"LX-{i:0000}请修路。四月动工。—办理中"));
    }

    [Fact]
    public void The_asterisk_of_a_masked_name_never_begins_a_line()
    {
        for (var length = 1; length < 14; length++)
        {
            var request = new string('路', length) + "（王**）";
            using var pdf = SheetReader.Read(SampleSheets.Wall() with { Cases = [new WallCase("1", request, "", "", WallCaseState.Open)] });
            var letters = SheetReader.Letters(pdf.Document.GetPage(1)).ToList();
            var asterisk = letters.FindIndex(l => l.Value == "*");
            letters[asterisk].StartBaseLine.Y.ShouldBe(letters[asterisk - 1].StartBaseLine.Y, 0.1);
        }
    }
}
