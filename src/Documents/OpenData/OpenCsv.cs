using System.Text;

namespace Lianxin.Documents.OpenData;

/// <summary>Open data as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8. The first line gives the Chinese heads.</summary>
public static class OpenCsv
{
    public const string MediaType = "text/csv; charset=utf-8";

    public static byte[] Write(IReadOnlyList<OpenItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var text = new StringBuilder();
        text.AppendJoin(',', OpenColumn.All.Select(c => SafeCell.Csv(c.Title))).Append("\r\n");
        foreach (var item in items)
        {
            text.AppendJoin(',', OpenColumn.All.Select(c => SafeCell.Csv(c.Value(item)))).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
