using Lianxin.Core.Reports;
using Lianxin.Documents.Sheets.Codes;
using Lianxin.Documents.Sheets.Setting;
using Lianxin.Documents.Typesetting.Display;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>The QR code of the report's page, with what it leads to beside it.</summary>
internal static class WebCodeSetter
{
    /// <summary>Millimetres; a telephone reads it from the paper in hand.</summary>
    private const double Side = 26;

    /// <summary>Lines before it that go along to a new page, so that it never stands there alone.</summary>
    private const int LinesKept = 2;

    private static readonly TextStyle Face = TextStyle.Of(Fonts.FontRole.Song, 10.5);

    public static void Add(BlockSetter set, WebCodeBlock block)
    {
        if (QrCode.Of(block.Address) is not { } code) return;
        set.KeepLast(LinesKept);
        var side = Side * PageGeometry.PointsPerMillimetre;
        var node = set.Root.Add(new StructureNode("Figure", set.Root) { AlternateText = $"二维码，内容为网址 {block.Address}" });
        var caption = set.Text.Line(block.Caption, Face);
        var figure = new QrFigure(code, Math.Max(side, caption.Width), caption, node, node.Add("Caption"));
        var width = PageGeometry.Width - figure.Side - (2 * PageGeometry.BodySize);
        set.Add(new BesideItem([.. Lines(set, $"网址：{block.Address}", width), .. Lines(set, block.Beside, width)], figure));
    }

    private static IEnumerable<SetLine> Lines(BlockSetter set, string text, double width)
    {
        var node = set.Root.Add("P");
        return set.Text.Lines(text, Face, width).Select(line => new SetLine(line, node, Face.Size * SheetStyle.Leading));
    }
}
