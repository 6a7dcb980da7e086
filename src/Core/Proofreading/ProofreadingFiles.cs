using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lianxin.Core.Text;

namespace Lianxin.Core.Proofreading;

/// <summary>What came of reading the files: the rules, or every problem that keeps them from being used.</summary>
public sealed record ProofreadingLoad(ProofreadingRules? Rules, IReadOnlyList<DataProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Rules))]
    public bool Loaded => Rules is not null;
}

/// <summary>
/// Reads the data of the proof-reading: CSV <c>wrong,right,unless,severity,note</c> (known wrong wordings), <c>phrase,note</c> (repetitions that
/// are right) and <c>order,name,titles</c> (the township's leaders). Several values of a cell are parted by <c>|</c>. A file with any problem
/// is refused as a whole.
/// </summary>
public static class ProofreadingFiles
{
    public const string Confusions = "confusions.csv";
    public const string Repeats = "repeats.csv";
    public const string Leaders = "leaders.csv";

    /// <summary>Longer than any word: what it costs to look at one place of a text stays bounded.</summary>
    private const int LongestPhrase = 24;
    private const int LongestName = 16;

    public static ProofreadingLoad Parse(string confusions, string repeats, string leaders)
    {
        var problems = new List<DataProblem>();
        var pairs = ReadPairs(confusions, problems);
        var phrases = ReadRepeats(repeats, problems);
        var people = ReadLeaders(leaders, problems);
        return problems.Count > 0 ? new ProofreadingLoad(null, problems) : new ProofreadingLoad(new ProofreadingRules(pairs, phrases, people), []);
    }

    private static List<ConfusionPair> ReadPairs(string csv, List<DataProblem> problems)
    {
        var table = CsvTable.Read(Confusions, csv, ["wrong", "right", "unless", "severity", "note"]);
        problems.AddRange(table.Problems);
        var pairs = new List<ConfusionPair>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in table.Records)
        {
            void Report(string column, string reason) => problems.Add(new DataProblem(Confusions, record.Line, column, reason));
            var (wrong, right, unless) = (record["wrong"], record["right"], Split(record["unless"]));
            if (wrong.Length is < 2 or > LongestPhrase || wrong[0] == '#')
                Report("wrong", $"应为2到{LongestPhrase}字，不能以 # 开头");
            else if (!known.Add(wrong))
                Report("wrong", $"“{wrong}”出现两次");
            if (right.Length is 0 or > 100)
                Report("right", "应为1到100字");
            if (unless.FirstOrDefault(u => u.Length > LongestPhrase || !Holds(u, wrong)) is { } foreign)
                Report("unless", $"“{foreign}”中没有“{wrong}”，或超过{LongestPhrase}字");
            if (!Names.TryRead<ProofreadingSeverity>(record["severity"], out var severity))
                Report("severity", "应为 hard（国名、机构名，阻止提交）或 advice（提示）");
            pairs.Add(new ConfusionPair(wrong, right, unless, severity, record["note"]));
        }

        return pairs;
    }

    private static List<string> ReadRepeats(string csv, List<DataProblem> problems)
    {
        var table = CsvTable.Read(Repeats, csv, ["phrase", "note"]);
        problems.AddRange(table.Problems);
        problems.AddRange(table.Records
            .Where(r => r["phrase"].Length is < 4 or > LongestPhrase)
            .Select(r => new DataProblem(Repeats, r.Line, "phrase", $"应为4到{LongestPhrase}字")));
        return [.. table.Records.Select(r => r["phrase"])];
    }

    private static List<LeaderEntry> ReadLeaders(string csv, List<DataProblem> problems)
    {
        var table = CsvTable.Read(Leaders, csv, ["order", "name", "titles"]);
        problems.AddRange(table.Problems);
        var leaders = new List<LeaderEntry>();
        foreach (var record in table.Records)
        {
            void Report(string column, string reason) => problems.Add(new DataProblem(Leaders, record.Line, column, reason));
            var (name, titles) = (record["name"], Split(record["titles"]));
            if (!int.TryParse(record["order"], NumberStyles.None, CultureInfo.InvariantCulture, out var order) || order < 1)
                Report("order", "应为从1起的整数");
            if (name.Length is < 2 or > LongestName || leaders.Exists(l => string.Equals(l.Name, name, StringComparison.Ordinal)))
                Report("name", $"应为2到{LongestName}字，且不重复");
            if (titles.Count == 0 || titles.Any(t => t.Length is < 2 or > LongestPhrase))
                Report("titles", $"应有职务，每个2到{LongestPhrase}字，多个之间用 | 隔开");
            leaders.Add(new LeaderEntry(order, name, titles));
        }

        return leaders;
    }

    private static bool Holds(string phrase, string wrong) => PhraseBook.Find(phrase, wrong, 0) >= 0;

    private static List<string> Split(string cell) => [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
