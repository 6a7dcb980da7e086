using Lianxin.Core.Text;

namespace Lianxin.Core.Catalogue;

/// <summary>社, a villagers' group: the 连心 wall has a sheet for each (S25).</summary>
/// <param name="Village">Office code of its village.</param>
public sealed record VillageGroup(string Code, string Village, string Title);

/// <summary>Reads the groups file: <c>code,village,title</c>. Every problem is named with its line, as in the catalogue.</summary>
public static class GroupsFile
{
    private static readonly string[] Columns = ["code", "village", "title"];

    /// <param name="offices">The offices read before; a group lies in one of their villages.</param>
    public static (IReadOnlyList<VillageGroup> Groups, IReadOnlyList<DataProblem> Problems) Parse(
        string csv, IReadOnlyList<Office> offices, string file = "groups.csv")
    {
        ArgumentNullException.ThrowIfNull(offices);
        var table = CsvTable.Read(file, csv, Columns);
        var problems = new List<DataProblem>(table.Problems);
        var groups = new List<VillageGroup>(table.Records.Count);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in table.Records)
        {
            var row = new RowReading(file, record, problems);
            var group = new VillageGroup(row.Required("code"), row.Required("village"), row.Required("title"));
            if (!group.Code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
                row.Report("code", $"社代码“{group.Code}”只能用小写字母、数字和连字符");
            if (!lines.TryAdd(group.Code, row.Line))
                row.Report("code", $"社代码“{group.Code}”重复，已见于第{lines[group.Code]}行");
            if (!offices.Any(o => o.IsVillage && string.Equals(o.Code, group.Village, StringComparison.Ordinal)))
                row.Report("village", $"没有代码为“{group.Village}”的村");
            groups.Add(group);
        }

        return (groups, problems);
    }
}
