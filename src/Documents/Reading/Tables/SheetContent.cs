using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Lianxin.Documents.Reading.Tables;

/// <summary>A cell that says something.</summary>
internal sealed record SaidCell(int Row, int Column, string Text)
{
    /// <summary>As programs name it: C7.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{SheetReader.Letters(Column)}{Row}");
}

/// <summary>One sheet, read forwards once: its rows, and what about them is not plain.</summary>
internal sealed partial class SheetContent(WorkbookSheet sheet, SharedStrings strings, CellLooks looks, Budget budget, int maxRows)
{
    /// <summary>Columns of a list at most; a cell further out is a slip of the hand or worse.</summary>
    private const int MostColumns = 256;

    /// <summary>Characters of a cell at most, as spreadsheet programs have it.</summary>
    private const int MostCharacters = 32_767;

    private readonly List<SheetRow> rows = [];
    private readonly HashSet<int> toldColumns = [];
    private readonly List<(int First, int Last)> hiddenColumns = [];
    private readonly StringBuilder text = new();
    private readonly List<string> cells = [];
    private SheetFindings findings = new();
    private bool noHeights;
    private int row;
    private bool rowHidden;
    private bool rowTold;
    private int column = -1;
    private string type = "";
    private int style;
    private string value = "";
    private bool computed;
    private bool phonetic;

    public WorkbookSheet Sheet => sheet;

    public IReadOnlyList<SheetRow> Rows => rows;

    /// <summary>Whether anything stands in it, hidden or not.</summary>
    public bool HasContent { get; private set; }

    public bool TooManyRows => rows.Count > maxRows + 1;

    /// <summary>The first cell that says something; null for an empty sheet.</summary>
    public SaidCell? FirstCell(XmlReader reader)
    {
        while (reader.Read())
        {
            Take(reader);
            if (rows.Count > 0)
                break;
        }

        return First;
    }

    public void Read(XmlReader reader, SheetFindings into)
    {
        findings = into;
        while (!TooManyRows && reader.Read())
            Take(reader);
    }

    private SaidCell? First { get; set; }

    private void Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Start(reader);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when !phonetic:
                text.Append(reader.Value);
                break;
            case XmlNodeType.EndElement:
                End(reader.LocalName);
                break;
        }
    }

    private void Start(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "sheetFormatPr":
                noHeights = reader.GetAttribute("zeroHeight") is "1" or "true";
                break;
            case "col" when reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("width") is "0":
                hiddenColumns.Add((Number(reader.GetAttribute("min")) - 1, Number(reader.GetAttribute("max")) - 1));
                break;
            case "row":
                StartRow(reader);
                break;
            case "c":
                StartCell(reader);
                break;
            case "rPh":
                phonetic = !reader.IsEmptyElement;
                break;
            case "f":
                computed = true;
                text.Clear();
                break;
            case "v" or "is":
                text.Clear();
                break;
            case "mergeCell" when reader.GetAttribute("ref") is { Length: > 0 } area:
                findings.Add("import-merged-cells", $"工作表“{sheet.Name}”的{area}是合并单元格，除左上角外都读作空白。请取消合并并逐格填写。", sheet.Name, RowOf(area), null, area);
                break;
        }
    }

    private void StartRow(XmlReader reader)
    {
        var next = reader.GetAttribute("r") is { } named ? Number(named) : row + 1;
        if (next <= row)
            throw UnreadableFileException.Broken();
        (row, column, rowTold) = (next, -1, false);
        rowHidden = reader.GetAttribute("hidden") is "1" or "true" || reader.GetAttribute("ht") is "0" || (noHeights && reader.GetAttribute("ht") is null);
        cells.Clear();
    }

    private void StartCell(XmlReader reader)
    {
        budget.Cell();
        var next = SheetReader.ColumnOf(reader.GetAttribute("r")) ?? column + 1;
        if (next <= column)
            throw UnreadableFileException.Broken();
        (column, type, style, value, computed) = (next, reader.GetAttribute("t") ?? "", Math.Max(Number(reader.GetAttribute("s")), 0), "", false);
    }

    private void End(string name)
    {
        switch (name)
        {
            case "rPh":
                phonetic = false;
                break;
            case "v" or "is":
                value = text.ToString();
                text.Clear();
                break;
            case "c":
                EndCell();
                break;
            case "row" when cells.Count > 0:
                rows.Add(new SheetRow(row, [.. cells]));
                break;
        }
    }

    private void EndCell()
    {
        var number = type is "" or "n" && value.Length > 0 ? looks.Of(style, value) : null;
        var shown = number?.Text ?? type switch
        {
            "s" => strings[Number(value)],
            "b" => value is "1" ? "TRUE" : "FALSE",
            _ => value,
        };
        shown = Escapes().Replace(shown, e => ((char)ushort.Parse(e.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString());
        if (string.IsNullOrWhiteSpace(shown) && !computed)
            return;
        HasContent = true;
        First ??= new SaidCell(row, column, shown);
        if (column >= MostColumns || shown.Length > MostCharacters)
            throw UnreadableFileException.TooMuch("单元格");
        budget.Keep(shown.Length);
        if (rowHidden || hiddenColumns.Exists(h => column >= h.First && column <= h.Last))
            TellHidden();
        else
            TellCell(number, shown);
        while (cells.Count < column)
            cells.Add("");
        cells.Add(shown);
    }

    private void TellHidden()
    {
        if (rowHidden && !rowTold)
        {
            rowTold = true;
            findings.Add("import-hidden-row", $"工作表“{sheet.Name}”第{row}行是隐藏的（可能是筛选的结果）却有内容。请取消隐藏后核对，不导入的删去。", sheet.Name, row, null, $"{row}:{row}");
        }
        else if (!rowHidden && toldColumns.Add(column))
        {
            var letters = SheetReader.Letters(column);
            findings.Add("import-hidden-column", $"工作表“{sheet.Name}”的{letters}列是隐藏的却有内容。请取消隐藏后核对，不导入的删去。", sheet.Name, row, column, $"{letters}:{letters}");
        }
    }

    private void TellCell(ShownNumber? number, string shown)
    {
        if (computed)
            Tell("import-formula", "是公式，显示的值可能已经过时，请选择性粘贴为数值");
        else if (type is "e")
            Tell("import-cell-error", $"是错误值“{shown}”，请改正");
        else if (number is { Code: { } code, Detail: { } detail })
            Tell(code, detail);
        else if (looks.Hides(style))
            Tell("import-hidden-cell", "的格式使内容不显示，请改为“常规”或“文本”后核对");
    }

    private void Tell(string code, string what)
    {
        var cell = new SaidCell(row, column, "").Name;
        findings.Add(code, $"工作表“{sheet.Name}”的{cell}{what}。", sheet.Name, row, column, cell);
    }

    private static int RowOf(string area) => Number(FirstNumber().Match(area).Value);

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    /// <summary>How the format writes a character that XML cannot hold.</summary>
    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escapes();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex FirstNumber();
}
