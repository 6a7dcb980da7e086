using System.Globalization;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Sheets.Setting;

namespace Lianxin.Documents.Sheets;

/// <summary>
/// Renders the sheet for a notice board as PDF to PDF/A-2a and PDF/UA-1, upright. Safe for concurrent use; the same model and paper give the
/// same bytes.
/// </summary>
public sealed class NoticeBoardSheetRenderer(FontLibrary fonts)
{
    private const double QrSide = 25;

    public PdfRendering Render(NoticeBoardSheet model, SheetPaper paper)
    {
        ArgumentNullException.ThrowIfNull(model);
        var set = new SheetSetter(fonts, SheetStyle.Wall(paper, landscape: false));
        SheetHeadSetter.Add(set, model.Head, SheetHeadSetter.WallFacts(model.Head, "公开地点"));
        if (model.Items.Count == 0 && model.Others is null) AddNothing(set, model.Head);
        for (var i = 0; i < model.Items.Count; i++) AddItem(set, model.Items[i], i + 1);
        if (model.Others is { } others) AddOthers(set, others);
        AddTakeDown(set, model.TakeDown);
        if (model.Anchor is { } anchor) set.Paragraph($"登记簿锚点：{SheetText.Line(anchor)}", set.Style.Fact, indent: 0);
        return SheetWriter.Write(set, model.Head, "公示栏", paper, hangs: true);
    }

    private static void AddNothing(SheetSetter set, SheetHead head)
    {
        set.Gap(1.2, ruled: true);
        set.Gap(2);
        set.Paragraph($"{SheetText.Line(head.Period)}，{SheetText.Line(head.Place)}没有在此公开的事项。", set.Style.Heading, indent: 0, centred: true);
        set.Gap(2);
    }

    private static void AddItem(SheetSetter set, NoticeItem item, int number)
    {
        set.Gap(1.2, ruled: true, keepWithNext: true);
        var isNil = item.NilReason is not null;
        var heading = string.Create(CultureInfo.InvariantCulture, $"{number}. {SheetText.Line(item.Title, "（无标题）")}{(isNil ? "（零报告）" : string.Empty)}");
        set.Beside(
            width =>
            [
                .. set.BlockLines(heading, set.Style.Heading, width, "H1", SheetColours.Red, isHeading: true),
                .. set.BlockLines($"公开事项：{SheetText.Line(item.EntryTitle)}", set.Style.Fact, width, "P"),
                .. set.BlockLines($"索引号：{SheetText.Line(item.IndexNumber)}", set.Style.Fact, width, "P"),
                .. set.BlockLines($"公开日期：{SheetText.Day(item.PublishedOn)}", set.Style.Fact, width, "P"),
            ],
            item.Address,
            QrSide,
            "扫码查看本条",
            keepWithNext: true);
        set.Gap(0.4, keepWithNext: true);
        if (isNil) set.Paragraph($"本期没有应公开的内容。原因：{SheetText.Line(item.NilReason, "未说明")}", set.Style.Strong);
        ListSetter.AddPairs(set, item.Elements);
        foreach (var block in TabularText.Blocks(item.Body))
        {
            if (block.List is { } found) ListSetter.Add(set, found);
            else set.Paragraph(block.Paragraph, set.Style.Body);
        }
        foreach (var list in item.Lists) ListSetter.Add(set, list);
    }

    private static void AddOthers(SheetSetter set, SheetList others)
    {
        set.Gap(1.2, ruled: true, keepWithNext: true);
        set.Heading("本期在网站公开的其他信息");
        ListSetter.Add(set, others);
    }

    private static void AddTakeDown(SheetSetter set, IReadOnlyList<TakeDownLine> lines)
    {
        set.Gap(1.2, ruled: true, keepWithNext: true);
        set.Heading("应撤下的旧公示");
        if (lines.Count == 0) set.Paragraph("没有应撤下的旧公示。", set.Style.Body);
        else ListSetter.Add(set, new SheetList(string.Empty, ["名称", "张贴日期", "应撤下日期"], [.. lines.Select(Row)]));
    }

    private static IReadOnlyList<string> Row(TakeDownLine line) => [line.Title, SheetText.Day(line.PostedOn), SheetText.Day(line.DueOn)];
}
