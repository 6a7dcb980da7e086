using System.Globalization;

namespace Lianxin.Core.Reports.Checks;

/// <summary>
/// Numbers that somebody typed although the register knows them. Only phrases that the format names are compared, and only
/// in sentences that speak of the whole year and the whole town: a number about a part would be a false alarm.
/// </summary>
internal static class TypedNumbers
{
    private static readonly char[] SentenceEnds = ['。', '！', '？', '；', '\n'];

    private static readonly string[] PeriodStarts = ["1月至今", "1月至12月", "12月底", "1月以来", "1月1日至", "1月1日到", "1月1日起", "1月1日以来"];

    public static IEnumerable<ReportFinding> Run(ReportFigures figures, string where, string text)
    {
        var claims = Claims(figures);
        foreach (var sentence in text.Split(SentenceEnds, StringSplitOptions.RemoveEmptyEntries))
        {
            if (SpeaksOfAPart(figures.Scope, sentence))
                continue;
            foreach (var claim in claims)
            {
                if (figures.Number(claim.Figure) is not { } number)
                    continue;
                foreach (var typed in Typed(sentence, claim).Where(t => t != number.Value))
                {
                    var right = ReportWords.Number(number.Value) + claim.After;
                    var wrong = ReportWords.Number(typed) + claim.After;
                    yield return new(ReportRules.TypedNumber, FindingSeverity.Error, where, right, wrong,
                        $"“{where}”写作“{claim.Before}{wrong}”，按登记数据为{right}。");
                }
            }
        }
    }

    private static List<FormatClaim> Claims(ReportFigures figures)
    {
        var format = figures.Scope.Format;
        return
        [
            .. format.Claims,
            .. format.Classes.Select(c => new FormatClaim(c.Title, "条", FigureKeys.OfClass(c.Key))),
            .. format.Benefits
                .Where(b => figures.Statistic(b.Figure) is not null)
                .Select(b => new FormatClaim(b.Phrase, figures.Statistic(b.Figure)!.Unit, b.Figure)),
        ];
    }

    private static bool SpeaksOfAPart(ReportScope scope, string sentence) =>
        scope.Format.Qualifiers.Any(q => sentence.Contains(q, StringComparison.Ordinal))
        || NumbersBefore(sentence, '年').Any(at => IsAnotherYear(scope.Year, sentence, at))
        || NumbersBefore(sentence, '月').Any(at => !IsWholePeriod(scope, sentence, at));

    private static bool IsAnotherYear(int year, string sentence, int at) =>
        sentence.IndexOf('年', at) - at == 4 && int.Parse(sentence.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture) != year;

    /// <summary>A month is harmless where it is the first or the last day of the statistic period.</summary>
    private static bool IsWholePeriod(ReportScope scope, string sentence, int at)
    {
        string[] whole = [.. PeriodStarts, "12月31日", ReportWords.DayOfYear(scope.To)];
        return whole.Any(w => string.CompareOrdinal(sentence, at, w, 0, w.Length) == 0);
    }

    /// <summary>Where the numbers start that stand right before a sign.</summary>
    private static IEnumerable<int> NumbersBefore(string sentence, char sign)
    {
        for (var at = sentence.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = sentence.IndexOf(sign, at + 1))
        {
            var start = at;
            while (start > 0 && char.IsAsciiDigit(sentence[start - 1]))
                start--;
            if (start < at)
                yield return start;
        }
    }

    private static IEnumerable<decimal> Typed(string sentence, FormatClaim claim)
    {
        for (var at = sentence.IndexOf(claim.Before, StringComparison.Ordinal); at >= 0;
            at = sentence.IndexOf(claim.Before, at + 1, StringComparison.Ordinal))
        {
            var start = at + claim.Before.Length;
            var end = start;
            while (end < sentence.Length && char.IsAsciiDigit(sentence[end]))
                end++;
            if (end > start && end - start <= 9 && string.CompareOrdinal(sentence, end, claim.After, 0, claim.After.Length) == 0)
                yield return decimal.Parse(sentence.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
        }
    }
}
