namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>Colours of a table cell.</summary>
internal sealed record CellPaint(Colour Ground, Colour Ink);
