using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>Reads one sheet forwards: keeps the row that it is in and the heads above it, whatever the sheet's length.</summary>
internal sealed class SheetReader
{
    private readonly WorkbookSheet sheet;
    private readonly SharedStrings strings;
    private readonly FileScan scan;
    private readonly TableScan table;
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private readonly List<TableCell> cells = [];
    private readonly StringBuilder text = new();
    private readonly string prefix;
    private int row;
    private bool rowHidden;
    private int column = -1;
    private string type = "";
    private string value = "";

    private SheetReader(WorkbookSheet sheet, SharedStrings strings, FileScan scan)
    {
        (this.sheet, this.strings, this.scan) = (sheet, strings, scan);
        table = new TableScan(scan.Profile);
        prefix = $"{scan.Place}工作表“{sheet.Name}”";
    }

    public static void Read(Package package, ZipArchiveEntry part, WorkbookSheet sheet, SharedStrings strings, FileScan scan)
    {
        scan.Text("工作表名", sheet.Name);
        using var reader = package.OpenXml(part);
        new SheetReader(sheet, strings, scan).Read(reader);
    }

    private void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Start(reader);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName);
                    break;
            }
        }

        scan.Log.Add(table.End(prefix));
    }

    private void Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "col" when reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("width") is "0":
                hiddenColumns.Add((Number(reader.GetAttribute("min")) - 1, Number(reader.GetAttribute("max")) - 1));
                break;
            case "row":
                row = reader.GetAttribute("r") is { } named ? Number(named) : row + 1;
                rowHidden = reader.GetAttribute("hidden") is "1" or "true";
                column = -1;
                cells.Clear();
                break;
            case "c":
                column = ColumnOf(reader.GetAttribute("r")) ?? column + 1;
                (type, value) = (reader.GetAttribute("t") ?? "", "");
                scan.Budget.Cell();
                break;
            case "v" or "is" or "f" or "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter" or "formula1" or "formula2":
                text.Clear();
                break;
            case "hyperlink" or "dataValidation":
                foreach (var name in (string[])["display", "tooltip", "prompt", "promptTitle", "error", "location"])
                {
                    if (reader.GetAttribute(name) is { Length: > 1 } said)
                        scan.Text($"工作表“{sheet.Name}”的链接或提示", said);
                }

                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "v":
                value = text.ToString();
                text.Clear();
                break;
            case "is":
                (type, value) = ("inlineStr", text.ToString());
                text.Clear();
                break;
            case "f":
                if (text.Length >= 11)
                    scan.Text($"工作表“{sheet.Name}”第{row}行{Letters(column)}列公式", text.ToString());
                text.Clear();
                break;
            case "c":
                if (Shown() is { Length: > 0 } shown)
                    cells.Add(new TableCell(column, shown));
                break;
            case "row":
                scan.Log.Add(table.Row(cells, PlaceOf));
                break;
            case "oddHeader" or "oddFooter" or "evenHeader" or "evenFooter" or "firstHeader" or "firstFooter":
                scan.Text($"工作表“{sheet.Name}”页眉页脚", text.ToString());
                text.Clear();
                break;
        }
    }

    private string Shown() => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? strings[index] : "",
        "" or "n" => Digits(value),
        _ => value,
    };

    /// <summary>A long number is kept as 6.2284800000000001E+18; its digits are what was typed, up to where the format lost them.</summary>
    internal static string Digits(string value)
    {
        if (value.Length < 11 || !decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return value;
        return number == decimal.Truncate(number) ? decimal.Truncate(number).ToString("0", CultureInfo.InvariantCulture) : value;
    }

    private string PlaceOf(int at)
    {
        var hidden = sheet.Hidden ? "（隐藏工作表）" : rowHidden ? "（隐藏行）" : hiddenColumns.Exists(h => at >= h.First && at <= h.Last) ? "（隐藏列）" : "";
        return $"{prefix}第{row}行{Letters(at)}列{hidden}";
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    internal static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetterUpper(c) || column > 20_000)
                break;
            column = (column * 26) + (c - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    internal static string Letters(int column)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
