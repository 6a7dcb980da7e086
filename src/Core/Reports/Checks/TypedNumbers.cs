using System.Globalization;

namespace Lianxin.Core.Reports.Checks;

/// <summary>
/// Numbers that somebody typed although the register knows them. Only phrases that the format names are compared, and only
/// in sentences that speak of the whole year and the whole town: a number about a part would be a false alarm.
/// </summary>
internal static class TypedNumbers
{
    private static readonly char[] SentenceEnds = ['。', '！', '？', '；', '\n'];

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
        scope.Format.Qualifiers.Any(q => sentence.Contains(q, StringComparison.Ordinal)) || NamesAnotherYear(scope.Year, sentence);

    private static bool NamesAnotherYear(int year, string sentence)
    {
        for (var at = sentence.IndexOf('年', StringComparison.Ordinal); at >= 0; at = sentence.IndexOf('年', at + 1))
        {
            var digits = at;
            while (digits > 0 && char.IsAsciiDigit(sentence[digits - 1]))
                digits--;
            if (at - digits == 4 && int.Parse(sentence.AsSpan(digits, 4), CultureInfo.InvariantCulture) != year)
                return true;
        }

        return false;
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
