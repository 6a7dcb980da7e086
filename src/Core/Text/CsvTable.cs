namespace Lianxin.Core.Text;

/// <summary>One data row of a <see cref="CsvTable"/>; cells are asked for by the name of their column, blanks around them removed.</summary>
public sealed class CsvRecord(int line, IReadOnlyList<string> fields, IReadOnlyDictionary<string, int> columns)
{
    /// <summary>Line on which the row starts, from 1.</summary>
    public int Line => line;

    public string this[string column] => fields[columns[column]].Trim();
}

/// <summary>
/// A CSV text with a header of known columns, in any order. Missing, unknown and repeated columns, rows of another
/// width and broken quoting are all reported; only whole rows become records.
/// </summary>
public sealed class CsvTable
{
    private readonly List<CsvRecord> records = [];
    private readonly List<DataProblem> problems = [];

    private CsvTable()
    {
    }

    public IReadOnlyList<CsvRecord> Records => records;

    public IReadOnlyList<DataProblem> Problems => problems;

    /// <param name="file">Name of the file, for the problems.</param>
    /// <param name="text">The whole text of the file.</param>
    /// <param name="columns">Names of the columns; every one is required.</param>
    public static CsvTable Read(string file, string text, IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var content = CsvText.Read(text);
        var table = new CsvTable();
        var header = content.Rows.Count > 0 ? content.Rows[0] : new CsvRow(1, []);
        table.problems.AddRange(content.Problems.Select(p => new DataProblem(file, p.Line, NameAt(header, p.Column), p.Reason)));
        if (content.Rows.Count == 0)
        {
            table.problems.Add(new DataProblem(file, 1, "", "文件没有表头"));
            return table;
        }

        var places = table.CheckHeader(file, header, columns);
        if (places is not null)
            table.CheckRows(file, content.Rows.Skip(1), header.Fields.Count, places);
        if (table.records.Count == 0 && table.problems.Count == 0)
            table.problems.Add(new DataProblem(file, 1, "", "文件只有表头，没有内容"));
        return table;
    }

    private static string NameAt(CsvRow header, int column) =>
        column <= header.Fields.Count ? header.Fields[column - 1] : "";

    private Dictionary<string, int>? CheckHeader(string file, CsvRow header, IReadOnlyList<string> columns)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var before = problems.Count;
        for (var i = 0; i < header.Fields.Count; i++)
        {
            var name = header.Fields[i].Trim();
            if (!places.TryAdd(name, i))
                problems.Add(new DataProblem(file, header.Line, name, "列名重复"));
            else if (!columns.Contains(name, StringComparer.Ordinal))
                problems.Add(new DataProblem(file, header.Line, name, "未知的列"));
        }

        foreach (var missing in columns.Where(c => !places.ContainsKey(c)))
            problems.Add(new DataProblem(file, header.Line, missing, "缺少这一列"));
        return problems.Count == before ? places : null;
    }

    private void CheckRows(string file, IEnumerable<CsvRow> rows, int width, Dictionary<string, int> places)
    {
        foreach (var row in rows)
        {
            if (row.Fields.Count == width)
                records.Add(new CsvRecord(row.Line, row.Fields, places));
            else
                problems.Add(new DataProblem(file, row.Line, "", $"应有{width}列，实有{row.Fields.Count}列"));
        }
    }
}
