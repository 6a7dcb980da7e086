using System.Globalization;
using System.Xml;

namespace Lianxin.Documents.Reading;

/// <summary>Which styles of a workbook show a number as a date: a sheet keeps 2026-03-28 as 46109.</summary>
internal sealed class DateStyles
{
    private static readonly DateTime Since1900 = new(1899, 12, 30);
    private static readonly DateTime Since1904 = new(1904, 1, 1);
    private DateTime first = Since1900;
    private readonly List<bool> byStyle = [];

    public static DateStyles Read(Package package)
    {
        var styles = new DateStyles { first = CountsFrom1904(package) ? Since1904 : Since1900 };
        if (package.Find("xl/styles.xml") is not { } part)
            return styles;
        var own = new HashSet<int>();
        var inCells = false;
        using var reader = package.OpenXml(part);
        while (reader.Read())
        {
            if (reader.LocalName is "cellXfs")
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "numFmt" && IsDate(reader.GetAttribute("formatCode") ?? ""))
                own.Add(Number(reader.GetAttribute("numFmtId")));
            else if (inCells && reader.NodeType == XmlNodeType.Element && reader.LocalName is "xf")
                styles.byStyle.Add(Number(reader.GetAttribute("numFmtId")) is var id && (id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) || own.Contains(id)));
        }

        return styles;
    }

    /// <summary>The date that a number shows; null where the style shows a number.</summary>
    public string? DateOf(int style, string value) =>
        style < byStyle.Count && style >= 0 && byStyle[style] && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 2_958_466
            ? first.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    /// <summary>Workbooks of old Macintosh programs count their days from 1904.</summary>
    private static bool CountsFrom1904(Package package)
    {
        if (package.Find("xl/workbook.xml") is not { } part)
            return false;
        using var reader = package.OpenXml(part);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "workbookPr")
                return reader.GetAttribute("date1904") is "1" or "true";
        }

        return false;
    }

    /// <summary>Whether a format shows a year or a day; what it says in quotes, brackets ([Yellow], [$CNY]) or behind a backslash shows nothing.</summary>
    private static bool IsDate(string format)
    {
        if (format.Equals("General", StringComparison.OrdinalIgnoreCase))
            return false;
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = End(format, i, '"');
                    break;
                case '[':
                    i = End(format, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case 'y' or 'Y' or 'd' or 'D' or '年':
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private static int End(string format, int start, char close) => format.IndexOf(close, start + 1) is var end && end < 0 ? format.Length : end;

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
