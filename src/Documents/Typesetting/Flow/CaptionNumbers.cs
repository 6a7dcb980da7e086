using System.Globalization;

namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>Numbers tables and figures through the document: <c>表1　…</c>, <c>图1　…</c>. A caption that brings its own number keeps it.</summary>
internal sealed class CaptionNumbers
{
    private int _tables;
    private int _figures;

    public string Table(string caption) => Number(caption, '表', ref _tables);

    public string Figure(string caption) => Number(caption, '图', ref _figures);

    private static string Number(string caption, char kind, ref int count)
    {
        if (caption.Length == 0) return caption;
        count++;
        return caption.Length > 1 && caption[0] == kind && char.IsAsciiDigit(caption[1])
            ? caption
            : string.Create(CultureInfo.InvariantCulture, $"{kind}{count}　{caption}");
    }
}
