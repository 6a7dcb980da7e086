using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>A public copy of a file, or why there is none.</summary>
/// <param name="Bytes">Null where no copy was made.</param>
/// <param name="Code">Stable and kebab-case; empty where a copy was made.</param>
/// <param name="Detail">For people, in Chinese; never anything that the file says.</param>
public sealed record MadeCopy(byte[]? Bytes, string Code, string Detail)
{
    internal static MadeCopy No(string code, string detail) => new(null, code, detail);
}

/// <summary>
/// 公开副本: a new file of what may be shown of a list, made from its rows and nothing else (privacy-and-quality §3, §4.6). Hidden rows,
/// columns and sheets, comments, formulas, caches and properties do not go over. What comes out is read again by the detectors, and only a
/// copy in which nothing hard is found is handed out.
/// </summary>
public sealed class PublicFileCopy(FileReader reader, TimeProvider machine, ReadingLimits? limits = null)
{
    private readonly ReadingLimits limits = limits ?? new ReadingLimits();

    /// <summary>Whether a copy can be made of files of this kind.</summary>
    public static bool IsKind(string name) => Path.GetExtension(name)?.ToLowerInvariant() is ".xlsx" or ".csv" or ".txt";

    /// <param name="name">Its ending tells the kind: <c>.xlsx</c>, <c>.csv</c> or <c>.txt</c>; a CSV or text keeps its encoding.</param>
    /// <param name="maskNames">Columns of names are masked too.</param>
    public MadeCopy Make(string name, byte[] bytes, ScanProfile profile, bool maskNames)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(profile);
        if (profile.TotalsOnly)
            return MadeCopy.No("copy-totals-only", "该事项只公布汇总数，不能公布逐人名单的副本；请另做一张汇总表上传。");
        if (maskNames && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase))
            return MadeCopy.No("copy-names", "文本文件里的姓名不能由系统可靠地遮盖；请改用 .xlsx 或 .csv 名单，或自行遮盖后另传。");
        var tables = new List<PublicTable>();
        byte[] copy;
        try
        {
            switch (Path.GetExtension(name).ToLowerInvariant())
            {
                case ".xlsx":
                    copy = Workbook(bytes, profile, maskNames, tables);
                    break;
                case ".csv":
                    tables.Add(new PublicTable(profile, maskNames));
                    copy = PlainText.EncodeLike(bytes, MaskedTable.Of(PlainText.Decode(bytes), tables[0]));
                    break;
                case ".txt":
                    copy = PlainText.EncodeLike(bytes, PrivacyMask.Of(PlainText.Decode(bytes), profile));
                    break;
                default:
                    return MadeCopy.No("copy-kind", "只有 .xlsx、.csv、.txt 文件可以由系统制作公开副本；Word、PDF 和图片请自行遮盖后另传。");
            }
        }
        catch (UnreadableFileException unreadable)
        {
            return MadeCopy.No(unreadable.Code, unreadable.Message);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // As in reading: the text of the exception may quote the file and is dropped.
            var failure = UnreadableFileException.Broken();
            return MadeCopy.No(failure.Code, failure.Message);
        }

        if (tables.Count == 0 && name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            return MadeCopy.No("copy-empty", "工作簿里没有可以公开的工作表。");
        if (!tables.TrueForAll(t => t.IsSure))
            return MadeCopy.No("copy-names", "名单的表头或姓名不能可靠地识别，不能由系统制作公开副本；请检查表头（如“姓名”）和姓名的写法，或自行遮盖后另传。");
        return reader.Read(name, copy, profile).IsClean
            ? new MadeCopy(copy, "", "")
            : MadeCopy.No("copy-not-clean", "遮盖后仍检查出个人信息，不能由系统制作公开副本；请自行删除或遮盖后另传。");
    }

    private byte[] Workbook(byte[] bytes, ScanProfile profile, bool maskNames, List<PublicTable> tables)
    {
        var budget = new Budget(limits, machine);
        var scan = new FileScan(budget, profile, new FindingLog(), "", 0);
        using var package = new Package(bytes, budget);
        if (package.Find("xl/workbook.xml") is not { } part)
            throw UnreadableFileException.Broken();
        var sheets = WorkbookSheets.Read(package, part, scan.Budget);
        var strings = SharedStrings.Read(package, budget);
        var styles = DateStyles.Read(package);
        using var workbook = new NewWorkbook();
        foreach (var sheet in sheets.Where(s => !s.Hidden))
        {
            if (package.Find(sheet.Path) is not { } rows)
                continue;
            var table = new PublicTable(profile, maskNames);
            tables.Add(table);
            // A sheet may bear a person's name or number, and a mask's star is no lawful name of a sheet.
            var sheetName = maskNames || PrivacyMask.Of(sheet.Name, profile) != sheet.Name ? $"表{tables.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : sheet.Name;
            workbook.Sheet(sheetName, VisibleSheet.Rows(package, rows, strings, styles, budget).Select(table.Row));
        }

        return workbook.End();
    }
}
