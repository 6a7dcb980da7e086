namespace Lianxin.Documents.Typesetting.Flow;

/// <summary>
/// Breaks a title that is too long for one line where the sense allows: never inside a term of the field or a number with its unit,
/// rather after 关于 or 的, in lines of like length.
/// </summary>
internal static class TitleBreaker
{
    private static readonly string[] Terms =
    [
        "政府信息公开", "信息公开", "人民政府", "年度报告", "工作年度报告", "规范性文件", "重点领域", "主动公开", "依申请公开", "办公室", "管理局", "委员会",
        "街道办事处", "统计表", "情况", "工作", "通知", "报告", "实施", "意见", "方案", "办法", "条例", "关于", "公告", "关于印发", "关于公布", "关于做好", "目录", "指南", "数据", "资源", "管理",
    ];

    private static readonly string[] PhraseEnds = ["关于", "关于印发", "关于公布", "关于做好", "的", "人民政府", "局", "委员会", "办公室", "年度", "》"];

    private const string NotAtStart = "的、，。：；！？”’》〉）】〕和与及等了";
    private const string NotAtEnd = "“‘《〈（【〔第";

    /// <summary>Lines of the title; one that fits stays whole.</summary>
    public static IReadOnlyList<string> Break(string title, Func<string, double> widthOf, double measure)
    {
        var width = widthOf(title);
        if (width <= measure || title.Length < 2) return [title];
        var lines = (int)Math.Ceiling(width / measure);
        var rest = title;
        var broken = new List<string>();
        while (lines > 1 && rest.Length > 1)
        {
            var at = BestCut(rest, widthOf, measure, lines);
            broken.Add(rest[..at]);
            rest = rest[at..];
            lines = Math.Max(lines - 1, (int)Math.Ceiling(widthOf(rest) / measure));
        }
        broken.Add(rest);
        return broken;
    }

    private static int BestCut(string rest, Func<string, double> widthOf, double measure, int lines)
    {
        var share = widthOf(rest) / lines;
        var best = (At: 1, Cost: double.MaxValue);
        for (var at = 1; at < rest.Length; at++)
        {
            if (char.IsLowSurrogate(rest[at])) continue;
            var width = widthOf(rest[..at]);
            if (width > measure && best.Cost < double.MaxValue) break;
            var cost = (Math.Abs(width - share) / share) + Penalty(rest, at);
            if (cost < best.Cost) best = (at, cost);
        }
        return best.At;
    }

    private static double Penalty(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (NotAtStart.Contains(after, StringComparison.Ordinal) || NotAtEnd.Contains(before, StringComparison.Ordinal)) return 10;
        if (IsNumber(before) && (IsNumber(after) || "年月日号届次条期".Contains(after, StringComparison.Ordinal))) return 10;
        if (char.IsAsciiLetter(before) && char.IsAsciiLetter(after)) return 10;
        foreach (var term in Terms)
        {
            for (var from = Math.Max(0, at - term.Length + 1); from < at; from++)
            {
                if (string.CompareOrdinal(text, from, term, 0, term.Length) == 0) return 3;
            }
        }
        return EndsPhrase(text, at) ? -0.3 : 0.3;
    }

    private static bool IsNumber(char c) => char.IsAsciiDigit(c) || "〇○零一二三四五六七八九十".Contains(c, StringComparison.Ordinal);

    private static bool EndsPhrase(string text, int at)
    {
        foreach (var end in PhraseEnds)
        {
            if (at >= end.Length && string.CompareOrdinal(text, at - end.Length, end, 0, end.Length) == 0) return true;
        }
        return false;
    }
}
