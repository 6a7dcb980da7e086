using Lianxin.Core.Text;

namespace Lianxin.Core.Catalogue;

/// <summary>
/// Reads the disclosure catalogue (公开事项目录) from its two files. The catalogue is changed by file only (S7); a file with any
/// problem is refused as a whole, with every problem named, so that no half-read catalogue ever runs.
/// </summary>
public static class CatalogueFile
{
    /// <summary>Stands for every village committee (各村委会) in the column <c>offices</c>.</summary>
    public const string EveryVillage = "villages";

    /// <param name="catalogueCsv">Text of the entries: one row each, see the header of the shipped file.</param>
    /// <param name="officesCsv">Text of the offices and villages.</param>
    /// <param name="catalogueName">Name of the first file, for the problems.</param>
    /// <param name="officesName">Name of the second file, for the problems.</param>
    public static CatalogueLoad Parse(
        string catalogueCsv,
        string officesCsv,
        string catalogueName = "catalogue-44.csv",
        string officesName = "offices.csv")
    {
        var problems = new List<DataProblem>();
        var offices = OfficesFile.Read(officesName, officesCsv, problems);
        var table = CsvTable.Read(catalogueName, catalogueCsv, EntryRow.Columns);
        problems.AddRange(table.Problems);

        var book = new Book();
        foreach (var record in table.Records)
        {
            var row = new RowReading(catalogueName, record, problems);
            var entry = EntryRow.Read(row, offices);
            book.Add(row, entry);
        }

        return problems.Count > 0 ? new CatalogueLoad(null, problems) : new CatalogueLoad(book.Finish(offices), []);
    }

    /// <summary>Collects rows and checks what concerns several of them.</summary>
    private sealed class Book
    {
        private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);
        private readonly List<(string Code, string Title, string English, List<CatalogueEntry> Entries)> categories = [];
        private string? version;

        public void Add(RowReading row, CatalogueEntry entry)
        {
            version ??= row.Required("version");
            if (!string.Equals(version, row.Text("version"), StringComparison.Ordinal))
                row.Report("version", $"版本“{row.Text("version")}”与前面各行的“{version}”不同");
            if (!lines.TryAdd(entry.Code, row.Line))
                row.Report("code", $"事项代码“{entry.Code}”重复，已见于第{lines[entry.Code]}行");

            var title = row.Required("category");
            var index = categories.FindIndex(c => string.Equals(c.Code, entry.CategoryCode, StringComparison.Ordinal));
            if (index < 0)
            {
                categories.Add((entry.CategoryCode, title, row.Text("category_en"), [entry]));
                return;
            }

            if (!string.Equals(categories[index].Title, title, StringComparison.Ordinal))
                row.Report("category", $"类别{entry.CategoryCode}的名称“{title}”与前面的“{categories[index].Title}”不同");
            categories[index].Entries.Add(entry);
        }

        public DisclosureCatalogue Finish(IReadOnlyList<Office> offices) => new(
            version ?? "",
            [.. categories.Select(c => new CatalogueCategory(c.Code, c.Title, c.Entries) { EnglishTitle = c.English })],
            offices);
    }
}
