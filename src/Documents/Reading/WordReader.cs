using System.Globalization;
using System.Text;
using System.Xml;
using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>Reads a DOCX document: paragraphs and tables, with what tracked changes took out, and every other part of the package.</summary>
internal sealed class WordReader
{
    private const string Main = "word/document.xml";
    private const int Chunk = 100_000;

    private readonly FileScan scan;
    private readonly Stack<Table> tables = new();
    private readonly Stack<Paragraph> paragraphs = new();
    private readonly StringBuilder running = new();
    private readonly List<(int Start, int Number)> starts = [];
    private int paragraph;
    private int tableCount;
    private int deleted;
    private int inserted;

    private WordReader(FileScan scan) => this.scan = scan;

    public static void Read(byte[] bytes, FileScan scan)
    {
        using var package = new Package(bytes, scan.Budget);
        if (package.Find(Main) is not { } document)
            throw UnreadableFileException.Broken();
        using (var reader = package.OpenXml(document))
            new WordReader(scan).Read(reader);
        PackageParts.ReadRest(package, scan, path => path.Equals(Main, StringComparison.OrdinalIgnoreCase));
    }

    private void Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                scan.Budget.Cell();
                Start(reader.LocalName, reader);
                if (reader.IsEmptyElement)
                    End(reader.LocalName);
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && paragraphs.Count > 0)
            {
                paragraphs.Peek().Add(reader.Value, deleted > 0, inserted > 0);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                End(reader.LocalName);
            }
        }

        Flush();
    }

    private void Start(string name, XmlReader reader)
    {
        switch (name)
        {
            case "p":
                paragraphs.Push(new Paragraph());
                break;
            case "tab" or "br" or "cr" when paragraphs.Count > 0:
                paragraphs.Peek().Add(name is "tab" ? "\t" : "\n", deleted > 0, inserted > 0);
                break;
            case "del" or "moveFrom":
                deleted++;
                break;
            case "ins" or "moveTo":
                inserted++;
                break;
            case "tbl":
                if (tables.Count > 40)
                    throw UnreadableFileException.TooMuch("嵌套层数");
                tables.Push(new Table(new TableScan(scan.Profile), ++tableCount));
                break;
            case "tr" when tables.Count > 0:
                tables.Peek().NextRow();
                break;
            case "gridSpan" when tables.Count > 0 && int.TryParse(reader.GetAttribute("val", reader.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out var span):
                tables.Peek().Span = Math.Clamp(span, 1, 100);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when paragraphs.Count > 0:
                EndParagraph(paragraphs.Pop());
                break;
            case "del" or "moveFrom":
                deleted = Math.Max(0, deleted - 1);
                break;
            case "ins" or "moveTo":
                inserted = Math.Max(0, inserted - 1);
                break;
            case "tc" when tables.Count > 0:
                tables.Peek().EndCell();
                break;
            case "tr" when tables.Count > 0:
                var table = tables.Peek();
                scan.Log.Add(table.Scan.Row(table.Cells, column => $"{scan.Place}表格{table.Number}第{table.Row}行第{column + 1}列"));
                break;
            case "tbl" when tables.Count > 0:
                var ended = tables.Pop();
                scan.Log.Add(ended.Scan.End($"{scan.Place}表格{ended.Number}"));
                break;
        }
    }

    private void EndParagraph(Paragraph ended)
    {
        if (ended.Before is { } before)
            scan.Text("修订记录中已删除的文字", before);
        var text = ended.Text;
        if (tables.Count > 0)
        {
            tables.Peek().Append(text);
            return;
        }

        paragraph++;
        starts.Add((running.Length, paragraph));
        running.Append(text).Append('\n');
        if (running.Length > Chunk)
            Flush();
    }

    /// <summary>Paragraphs are read together, because a head may stand in one and its numbers in the next.</summary>
    private void Flush()
    {
        var findings = TextDetectors.Scan("", running.ToString(), scan.Profile);
        scan.Log.Add([.. findings.Select(f => f with { Place = $"{scan.Place}正文第{starts.FindLast(s => s.Start <= f.Start).Number}段" })]);
        running.Clear();
        starts.Clear();
    }

    /// <summary>A paragraph as it reads now, and as it read before its changes where that differs.</summary>
    private sealed class Paragraph
    {
        private readonly StringBuilder now = new();
        private readonly StringBuilder before = new();
        private bool changed;

        public string Text => now.ToString();

        public string? Before => changed && before.Length > 1 ? before.ToString() : null;

        public void Add(string text, bool isDeleted, bool isInserted)
        {
            if (!isDeleted)
                now.Append(text);
            if (!isInserted)
                before.Append(text);
            changed |= isDeleted;
        }
    }

    private sealed class Table(TableScan scan, int number)
    {
        private readonly StringBuilder cell = new();
        private int column;

        public TableScan Scan { get; } = scan;

        public int Number { get; } = number;

        public int Row { get; private set; }

        public int Span { get; set; } = 1;

        public List<TableCell> Cells { get; } = [];

        public void NextRow()
        {
            Row++;
            Cells.Clear();
            (column, Span) = (0, 1);
        }

        public void Append(string text) => cell.Append(cell.Length > 0 ? "\n" : "").Append(text);

        public void EndCell()
        {
            Cells.Add(new TableCell(column, cell.ToString()));
            column += Span;
            Span = 1;
            cell.Clear();
        }
    }
}
