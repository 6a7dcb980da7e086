using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>The rows of a sheet as whoever opens it sees them: without hidden rows and columns, comments, formulas and links.</summary>
internal static class VisibleSheet
{
    /// <summary>One row after the other; hidden columns leave no gap.</summary>
    public static IEnumerable<IReadOnlyList<TableCell>> Rows(Package package, ZipArchiveEntry part, SharedStrings strings, DateStyles styles, Budget budget)
    {
        using var reader = package.OpenXml(part);
        var hidden = new List<(int First, int Last)>();
        var cells = new List<TableCell>();
        var text = new StringBuilder();
        var (column, type, style, value, rowHidden, phonetic) = (-1, "", -1, "", false, false);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && !phonetic)
                text.Append(reader.Value);
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "col" when reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("width") is "0":
                        hidden.Add((Number(reader.GetAttribute("min")) - 1, Number(reader.GetAttribute("max")) - 1));
                        break;
                    case "row":
                        rowHidden = reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("ht") is "0";
                        column = -1;
                        cells = [];
                        break;
                    case "c":
                        column = SheetReader.ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                        (type, style, value) = (reader.GetAttribute("t") ?? "", Number(reader.GetAttribute("s")), "");
                        budget.Cell();
                        break;
                    case "rPh":
                        phonetic = !reader.IsEmptyElement;
                        break;
                    case "v" or "is" or "f":
                        text.Clear();
                        break;
                }
            }

            if (reader.NodeType != XmlNodeType.EndElement)
                continue;
            switch (reader.LocalName)
            {
                case "rPh":
                    phonetic = false;
                    break;
                case "v" or "is":
                    value = text.ToString();
                    break;
                case "c" when !hidden.Exists(h => column >= h.First && column <= h.Last):
                    var shown = type is "s" ? Shared(strings, value) : type is "" or "n" ? styles.DateOf(style, value) ?? SheetReader.Digits(value) : type is "b" ? (value is "1" ? "是" : "否") : value;
                    if (shown.Length > 0)
                        cells.Add(new TableCell(column - hidden.Where(h => h.First < column).Sum(h => Math.Min(h.Last, column) - h.First + 1), shown));
                    break;
                case "row" when !rowHidden && cells.Count > 0:
                    yield return cells;
                    break;
            }
        }
    }

    private static string Shared(SharedStrings strings, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings[index] : "";

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
