using System.Globalization;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Sheets.Setting;

namespace Lianxin.Documents.Sheets;

/// <summary>Renders a group's monthly sheet for the 连心 wall as PDF to PDF/A-2a and PDF/UA-1, landscape. The same model and paper give the same bytes.</summary>
public sealed class WallSheetRenderer(FontLibrary fonts)
{
    public PdfRendering Render(WallSheet model, SheetPaper paper)
    {
        ArgumentNullException.ThrowIfNull(model);
        var set = new SheetSetter(fonts, SheetStyle.Wall(paper, landscape: true));
        SheetHeadSetter.Add(set, model.Head, SheetHeadSetter.WallFacts(model.Head, "社（组）"));
        set.Gap(0.5);
        if (model.Cases.Count == 0)
        {
            set.Gap(2);
            set.Paragraph($"{SheetText.Line(model.Head.Period)}，{SheetText.Line(model.Head.Place)}没有登记的诉求。", set.Style.Heading, indent: 0, centred: true);
        }
        else
        {
            set.Paragraph(Summary(model), set.Style.Strong, indent: 0);
            ListSetter.Add(set, new SheetList(string.Empty, ["编号", "诉求", "办理计划", "办理结果（答复）", "状态"], [.. model.Cases.Select(Row)]));
        }
        return SheetWriter.Write(set, model.Head, "连心墙", paper, hangs: true);
    }

    private static string Summary(WallSheet model)
    {
        var states = Enum.GetValues<WallCaseState>().Select(state => (state, Count: model.Cases.Count(one => one.State == state))).Where(pair => pair.Count > 0);
        var parts = string.Join('；', states.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{Name(pair.state)}{pair.Count}件")));
        return string.Create(CultureInfo.InvariantCulture, $"共{model.Cases.Count}件：{parts}。");
    }

    private static IReadOnlyList<string> Row(WallCase one) => [one.Number, one.Request, OrDash(one.Plan), OrDash(one.Answer), State(one)];

    private static string OrDash(string text) => SheetText.Cell(text) is { Length: > 0 } filled ? filled : "—";

    private static string State(WallCase one) => one is { DueOn: { } due, State: WallCaseState.Open or WallCaseState.Reopened }
        ? string.Create(CultureInfo.InvariantCulture, $"{Name(one.State)}\n{due.Month}月{due.Day}日前")
        : Name(one.State).Replace("（", "\n", StringComparison.Ordinal).Replace("）", string.Empty, StringComparison.Ordinal);

    private static string Name(WallCaseState state) => state switch
    {
        WallCaseState.Open => "办理中",
        WallCaseState.Confirmed => "已办结",
        WallCaseState.DoneUnreached => "已办结（未联系上）",
        WallCaseState.Explained => "暂不能办（已说明）",
        WallCaseState.PassedOn => "已转交",
        WallCaseState.Reopened => "重新办理",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
