using System.Globalization;
using System.Text;
using Lianxin.Core.Calendar;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.Exports;

/// <summary>
/// The report as one web page that stands by itself: real headings and tables (条例 Art. 24: 检索、查阅、下载), readable on a telephone, no
/// script, nothing loaded from elsewhere. Charts become tables of their numbers.
/// </summary>
internal static class ReportHtml
{
    private const string Style =
        "body{font:1.05rem/1.8 \"Noto Serif SC\",\"Songti SC\",SimSun,serif;max-width:52rem;margin:0 auto;padding:1rem;color:#111;background:#fff}"
        + "nav ul{list-style:none;padding:0}nav .l2{padding-left:2em}h1{text-align:center;font-size:1.6rem}h2,h3,h4{line-height:1.5}p{text-indent:2em;margin:.4em 0}"
        + ".scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.5;margin:.6em 0}"
        + "caption{font-weight:bold;padding:.3em}th,td{border:1px solid #444;padding:.25em .4em;text-align:center}th{background:#f2f2f2}"
        + ".sign{text-align:right;text-indent:0}.note{font-size:.85rem;color:#444;overflow-wrap:anywhere}";

    public static byte[] Write(ReportContent content)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Text(string.Concat(content.Title))}</title>\n<style>{Style}</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{string.Join("<br/>", content.Title.Select(Text))}</h1>\n");
        IReadOnlyList<HeadingBlock> headings = [.. content.Blocks.OfType<HeadingBlock>()];
        foreach (var block in content.Blocks)
            Write(html, block, headings);
        html.Append("</main>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void Write(StringBuilder html, ReportBlock block, IReadOnlyList<HeadingBlock> headings)
    {
        switch (block)
        {
            case HeadingBlock heading:
                html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level + 1} id=\"{IdOf(heading, headings)}\">{Text(heading.Text)}</h{heading.Level + 1}>\n");
                break;
            case ContentsBlock contents:
                html.Append(CultureInfo.InvariantCulture, $"<nav aria-label=\"{Text(contents.Title.Replace("　", "", StringComparison.Ordinal))}\"><ul>\n");
                foreach (var entry in headings.Where(h => h.Level <= 2))
                    html.Append(CultureInfo.InvariantCulture, $"<li class=\"l{entry.Level}\"><a href=\"#{IdOf(entry, headings)}\">{Text(entry.Text)}</a></li>\n");
                html.Append("</ul></nav>\n");
                break;
            case ParagraphBlock paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p>{Text(paragraph.Text)}</p>\n");
                break;
            case NoteBlock note:
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Text(note.Text)}</p>\n");
                break;
            case SignatureBlock signature:
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"sign\">{Text(signature.Issuer)}<br/>{ChineseDates.Text(signature.On)}</p>\n");
                break;
            case TableBlock table:
                Table(html, table);
                break;
            case ChartBlock chart:
                Table(html, ChartNumbers.Table(chart));
                break;
            case WebCodeBlock code:
                // The code leads to this page; what stands beside it is for readers here too.
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Text(code.Beside)}</p>\n");
                break;
            default:
                throw new NotSupportedException($"No way to write a {block.GetType().Name}.");
        }
    }

    private static string IdOf(HeadingBlock heading, IReadOnlyList<HeadingBlock> headings) =>
        string.Create(CultureInfo.InvariantCulture, $"s{headings.TakeWhile(h => !ReferenceEquals(h, heading)).Count() + 1}");

    private static void Table(StringBuilder html, TableBlock table)
    {
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\"><table>\n<caption>{Text(table.Caption)}</caption>\n");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            html.Append("<tr>");
            foreach (var cell in table.Rows[row].Cells)
            {
                var isHead = row < table.HeadRows || (cell.Path.Length == 0 && cell.Text.Any(char.IsLetter));
                var tag = isHead ? "th" : "td";
                var down = cell.RowSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"") : "";
                var across = cell.ColumnSpan > 1 ? string.Create(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"") : "";
                html.Append(CultureInfo.InvariantCulture, $"<{tag}{down}{across}>{Text(cell.Text)}</{tag}>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</table></div>\n");
    }

    private static string Text(string text) => PageEncoder.Instance.Encode(text);
}
