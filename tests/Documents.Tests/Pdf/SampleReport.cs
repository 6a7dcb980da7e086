using System.Globalization;
using Lianxin.Core.Reports;

namespace Lianxin.Documents.Tests.Pdf;

/// <summary>A township's report with every kind of block; the township is made up.</summary>
internal static class SampleReport
{
    public static readonly DateOnly Day = new(2026, 1, 23);

    public static ReportContent Of(params IEnumerable<ReportBlock> blocks) =>
        new([], "澄江镇人民政府", "政府信息公开工作年度报告", "chengjiang-2025", Day, [.. blocks]);

    public static ReportContent Whole() => new(
        ["澄江镇人民政府", "2025年政府信息公开工作年度报告"],
        "澄江镇人民政府",
        "政府信息公开工作年度报告",
        "chengjiang-2025",
        Day,
        [
            new ParagraphBlock("根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《关于印发〈政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）要求，现公布澄江镇2025年政府信息公开工作年度报告。"),
            new HeadingBlock(1, "一、总体情况"),
            new ParagraphBlock("2025年，澄江镇坚持“以公开为常态、不公开为例外”，紧紧围绕中心工作和群众关切，持续深化主动公开，政府信息公开工作取得新的成效。"),
            new HeadingBlock(2, "（一）主动公开"),
            new ParagraphBlock("全年主动公开政府信息3,482条，其中规范性文件26件、行政许可信息1,107条，公开率100%。经办人王堃、李珺、赵旻昇、陈喆玥、孙翀、𠮷田。"),
            new HeadingBlock(3, "1. 健全公开目录"),
            new ParagraphBlock("对26个试点领域逐项编制公开目录，实现决策、执行、管理、服务、结果“五公开”全覆盖——应公开尽公开……格式依照GB/T 9704-2012。"),
            ClassTable(),
            new ParagraphBlock("各月数量见图1。"),
            MonthChart(ChartKind.StackedBars),
            new NoteBlock("注：数据由镇党政办公室统计。"),
            new SignatureBlock("澄江镇人民政府", Day),
        ]);

    public static TableBlock ClassTable(int rows = 12)
    {
        var body = Enumerable.Range(1, rows).Select(i => new TableRow(
        [
            new TableCell(Text(i)),
            new TableCell($"第{i}类信息", CellAlignment.Start),
            new TableCell(Text(i * 37), CellAlignment.End),
            new TableCell(Text(i * 41), CellAlignment.End, Strong: true),
        ]));
        return new TableBlock("主动公开政府信息分类统计表", [1, 4, 2, 2], 1, [Row("序号", "类别", "上年", "本年"), .. body]);
    }

    public static ChartBlock MonthChart(ChartKind kind) => new(
        "2025年各月主动公开政府信息数量",
        "堆积柱形图：各月四类信息的数量，最多为6月。",
        kind,
        "条",
        [.. Enumerable.Range(1, 12).Select(m => $"{m}月")],
        [
            .. new[] { "规范性文件", "行政许可", "行政处罚", "政策解读" }.Select((name, s) =>
                new ChartSeries(name, [.. Enumerable.Range(1, 12).Select(m => (decimal)(((m * 7) + (s * 13)) % 40))])),
        ]);

    public static TableRow Row(params IEnumerable<string> cells) => new([.. cells.Select(c => new TableCell(c))]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
