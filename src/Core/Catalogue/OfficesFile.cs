using Lianxin.Core.Text;

namespace Lianxin.Core.Catalogue;

/// <summary>
/// Reads the offices file: <c>code,title,is_village,leader,manager,clerk,telephone</c>. The three people of the responsibility
/// chain may be empty: then nothing can be submitted for that office (S3), but the file is still good.
/// </summary>
internal static class OfficesFile
{
    private static readonly string[] Columns = ["code", "title", "is_village", "leader", "manager", "clerk", "telephone"];
    private static readonly Vocabulary<bool> YesNo = new("是否村委会", ("true", true), ("false", false));

    public static IReadOnlyList<Office> Read(string file, string csv, List<DataProblem> problems)
    {
        var table = CsvTable.Read(file, csv, Columns);
        problems.AddRange(table.Problems);
        var offices = new List<Office>(table.Records.Count);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var record in table.Records)
        {
            var row = new RowReading(file, record, problems);
            var office = ReadOffice(row);
            if (!lines.TryAdd(office.Code, row.Line))
                row.Report("code", $"站所代码“{office.Code}”重复，已见于第{lines[office.Code]}行");
            offices.Add(office);
        }

        return offices;
    }

    private static Office ReadOffice(RowReading row)
    {
        var code = row.Required("code");
        if (!code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') || string.Equals(code, CatalogueFile.EveryVillage, StringComparison.Ordinal))
            row.Report("code", $"站所代码“{code}”只能用小写字母、数字和连字符，且不能是 {CatalogueFile.EveryVillage}");
        return new Office(
            code,
            row.Required("title"),
            row.Word("is_village", YesNo),
            row.Text("leader"),
            row.Text("manager"),
            row.Text("clerk"),
            row.Text("telephone"));
    }
}
