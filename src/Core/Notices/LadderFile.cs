using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lianxin.Core.Text;

namespace Lianxin.Core.Notices;

/// <summary>What came of reading the ladder: the ladder, or every problem that keeps it from being used.</summary>
public sealed record LadderLoad(Ladder? Ladder, IReadOnlyList<DataProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Ladder))]
    public bool Loaded => Ladder is not null;
}

/// <summary>
/// Reads the ladder: CSV <c>step,offset,addressees,wording</c>, one row per rung. A step may have several rungs, but no two on one day, and
/// a harder step never comes before a milder one. A file with any problem is refused as a whole.
/// </summary>
public static class LadderFile
{
    public const string Name = "ladder.csv";

    /// <summary>Longest offset either way, in working days: a quarter has some sixty.</summary>
    public const int LongestOffset = 60;

    private const int LongestWording = 100;
    private static readonly string[] Columns = ["step", "offset", "addressees", "wording"];

    public static LadderLoad Parse(string csv, string file = Name)
    {
        var table = CsvTable.Read(file, csv, Columns);
        var problems = new List<DataProblem>(table.Problems);
        var rungs = new List<(int Line, LadderRung Rung)>(table.Records.Count);
        foreach (var record in table.Records)
        {
            var before = problems.Count;
            var rung = ReadRung(record, (column, reason) => problems.Add(new DataProblem(file, record.Line, column, reason)));
            if (problems.Count == before)
                rungs.Add((record.Line, rung));
        }

        rungs.Sort((a, b) => a.Rung.Offset.CompareTo(b.Rung.Offset));
        for (var i = 1; i < rungs.Count; i++)
        {
            var (earlier, later) = (rungs[i - 1], rungs[i]);
            if (earlier.Rung.Offset == later.Rung.Offset)
                problems.Add(new DataProblem(file, later.Line, "offset", $"与第{earlier.Line}行在同一天，一天只能有一级"));
            if (earlier.Rung.Step > later.Rung.Step)
                problems.Add(new DataProblem(file, later.Line, "step", $"{NoticeWords.Of(later.Rung.Step)}不能晚于第{earlier.Line}行的{NoticeWords.Of(earlier.Rung.Step)}"));
        }

        return problems.Count > 0 ? new LadderLoad(null, problems) : new LadderLoad(new Ladder([.. rungs.Select(r => r.Rung)]), []);
    }

    private static LadderRung ReadRung(CsvRecord record, Action<string, string> report)
    {
        if (!Names.TryRead<LadderStep>(record["step"], out var step))
            report("step", $"“{record["step"]}”未知，应为 reminder（提醒）、yellow（黄牌）、red（红牌）或 black（黑牌）");
        if (!int.TryParse(record["offset"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset) || Math.Abs((long)offset) > LongestOffset)
            report("offset", $"“{record["offset"]}”应为 -{LongestOffset} 到 {LongestOffset} 的整数（工作日，期限之前为负）");
        var wording = record["wording"];
        if (wording.Length is 0 or > LongestWording || wording.Any(char.IsControl))
            report("wording", $"应为1到{LongestWording}字，不能换行");
        return new LadderRung(step, offset, ReadParts(record["addressees"], reason => report("addressees", reason)), wording);
    }

    private static List<OfficePart> ReadParts(string cell, Action<string> report)
    {
        var parts = new List<OfficePart>();
        foreach (var word in cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Names.TryRead<OfficePart>(word, out var part))
                report($"“{word}”未知，应为 clerk、manager、leader、chair 或 supervisor");
            else if (parts.Contains(part))
                report($"“{word}”重复");
            else
                parts.Add(part);
        }

        if (cell.Length == 0)
            report("不能为空");
        return parts;
    }
}
