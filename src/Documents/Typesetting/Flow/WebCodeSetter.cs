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

    private static readonly TextStyle Face = TextStyle.Of(Fonts.FontRole.Song, 10.5);

    public static void Add(BlockSetter set, WebCodeBlock block)
    {
        if (QrCode.Of(block.Address) is not { } code) return;
        var side = Side * PageGeometry.PointsPerMillimetre;
        var node = set.Root.Add(new StructureNode("Figure", set.Root) { AlternateText = $"二维码，内容为网址 {block.Address}" });
        var caption = set.Text.Line(block.Caption, Face);
        var figure = new QrFigure(code, Math.Max(side, caption.Width), caption, node, node.Add("Caption"));
        var lines = set.Text.Lines($"网址：{block.Address}", Face, PageGeometry.Width - figure.Side - (2 * PageGeometry.BodySize));
        var text = set.Root.Add("P");
        set.Add(new BesideItem([.. lines.Select(line => new SetLine(line, text, Face.Size * SheetStyle.Leading))], figure));
    }
}
