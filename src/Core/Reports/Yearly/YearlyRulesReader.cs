using System.Globalization;
using System.Text.Json;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports.Yearly;

/// <summary>Reads the file of the yearly run.</summary>
public static class YearlyRulesReader
{
    private const int MostWorkingDays = 20;

    /// <param name="offices">Codes of every office.</param>
    public static YearlyRulesReading Read(string json, RecordKinds kinds, IReadOnlyCollection<string> offices)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        ArgumentNullException.ThrowIfNull(offices);
        var problems = new List<FormatProblem>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = new FormatNode(document.RootElement, "", problems);
            var rules = new YearlyRules(
                root.Text("version"),
                Office(root.Text("compiles"), root, offices),
                root.Number("officeWorkingDays", 0, MostWorkingDays),
                [.. root.List("law").Select(Lawful).OrderBy(l => l.FromYear)],
                [.. root.List("county", mayBeMissing: true).Select(County)],
                Owes(root, kinds, offices));
            if (rules.Law.Count == 0)
                root.Problem("“law”至少要有一条。");
            foreach (var twice in rules.County.GroupBy(c => c.Year).Where(g => g.Count() > 1))
                root.Problem($"{twice.Key}年的日期重复。");
            return new YearlyRulesReading(problems.Count == 0 ? rules : null, problems);
        }
        catch (JsonException broken)
        {
            problems.Add(new FormatProblem($"第{(broken.LineNumber ?? 0) + 1}行", "不是有效的JSON。"));
            return new YearlyRulesReading(null, problems);
        }
    }

    private static LawfulDay Lawful(FormatNode node)
    {
        var because = node.Text("because");
        var from = node.Number("fromYear", 2008, 9998);
        if (DateOnly.TryParseExact(node.Text("dueOn"), "MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new LawfulDay(from, day.Month, day.Day, because);
        node.Problem("“dueOn”应写作01-31的形式。");
        return new LawfulDay(from, 1, 31, because);
    }

    /// <summary>A report is due when its year is over, and not after the day on which the county's own must be out (条例 Art. 49: March 31).</summary>
    private static CountyDay County(FormatNode node)
    {
        var year = node.Number("year", 2008, 9998);
        if (!DateOnly.TryParseExact(node.Text("dueOn"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day < new DateOnly(year + 1, 1, 1)
            || day > new DateOnly(year + 1, 3, 31))
        {
            node.Problem($"“dueOn”应在{year + 1}年1月1日至3月31日之间。");
        }

        return new CountyDay(year, day, node.Text("because"));
    }

    private static Dictionary<string, IReadOnlyList<string>> Owes(FormatNode root, RecordKinds kinds, IReadOnlyCollection<string> offices)
    {
        var owes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var node in root.List("owes", mayBeMissing: true))
        {
            var kind = node.Text("kind");
            if (kinds.Find(kind) is null)
                node.Problem($"没有“{kind}”这种登记。");
            IReadOnlyList<string> owing = [.. node.Texts("offices").Select(o => Office(o, node, offices))];
            if (owing.Count == 0)
                node.Problem("至少要有一个单位。");
            if (!owes.TryAdd(kind, owing))
                node.Problem($"“{kind}”重复。");
        }

        return owes;
    }

    private static string Office(string code, FormatNode node, IReadOnlyCollection<string> offices)
    {
        if (code.Length > 0 && !offices.Contains(code))
            node.Problem($"没有代码为“{code}”的单位。");
        return code;
    }
}

/// <summary>The rules, or what is wrong with their file.</summary>
public sealed record YearlyRulesReading(YearlyRules? Rules, IReadOnlyList<FormatProblem> Problems);
