using System.Globalization;
using Lianxin.Documents.Sheets;
using Lianxin.Documents.Sheets.Codes;

namespace Lianxin.Documents.Tests.Sheets;

public sealed class NoticeBoardSheetTests
{
    [Fact]
    public void Head_items_and_what_is_to_come_down_stand_in_this_order()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board());
        SheetReader.ShouldComeInOrder(
            SheetReader.Text(pdf),
            "示例镇2025年第一季度政府信息公开公示",
            "发布机关：示例镇人民政府", "公开地点：示例村", "公开期间：2025年第一季度", "监督电话：0951-0000000", "张贴日期：2025年4月2日", "撤下日期：2025年7月1日",
            "1. 2025年第一季度农村低保对象及资金发放情况", "公开事项：社会救助", "索引号：640122LG-01-2025-000017", "公开日期：2025年3月31日",
            "发放标准每人每月480元", "按照《社会救助暂行办法》", "序号姓名村民小组金额（元）1示例乙二第2组405",
            "2. 村级财务收支公开",
            "3. 临时救助情况（零报告）",
            "应撤下的旧公示", "名称张贴日期应撤下日期", "示例镇2024年第四季度政府信息公开公示2025年1月3日2025年4月1日", "农村危房改造对象公示2025年2月10日2025年2月20日");
    }

    [Theory]
    [InlineData(SheetPaper.A4, 16)]
    [InlineData(SheetPaper.A3, 22)]
    public void Type_is_readable_from_a_metre_but_for_web_addresses_and_captions_of_codes(SheetPaper paper, double least)
    {
        using var pdf = SheetReader.Read(SampleSheets.Board(), paper);
        var small = string.Concat(pdf.Document.GetPages().SelectMany(SheetReader.Letters).Where(l => l.PointSize < least - 0.01).Select(l => l.Value));
        small.ShouldBe("网址：https://example.cn/2025/q1/shili-1.html扫码查看网上公开扫码查看本条扫码查看本条");
    }

    [Fact]
    public void A_long_list_flows_over_pages_with_its_head_on_each_and_loses_no_row()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [SampleSheets.Item() with { Lists = [SampleSheets.Beneficiaries(120)] }], TakeDown = [] });
        pdf.Document.NumberOfPages.ShouldBeGreaterThan(5);
        const string head = "序号姓名村民小组金额（元）";
        var pages = pdf.Document.GetPages().Select(SheetReader.Text).ToList();
        pages.SkipLast(1).ShouldAllBe(text => text.Contains(head, StringComparison.Ordinal));
        var text = string.Concat(pages).Replace(head, string.Empty, StringComparison.Ordinal);
        foreach (var row in SampleSheets.Beneficiaries(120).Rows) text.ShouldContain(string.Concat(row));
        pdf.ElementTypes().Count(t => t == "THead").ShouldBe(1);
    }

    [Fact]
    public void Tabs_in_the_text_make_a_table()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board());
        SheetReader.Text(pdf).ShouldContain("本季度村集体收支如下：项目收入（元）支出（元）土地流转租金128,400.000“一事一议”奖补60,000.0057,320.50办公费03,812.00以上经");
    }

    [Fact]
    public void A_list_without_a_head_has_none()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [SampleSheets.Item() with { Elements = [], Lists = [new SheetList("", [], [["甲", "乙"], ["丙"]])] }], TakeDown = [] });
        pdf.ElementTypes().ShouldNotContain("THead");
        pdf.ElementTypes().Count(t => t is "TH" or "TD").ShouldBe(4);
    }

    [Fact]
    public void Lines_parted_by_bars_make_a_table_without_the_rule_below_its_head()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [SampleSheets.Item() with { Elements = [], Body = "| 项目 | 金额 |\n|---|---:|\n| 办公费 | 12 |" }], TakeDown = [] });
        SheetReader.Text(pdf).ShouldContain("项目金额办公费12");
        SheetReader.Text(pdf).ShouldNotContain("---");
    }

    [Fact]
    public void A_list_too_wide_for_large_type_is_printed_row_by_row_and_stays_large()
    {
        var labels = Enumerable.Range(1, 14).Select(i => $"第{i}项指标").ToList();
        var list = new SheetList("", labels, [[.. labels.Select((_, i) => $"数值{i}")], [.. labels.Select((_, i) => $"另值{i}")]]);
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [SampleSheets.Item() with { Lists = [list], Elements = [] }], TakeDown = [] });
        SheetReader.Text(pdf).ShouldContain("（1）第1项指标：数值0；第2项指标：数值1；");
        SheetReader.Text(pdf).ShouldContain("（2）第1项指标：另值0；");
        pdf.ElementTypes().ShouldNotContain("Table");
    }

    [Fact]
    public void S19_a_nil_return_shows_its_reason()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board());
        SheetReader.Text(pdf).ShouldContain("本期没有应公开的内容。原因：本季度没有村民申请临时救助，镇民政办也没有主动发现需要救助的家庭。");
    }

    [Fact]
    public void A_quarter_without_items_says_so()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [], TakeDown = [] });
        pdf.Document.NumberOfPages.ShouldBe(1);
        SheetReader.ShouldComeInOrder(SheetReader.Text(pdf), "2025年第一季度，示例村没有在此公开的事项。", "应撤下的旧公示", "没有应撤下的旧公示。");
    }

    [Fact]
    public void Days_that_are_not_known_can_be_filled_in_by_hand()
    {
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Head = SampleSheets.Head with { PostedOn = null, TakeDownOn = null, Telephone = null, Address = null } });
        SheetReader.Text(pdf).ShouldContain("张贴日期：＿＿年＿月＿日撤下日期：长期");
        SheetReader.Text(pdf).ShouldNotContain("监督电话");
        SheetReader.Text(pdf).ShouldNotContain("网址");
    }

    [Fact]
    public void The_codes_drawn_lead_to_the_quarter_and_to_the_item()
    {
        var board = SampleSheets.Board();
        using var pdf = SheetReader.Read(board);
        var boxes = SheetReader.Filled(pdf.Document.GetPage(1), 0, 0, 0);
        var split = SheetReader.Letters(pdf.Document.GetPage(1)).Last(l => l.PointSize < 12 && l.Value == "开").StartBaseLine.Y;
        CodeIn([.. boxes.Where(b => b.Bottom > split)]).ShouldBe(Rows(board.Head.Address!));
        CodeIn([.. boxes.Where(b => b.Top < split)]).ShouldBe(Rows(board.Items[0].Address!));
        SheetReader.AlternateTexts(pdf).ShouldBe([$"二维码，内容为网址 {board.Head.Address}", .. new[] { 0, 2 }.Select(i => $"二维码，内容为网址 {board.Items[i].Address}")]);
    }

    [Fact]
    public void The_heading_of_an_item_stays_with_its_first_words()
    {
        for (var lines = 1; lines <= 24; lines++)
        {
            var first = SampleSheets.Item("甲") with { Body = string.Join('\n', Enumerable.Repeat("国", lines)), Elements = [], Address = null };
            using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [first, first with { Title = "乙", Body = "民生为本。" }], TakeDown = [] });
            foreach (var page in pdf.Document.GetPages())
            {
                var text = SheetReader.Text(page);
                text.Contains("2. 乙", StringComparison.Ordinal).ShouldBe(text.Contains("民生为本。", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Two_hundred_items_all_arrive_as_bookmarks_in_order()
    {
        var items = Enumerable.Range(1, 200).Select(i => SampleSheets.Item(string.Create(CultureInfo.InvariantCulture, $"事项{i}")) with { Elements = [], Address = null });
        using var pdf = SheetReader.Read(SampleSheets.Board() with { Items = [.. items] });
        pdf.Document.TryGetBookmarks(out var bookmarks).ShouldBeTrue();
        bookmarks.GetNodes().Select(n => n.Title).ShouldBe([.. Enumerable.Range(1, 200).Select(i => $"{i}. 事项{i}"), "应撤下的旧公示"]);
    }

    /// <summary>The modules found under a code's boxes, row by row.</summary>
    private static List<string> CodeIn(List<UglyToad.PdfPig.Core.PdfRectangle> boxes)
    {
        var (left, top, right) = (boxes.Min(b => b.Left), boxes.Max(b => b.Top), boxes.Max(b => b.Right));
        var module = boxes.Min(b => b.Height);
        var size = (int)Math.Round((right - left) / module);
        bool IsDark(int row, int column)
        {
            var (x, y) = (left + ((column + 0.5) * module), top - ((row + 0.5) * module));
            return boxes.Exists(b => x > b.Left && x < b.Right && y > b.Bottom && y < b.Top);
        }
        return [.. Enumerable.Range(0, size).Select(row => string.Concat(Enumerable.Range(0, size).Select(column => IsDark(row, column) ? '#' : '.')))];
    }

    private static List<string> Rows(string address)
    {
        var code = QrCode.Of(address)!;
        return [.. Enumerable.Range(0, code.Size).Select(row => string.Concat(Enumerable.Range(0, code.Size).Select(column => code.IsDark(row, column) ? '#' : '.')))];
    }
}
