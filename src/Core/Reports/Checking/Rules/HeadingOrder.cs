using System.Text.RegularExpressions;

namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>
/// The six statutory headings, their order and numbering. Of a report that was seen in part, only what was seen is judged; headings below
/// the chapters (（一）, 附件) are free.
/// </summary>
internal sealed partial class HeadingOrder() : ReportRule("heading", FindingSeverity.Warning)
{
    private const string Numerals = "一二三四五六七八九十";

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var document = report.Document;
        if (report.Forms.Form(document.Form) is not { } form || document.Headings.Count == 0)
            yield break;
        var wanted = form.Headings;
        var chapters = document.Headings
            .Select((h, i) => (Match: Chapter().Match(h), Place: $"narrative_headings[{i}]", Text: h))
            .Where(h => h.Match.Success);
        var last = 0;
        foreach (var (match, place, text) in chapters)
        {
            var number = NumberOf(match.Groups[1].Value);
            var title = Plain(match.Groups[2].Value);
            var right = number >= 1 && number <= wanted.Count ? wanted[number - 1] : null;
            if (right is null || !right.Any(r => Plain(r) == title))
            {
                var expected = right is null ? $"共{wanted.Count}章" : $"{Numerals[number - 1]}、{right[0]}";
                yield return Finding(place, expected, text, $"标题“{text}”不是法定格式第{match.Groups[1].Value}章的标题。");
            }

            if (number <= last || (number > last + 1 && !document.IsPartial))
                yield return Finding(place, $"第{last + 1}章", $"第{number}章", $"标题“{text}”的编号与前一章不相连。");
            last = number;
        }

        if (document.IsWhole && last < wanted.Count)
            yield return Finding("narrative_headings", $"{wanted.Count}章", $"{last}章", $"缺少第{Numerals[last]}章“{wanted[last][0]}”。");
    }

    private static int NumberOf(string numeral) => numeral.Length == 1 ? Numerals.IndexOf(numeral[0], StringComparison.Ordinal) + 1 : 11;

    private static string Plain(string title) => Spaces().Replace(title, "").Replace(',', '、').Replace('，', '、');

    [GeneratedRegex(@"^\s*([一二三四五六七八九十]{1,3})\s*[、.．,，]\s*(.*)$")]
    private static partial Regex Chapter();

    [GeneratedRegex(@"[\s　]+")]
    private static partial Regex Spaces();
}
