namespace Lianxin.Core.Privacy;

/// <summary>
/// Where a text speaks of accounts: near a header word on the same line, in the column of a table under one, or on the line
/// after one that ends a line.
/// </summary>
internal sealed class AccountHeaders
{
    /// <summary>How far behind a word an account may end, and how far before it one may start: some words in between and the number itself.</summary>
    private const int After = 40 + BankAccountDetector.LongestAccount;
    private const int Before = 15 + BankAccountDetector.LongestAccount;
    private static readonly string[] Words = ["账号", "帐号", "卡号", "账户", "帐户", "存折", "一卡通", "开户"];

    private readonly NormalisedText text;
    private readonly List<int> words;
    private readonly HashSet<int> columns = [];
    private readonly List<(int Start, int End)> cells = [];

    /// <summary>Stretches in which a long number is an account, in order of their start, apart from each other.</summary>
    private readonly List<(int Start, int End)> stretches = [];

    public AccountHeaders(NormalisedText text)
    {
        this.text = text;
        words = [.. Words.SelectMany(Occurrences).Order()];
        if (words.Count > 0)
            ReadLines();
    }

    public bool Govern(int start, int end)
    {
        var index = stretches.BinarySearch((start, int.MaxValue));
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 && end <= stretches[index].End;
    }

    private List<int> Occurrences(string word)
    {
        var found = new List<int>();
        for (var at = 0; at < text.Length;)
        {
            var next = text.Characters[at..].IndexOf(word, StringComparison.Ordinal);
            if (next < 0)
                break;
            found.Add(at + next);
            at += next + word.Length;
        }

        return found;
    }

    private void ReadLines()
    {
        var (next, delimiter) = (0, '\0');
        for (var start = 0; start < text.Length;)
        {
            var end = LineEnd(start);
            var first = next;
            while (next < words.Count && words[next] < end)
                next++;
            if (next > first)
                delimiter = ReadHeader(start, end, first, next);
            else if (columns.Count > 0)
                ReadRow(start, end, delimiter);
            start = end + 1;
        }
    }

    private int LineEnd(int start)
    {
        var length = start < text.Length ? text.Characters[start..].IndexOf('\n') : 0;
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>A line with header words <paramref name="first"/> up to, not including, <paramref name="last"/>; answers its delimiter, if it is the head of a table.</summary>
    private char ReadHeader(int start, int end, int first, int last)
    {
        columns.Clear();
        for (var i = first; i < last; i++)
            AddStretch(Math.Max(start, words[i] - Before), Math.Min(end, words[i] + After));
        var delimiter = DelimiterIn(start, end);
        if (delimiter == '\0')
        {
            // A label alone on its line speaks of what the next line holds.
            if (text.Characters[words[last - 1]..end].TrimEnd(": \r").Length <= 3)
                AddStretch(end, LineEnd(end + 1));
            return delimiter;
        }

        ReadCells(start, end, delimiter);
        var next = first;
        for (var index = 0; index < cells.Count; index++)
        {
            if (next < last && words[next] < cells[index].End)
                columns.Add(index);
            while (next < last && words[next] < cells[index].End)
                next++;
        }

        return delimiter;
    }

    private void ReadRow(int start, int end, char delimiter)
    {
        ReadCells(start, end, delimiter);
        if (cells.Count == 1)
            columns.Clear();
        for (var index = 0; index < cells.Count; index++)
        {
            if (columns.Contains(index))
                AddStretch(cells[index].Start, cells[index].End);
        }
    }

    private char DelimiterIn(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (text[at] is '\t' or '|' or ',' && IsDelimiter(at, text[at]))
                return text[at];
        }

        return '\0';
    }

    private void ReadCells(int start, int end, char delimiter)
    {
        cells.Clear();
        var from = start;
        for (var at = start; at < end; at++)
        {
            if (!IsDelimiter(at, delimiter))
                continue;
            cells.Add((from, at));
            from = at + 1;
        }

        cells.Add((from, end));
    }

    /// <summary>A full-width comma is punctuation, not a delimiter: the original decides.</summary>
    private bool IsDelimiter(int at, char delimiter) => text[at] == delimiter && text.Original[text.OriginalStart(at)] == delimiter;

    /// <summary>Stretches come nearly in order; one that touches the last is joined to it.</summary>
    private void AddStretch(int start, int end)
    {
        if (stretches.Count > 0 && start <= stretches[^1].End)
            stretches[^1] = (Math.Min(start, stretches[^1].Start), Math.Max(end, stretches[^1].End));
        else
            stretches.Add((start, end));
    }
}
