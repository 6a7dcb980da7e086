using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>Widths of the columns of a list by what stands in them.</summary>
internal static class ColumnWidths
{
    /// <summary>Short words with digits in them (dates, sums, numbers) stay in one line up to this many characters.</summary>
    private const int ShortWord = 14;
    private const double LeastText = 4;
    private const double LeastLongText = 6;
    private const double LongText = 14;
    private const double MostWanted = 20;

    /// <summary>One width per column, in points; null when the columns do not stand side by side in this type.</summary>
    /// <param name="rows">The head among them; all of the same length.</param>
    /// <param name="padding">Left and right of each cell's text together, points.</param>
    public static double[]? Of(IReadOnlyList<IReadOnlyList<string>> rows, TextSetter text, TextStyle face, double total, double padding)
    {
        var columns = rows[0].Count;
        var least = new double[columns];
        var wanted = new double[columns];
        for (var column = 0; column < columns; column++)
        {
            foreach (var row in rows)
            {
                var natural = row[column].Split('\n').Max(line => text.Line(line, face).Width) + 1;
                wanted[column] = Math.Max(wanted[column], Math.Min(natural, MostWanted * face.Size));
                least[column] = Math.Max(least[column], Math.Min(natural, Least(row[column], natural, face.Size)));
            }
            least[column] = Math.Max(least[column], 2 * face.Size) + padding;
            wanted[column] = Math.Max(wanted[column] + padding, least[column]);
        }
        var (leastSum, wantedSum) = (least.Sum(), wanted.Sum());
        if (leastSum > total) return null;
        if (wantedSum <= total) return [.. wanted.Select(width => width * total / wantedSum)];
        var share = (total - leastSum) / (wantedSum - leastSum);
        return [.. least.Zip(wanted, (low, high) => low + ((high - low) * share))];
    }

    private static double Least(string cell, double natural, double size)
    {
        if (cell.Length <= ShortWord && cell.Any(char.IsAsciiDigit)) return natural;
        return size * (natural > LongText * size ? LeastLongText : LeastText);
    }
}
