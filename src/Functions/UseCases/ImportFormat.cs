using Lianxin.Core;
using Lianxin.Documents.Reading.Tables;

namespace Lianxin.Functions.UseCases;

/// <summary>Whether a file is what its name says: a CSV text or an XLSX workbook.</summary>
public static class ImportFormat
{
    public const string CsvType = "text/csv";
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Why the file is not taken; null when it may be read.</summary>
    /// <param name="name">Empty for a bare body, whose media type speaks instead.</param>
    public static Refusal? Check(string name, string mediaType, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(mediaType);
        var isWorkbook = SheetTableReader.IsWorkbook(bytes);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (name.Length == 0)
        {
            var saysWorkbook = mediaType.StartsWith(XlsxType, StringComparison.OrdinalIgnoreCase);
            return isWorkbook == saysWorkbook ? null : Refuse(isWorkbook ? "内容是工作簿，却标明为 CSV。" : "标明为 XLSX，内容却不是工作簿。");
        }

        return ending switch
        {
            ".xlsx" when !isWorkbook => Refuse("文件名以 .xlsx 结尾，内容却不是 XLSX 工作簿，请用表格软件打开后另存为 .xlsx 再导入。"),
            ".xlsx" => null,
            ".xls" or ".et" when isWorkbook => null,
            ".xlsm" or ".xltm" or ".xlsb" => Refuse("不接收带宏或二进制的工作簿，请另存为 .xlsx 后再导入。", "import-macros"),
            _ when isWorkbook => Refuse($"文件名以“{ending}”结尾，内容却是工作簿或压缩包。只接收 .xlsx 和 .csv，请另存后再导入。"),
            ".xls" or ".et" or ".ods" or ".pdf" or ".docx" or ".doc" or ".wps" => Refuse($"不接收“{ending}”文件，请另存为 .xlsx 或“CSV UTF-8”后再导入。"),
            _ => null,
        };
    }

    /// <summary>The ending and the media type that the original is kept under.</summary>
    public static (string Ending, string MediaType) Of(byte[] bytes) => SheetTableReader.IsWorkbook(bytes) ? ("xlsx", XlsxType) : ("csv", CsvType);

    private static Refusal Refuse(string detail, string code = "import-kind") => Refusal.Field("file", detail, code);
}
