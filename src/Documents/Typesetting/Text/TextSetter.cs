using Lianxin.Documents.Fonts;

namespace Lianxin.Documents.Typesetting.Text;

/// <summary>From text to lines: the one way by which body, table cells, captions and charts are set.</summary>
internal sealed class TextSetter(FontLibrary fonts)
{
    private readonly MissingCharacters _missing = new();

    public IReadOnlyList<string> Missing => _missing.Texts;

    /// <summary>Lines no wider than <paramref name="width"/>; an empty text gives one empty line.</summary>
    public IReadOnlyList<TextLine> Lines(string text, TextStyle style, double width, double firstIndent = 0, bool justify = false)
    {
        var paragraph = Prepare(text, style);
        if (paragraph.Atoms.Length == 0) return [new TextLine(style, [], 0)];
        var lines = new List<TextLine>();
        var start = 0;
        foreach (var end in LineBreaker.Break(paragraph, width, firstIndent))
        {
            var measure = start == 0 ? width - firstIndent : width;
            lines.Add(LineSetter.Set(paragraph, style, start, end, measure, justify && end < paragraph.Atoms.Length));
            start = end;
        }
        return lines;
    }

    /// <summary>The text in one line, however wide.</summary>
    public TextLine Line(string text, TextStyle style)
    {
        var paragraph = Prepare(text, style);
        return paragraph.Atoms.Length == 0
            ? new TextLine(style, [], 0)
            : LineSetter.Set(paragraph, style, 0, paragraph.Atoms.Length, double.MaxValue, justify: false);
    }

    private Paragraph Prepare(string text, TextStyle style) =>
        new(new AtomBuilder(fonts, _missing).Build(text, style), style.Pitch);
}
