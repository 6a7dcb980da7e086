using System.Globalization;
using System.Text;

namespace Lianxin.Documents.Reading.Tables;

/// <summary>
/// Reads an XLSX workbook as one plain list, forwards only and in bounded time and memory. Nothing hidden is taken and nothing visible is
/// changed: whatever is hidden, merged, computed or shown other than it is kept becomes a finding. Whatever the file is, it throws nothing.
/// </summary>
public sealed class SheetTableReader(TimeProvider machine)
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPart = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>A list of 20,000 rows with room to spare; an honest workbook of more is refused by its rows first.</summary>
    private static readonly ReadingLimits Limits = new(Entries: 1_000, Unpacked: 200L * 1024 * 1024, Cells: 2_000_000, Strings: 32_000_000);

    /// <summary>Whether the bytes are a spreadsheet of some kind, also one that cannot be read.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith(OldOffice);

    /// <param name="maxRows">Rows below the head at most.</param>
    public SheetTable Read(byte[] bytes, int maxRows)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.AsSpan().StartsWith(OldOffice))
        {
            return bytes.AsSpan().IndexOf(EncryptedPart) >= 0
                ? Refused("import-encrypted", "文件设有打开密码，请去掉密码后再导入。")
                : Refused("import-old-format", "这是旧版的 .xls 文件，请另存为 .xlsx 后再导入。");
        }

        try
        {
            return ReadPackage(bytes, maxRows);
        }
        catch (UnreadableFileException unreadable) when (unreadable.Code is "file-too-large")
        {
            return Refused("import-too-large", "文件解开后过大，请只保留要导入的清单，或分成几个文件。", tooLarge: true);
        }
        catch (UnreadableFileException unreadable) when (unreadable.Code is "file-encrypted")
        {
            return Refused("import-encrypted", "文件已加密，请去掉密码后再导入。");
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // Readers of foreign formats throw whatever they like; its text may quote the file and is dropped.
            return Refused("import-broken", "文件已损坏，或不是规范的 XLSX，请用表格软件重新另存后再导入。");
        }
    }

    private SheetTable ReadPackage(byte[] bytes, int maxRows)
    {
        var budget = new Budget(Limits, machine);
        using var package = new Package(bytes, budget);
        if (package.Find("xl/workbook.xml") is not { } workbook)
            return Refused("import-kind", "文件不是 XLSX 工作簿，请另存为 .xlsx 或“CSV UTF-8”后再导入。");
        if (package.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return Refused("import-macros", "文件含有宏，不予接收，请另存为不含宏的 .xlsx 后再导入。");
        var findings = new SheetFindings();
        if (package.Entries.Any(e => IsOutside(e.FullName)))
            findings.Add("import-external-link", "工作簿链接到别的文件或数据源，显示的值可能已经过时。请断开链接、粘贴为数值后再导入。", "", 0, null, "");
        var sheets = WorkbookSheets.Read(package, workbook, budget);
        var strings = SharedStrings.Read(package, budget);
        var looks = new CellLooks(DateStyles.Read(package));
        SheetContent? table = null;
        foreach (var sheet in sheets)
        {
            if (package.Find(sheet.Path) is not { } part)
                continue;
            using var xml = package.OpenXml(part);
            var content = new SheetContent(sheet, strings, looks, budget, maxRows);
            if (sheet.Hidden || table is not null)
            {
                if (content.FirstCell(xml) is not { } cell)
                    continue;
                if (sheet.Hidden)
                    findings.Add("import-hidden-sheet", $"工作表“{sheet.Name}”是隐藏的，{cell.Name}等单元格有内容。请取消隐藏后核对，不导入的删去。", sheet.Name, 0, null, "");
                else
                    findings.Add("import-more-sheets", $"除“{table!.Sheet.Name}”外，工作表“{sheet.Name}”也有内容（{cell.Name}）。一次只导入一张工作表，请把其余的移到别的文件。", sheet.Name, 0, null, "");
                continue;
            }

            content.Read(xml, findings);
            if (content.TooManyRows)
                return Refused("import-too-many-rows", string.Create(CultureInfo.InvariantCulture, $"文件超过{maxRows}行，一次最多导入{maxRows}行，请分成几个文件。"), tooLarge: true);
            if (content.HasContent)
                table = content;
        }

        return new SheetTable(table?.Sheet.Name ?? "", table?.Rows ?? [], findings.Kept, findings.Count, null);
    }

    private static bool IsOutside(string path) =>
        path.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase) || path.StartsWith("xl/queryTables/", StringComparison.OrdinalIgnoreCase)
        || path.Equals("xl/connections.xml", StringComparison.OrdinalIgnoreCase);

    private static SheetTable Refused(string code, string detail, bool tooLarge = false) => new("", [], [], 0, new SheetFault(code, detail, tooLarge));
}
