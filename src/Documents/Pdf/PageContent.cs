using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Display;

namespace Lianxin.Documents.Pdf;

/// <summary>Writes what stands on a page as a content stream; every mark belongs to a structure element or is an artifact (PDF 1.7, 14.6 and 14.8).</summary>
internal sealed class PageContent
{
    private readonly PdfBuffer _content = new();
    private readonly TextPainter _text;
    private readonly List<StructureNode> _marked = [];
    private readonly double _height;
    private Colour _fill;
    private Colour _stroke;
    private double _thickness = 1;

    public PageContent(DisplayPage page, UsedFonts fonts)
    {
        _height = page.Height;
        _text = new TextPainter(_content, fonts, page.Height);
        DisplayItem? open = null;
        foreach (var item in page.Items)
        {
            if (open is null || open.Node != item.Node || (item.Node is null && open.Artifact != item.Artifact))
            {
                if (open is not null) _content.Add("EMC\n");
                Begin(item);
                open = item;
            }
            Paint(item);
        }
        if (open is not null) _content.Add("EMC\n");
    }

    public ReadOnlyMemory<byte> Written => _content.Written;

    /// <summary>Element of each marked-content identifier.</summary>
    public IReadOnlyList<StructureNode> Marked => _marked;

    private void Begin(DisplayItem item)
    {
        if (item.Node is { } node)
        {
            _content.Add($"/{node.Type} <</MCID").Number(_marked.Count).Add(">> BDC\n");
            _marked.Add(node);
            return;
        }
        _content.Add(item.Artifact switch
        {
            ArtifactKind.Footer => "/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>> BDC\n",
            ArtifactKind.Pagination => "/Artifact <</Type /Pagination>> BDC\n",
            _ => "/Artifact <</Type /Layout>> BDC\n",
        });
    }

    private void Paint(DisplayItem item)
    {
        switch (item)
        {
            case GlyphRun run:
                Fill(run.Colour);
                _text.Paint(run);
                break;
            case FilledBox { Box: var box } filled:
                Fill(filled.Colour);
                _content.Numbers(box.X, _height - box.Y - box.Height, box.Width, box.Height).Add(" re f\n");
                break;
            case Rule rule:
                Stroke(rule);
                _content.Numbers(rule.X1, _height - rule.Y1).Add(" m")
                    .Numbers(rule.X2, _height - rule.Y2).Add(" l S\n");
                break;
            default:
                throw new NotSupportedException($"No way to paint a {item.GetType().Name}.");
        }
    }

    private void Fill(Colour colour)
    {
        if (colour == _fill) return;
        _fill = colour;
        Select(colour, " g", " rg");
    }

    private void Stroke(Rule rule)
    {
        if (rule.Colour != _stroke)
        {
            _stroke = rule.Colour;
            Select(rule.Colour, " G", " RG");
        }
        if (rule.Thickness == _thickness) return;
        _thickness = rule.Thickness;
        _content.Number(rule.Thickness).Add(" w\n");
    }

    private void Select(Colour colour, string grey, string rgb)
    {
        if (colour.Red == colour.Green && colour.Green == colour.Blue) _content.Number(colour.Red).Add(grey);
        else _content.Numbers(colour.Red, colour.Green, colour.Blue).Add(rgb);
        _content.Add("\n");
    }
}
