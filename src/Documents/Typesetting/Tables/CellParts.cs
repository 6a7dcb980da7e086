using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>
/// Decides which lines of a cell stand in which slice of the table. A cell cut by a page break keeps its text whole in the first part that
/// holds it; the label of several rows is repeated in the later parts; only a text that no part holds flows from one to the next.
/// </summary>
internal static class CellParts
{
    /// <param name="Lines">Lines to paint here.</param>
    /// <param name="IsRepeat">They were painted on an earlier page already.</param>
    internal readonly record struct Part(double From, double To, IReadOnlyList<TextLine> Lines, bool IsRepeat);

    /// <summary>One entry per slice; null where the cell does not reach.</summary>
    public static Part?[] Of(SetCell cell, SetTable table, IReadOnlyList<TableSlice> slices)
    {
        var (top, bottom) = (table.RowEdges[cell.Place.Row], table.RowEdges[cell.Place.RowEnd]);
        var parts = new Part?[slices.Count];
        for (var i = 0; i < slices.Count; i++)
        {
            var (from, to) = (Math.Max(top, slices[i].From), Math.Min(bottom, slices[i].To));
            if (to - from > 0.01) parts[i] = new Part(from, to, [], false);
        }
        var home = Array.FindIndex(parts, p => p is { } part && Holds(part, cell));
        if (home < 0) Flow(cell, parts);
        else Repeat(cell, parts, home);
        return parts;
    }

    private static bool Holds(in Part part, SetCell cell) => cell.NeededHeight <= part.To - part.From + 0.01;

    private static void Repeat(SetCell cell, Part?[] parts, int home)
    {
        for (var i = home; i < parts.Length; i++)
        {
            if (parts[i] is not { } part) continue;
            var again = i > home && cell.Place.RowSpan > 1 && Holds(part, cell);
            if (i == home || again) parts[i] = part with { Lines = cell.Lines, IsRepeat = i > home };
        }
    }

    private static void Flow(SetCell cell, Part?[] parts)
    {
        var next = 0;
        var last = Array.FindLastIndex(parts, p => p is not null);
        for (var i = 0; i <= last; i++)
        {
            if (parts[i] is not { } part) continue;
            var above = next == 0 ? cell.PaddingY : 0;
            var room = (int)((part.To - part.From - above + 0.01) / cell.LineHeight);
            var take = i == last ? cell.Lines.Count - next : Math.Clamp(room, 0, cell.Lines.Count - next);
            parts[i] = part with { Lines = [.. cell.Lines.Skip(next).Take(take)] };
            next += take;
        }
    }
}
