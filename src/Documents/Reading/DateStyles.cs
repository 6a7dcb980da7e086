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
    private readonly List<int> formats = [];
    private readonly Dictionary<int, string> codes = [];

    /// <summary>Whether days are counted from 1904 on.</summary>
    public bool From1904 => first == Since1904;

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
            else if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "numFmt")
                styles.Name(Number(reader.GetAttribute("numFmtId")), reader.GetAttribute("formatCode") ?? "", own);
            else if (inCells && reader.NodeType == XmlNodeType.Element && reader.LocalName is "xf")
                styles.Add(Number(reader.GetAttribute("numFmtId")), own);
        }

        return styles;
    }

    /// <summary>The date that a number shows; null where the style shows a number.</summary>
    public string? DateOf(int style, string value) =>
        ShowsDate(style) && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days is > 0 and < 2_958_466
            ? first.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    public bool ShowsDate(int style) => style < byStyle.Count && style >= 0 && byStyle[style];

    /// <summary>The day of a number of whole days.</summary>
    public DateTime DayOf(double days) => first.AddDays(days);

    /// <summary>The number of a style's format, 0 for the plain one, and its code where the workbook gives one of its own.</summary>
    public (int Id, string Code) FormatOf(int style) =>
        style < formats.Count && style >= 0 ? (Math.Max(formats[style], 0), codes.GetValueOrDefault(formats[style], "")) : (0, "");

    private void Name(int id, string code, HashSet<int> own)
    {
        codes[id] = code;
        if (IsDate(code))
            own.Add(id);
    }

    private void Add(int id, HashSet<int> own)
    {
        formats.Add(id);
        byStyle.Add(id is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) || own.Contains(id));
    }

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
