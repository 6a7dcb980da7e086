using System.Globalization;
using System.Xml;

namespace Lianxin.Documents.Reading;

/// <summary>Which styles of a workbook show a number as a date: a sheet keeps 2026-03-28 as 46109.</summary>
internal sealed class DateStyles
{
    private static readonly DateTime First = new(1899, 12, 30);
    private readonly List<bool> byStyle = [];

    public static DateStyles Read(Package package)
    {
        var styles = new DateStyles();
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
            ? First.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static bool IsDate(string format) => format.Contains('y', StringComparison.OrdinalIgnoreCase) || format.Contains('年', StringComparison.Ordinal);

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
