using System.Globalization;
using Lianxin.Core.Text;

namespace Lianxin.Core.Assessment;

/// <summary>The scheme, or every problem of its file.</summary>
public sealed record AssessmentLoad(AssessmentScheme? Scheme, IReadOnlyList<DataProblem> Problems);

/// <summary>
/// Reads <c>assessment.csv</c>: <c>measure,title,unit,points,least_sample</c>, one row per measure and the row <c>total</c>, whose points
/// are the full marks 满分 that the others must add up to.
/// </summary>
public static class AssessmentFile
{
    private const string Total = "total";
    private const decimal MostPoints = 1_000;
    private const int MostSample = 1_000;

    private static readonly string[] Columns = ["measure", "title", "unit", "points", "least_sample"];

    /// <param name="file">Name of the file, for the problems.</param>
    public static AssessmentLoad Parse(string csv, string file)
    {
        var table = CsvTable.Read(file, csv, Columns);
        var problems = table.Problems.ToList();
        var rules = new List<AssessmentRule>();
        decimal? full = null;
        foreach (var record in table.Records)
        {
            void Report(string column, string reason) => problems.Add(new DataProblem(file, record.Line, column, reason));
            var points = PointsOf(record, Report);
            if (record["measure"] == Total)
            {
                if (full is not null)
                    Report("measure", "满分只能有一行");
                full = points;
                continue;
            }

            if (!Names.TryRead<MeasureKind>(record["measure"], out var kind))
            {
                Report("measure", $"没有“{record["measure"]}”这种指标，可用：{string.Join('、', Enum.GetValues<MeasureKind>().Select(Names.Of))}、{Total}");
                continue;
            }

            if (rules.Any(r => r.Kind == kind))
                Report("measure", "指标重复");
            rules.Add(new AssessmentRule(kind, Required(record, "title", Report), Required(record, "unit", Report), points, SampleOf(record, Report)));
        }

        if (problems.Count == 0)
            CheckWhole(file, rules, full, problems);
        return problems.Count == 0 ? new AssessmentLoad(new AssessmentScheme(rules, full!.Value), []) : new AssessmentLoad(null, problems);
    }

    private static void CheckWhole(string file, List<AssessmentRule> rules, decimal? full, List<DataProblem> problems)
    {
        foreach (var missing in Enum.GetValues<MeasureKind>().Where(kind => rules.All(r => r.Kind != kind)))
            problems.Add(new DataProblem(file, 1, "measure", $"缺少指标 {Names.Of(missing)}；不用的指标权重写 0"));
        if (full is null)
            problems.Add(new DataProblem(file, 1, "measure", $"缺少满分一行（{Total}）"));
        else if (full == 0)
            problems.Add(new DataProblem(file, 1, "points", "满分不能为 0"));
        else if (rules.Sum(r => r.Points) is var sum && sum != full)
            problems.Add(new DataProblem(file, 1, "points", string.Create(CultureInfo.InvariantCulture, $"各指标权重合计{sum:0.##}，应等于满分{full:0.##}")));
    }

    private static string Required(CsvRecord record, string column, Action<string, string> report)
    {
        if (record[column].Length == 0)
            report(column, "不能为空");
        return record[column];
    }

    private static decimal PointsOf(CsvRecord record, Action<string, string> report)
    {
        if (decimal.TryParse(record["points"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points <= MostPoints)
            return points;
        report("points", $"“{record["points"]}”不是 0 至 {MostPoints} 的分数");
        return 0;
    }

    private static int SampleOf(CsvRecord record, Action<string, string> report)
    {
        if (int.TryParse(record["least_sample"], NumberStyles.None, CultureInfo.InvariantCulture, out var least) && least is >= 1 and <= MostSample)
            return least;
        report("least_sample", $"“{record["least_sample"]}”不是 1 至 {MostSample} 的整数");
        return 1;
    }
}
