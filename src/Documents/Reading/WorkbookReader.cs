namespace Lianxin.Documents.Reading;

/// <summary>
/// Reads an XLSX workbook, part by part and forwards only: shared strings first, then each sheet in one pass, hidden ones too, then
/// everything else in the package (comments, caches of pivot tables and links, drawings, properties).
/// </summary>
internal static class WorkbookReader
{
    private const string Main = "xl/workbook.xml";

    public static void Read(byte[] bytes, FileScan scan)
    {
        using var package = new Package(bytes, scan.Budget);
        if (package.Find(Main) is not { } workbook)
            throw UnreadableFileException.Broken();
        var sheets = WorkbookSheets.Read(package, workbook, scan.Budget);
        if (sheets.Count > scan.Budget.Limits.Sheets)
            throw UnreadableFileException.TooMuch("工作表数");
        var strings = SharedStrings.Read(package, scan.Budget);
        foreach (var sheet in sheets)
        {
            if (package.Find(sheet.Path) is { } part)
                SheetReader.Read(package, part, sheet, strings, scan);
        }

        strings.ScanUnused(scan);
        PivotCaches.Read(package, scan);
        PackageParts.ReadRest(
            package,
            scan,
            path => path.Equals("xl/sharedStrings.xml", StringComparison.OrdinalIgnoreCase) || sheets.Exists(s => s.Path.Equals(path, StringComparison.OrdinalIgnoreCase)) || PivotCaches.IsOne(path));
    }
}
