using Lianxin.Core.Text;

namespace Lianxin.Core.Catalogue;

/// <summary>Reads the cells of one row and keeps every problem it meets; what cannot be read becomes a default that is never used.</summary>
internal sealed class RowReading(string file, CsvRecord record, List<DataProblem> problems)
{
    private readonly int before = problems.Count;

    public int Line => record.Line;

    /// <summary>True while nothing was wrong with this row.</summary>
    public bool Sound => problems.Count == before;

    public void Report(string column, string reason) => problems.Add(new DataProblem(file, record.Line, column, reason));

    public string Text(string column) => record[column];

    public string Required(string column)
    {
        if (record[column].Length == 0)
            Report(column, "不能为空");
        return record[column];
    }

    public string? Optional(string column) => record[column].Length == 0 ? null : record[column];

    public T Word<T>(string column, Vocabulary<T> words)
        where T : notnull
    {
        if (words.TryParse(record[column], out var value))
            return value;
        Report(column, words.Refuse(record[column]));
        return default!;
    }

    /// <summary>A list separated by <c>;</c>, without repetitions; at least one word.</summary>
    public IReadOnlyList<T> Words<T>(string column, Vocabulary<T> words)
        where T : notnull
    {
        var values = new List<T>();
        foreach (var word in Parts(column))
        {
            if (!words.TryParse(word, out var value))
                Report(column, words.Refuse(word));
            else if (values.Contains(value))
                Report(column, $"{words.Name}“{word}”重复");
            else
                values.Add(value);
        }

        return values;
    }

    /// <summary>The parts between <c>;</c>; an empty cell is a problem.</summary>
    public IReadOnlyList<string> Parts(string column) =>
        Required(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
