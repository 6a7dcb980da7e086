namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>
/// A percentage = its part of the whole within half a unit of the precision in which it was printed; a full list of shares sums to 100
/// within the same rounding.
/// </summary>
internal sealed class Percentages() : ReportRule("percentage", FindingSeverity.Warning)
{
    private const string Key = "percentages";

    /// <summary>Lists whose parts may have shares, and the totals those are shares of.</summary>
    private static readonly (string List, string[] Totals)[] Lists =
        [("categories", ["items_published"]), ("channels", ["channels_total", "items_published"]), ("by_body", ["items_published"])];

    private static readonly string[] Outcomes = ["granted", "partly_granted", "refused", "cannot_provide", "not_processed", "other_outcome"];

    public override IEnumerable<ReportFinding> Check(CheckedReport report) =>
        report.Stated.SelectMany(s => Listed(s.Place, s.Figures)).Concat(OfOutcomes(report));

    private IEnumerable<ReportFinding> Listed(string place, StatedFigures figures)
    {
        var shares = figures.List(Key).Where(s => s.Count is not null).ToList();
        foreach (var (list, totals) in Lists)
        {
            var parts = figures.List(list);
            foreach (var share in shares)
            {
                // A name that stands twice does not say which of the two its share belongs to; each may.
                var counts = parts.Where(p => p.Name == share.Name).Select(p => p.Count).ToList();
                var wholes = totals.Select(figures.Number).Append(figures.WholeList(list) is null ? null : ApplicationTable.Sum(parts.Select(p => p.Count)))
                    .OfType<decimal>().Where(w => w > 0).Distinct().ToList();
                if (counts.Count == 0 || wholes.Count == 0 || counts.Any(c => c is null || wholes.Any(w => Agrees(share.Count!.Value, c.Value, w))))
                    continue;
                yield return Wrong($"{place}.{Key}", share.Name, share.Count!.Value, counts[0]!.Value, wholes[0]);
            }

            if (figures.WholeList(list) is { } whole && figures.WholeList(Key) is { } full && full.Count == shares.Count
                && whole.All(p => shares.Any(s => s.Name == p.Name)))
            {
                foreach (var finding in Full($"{place}.{Key}", [.. shares.Where(s => whole.Any(p => p.Name == s.Name)).Select(s => s.Count!.Value)]))
                    yield return finding;
                yield break;
            }
        }
    }

    /// <summary>Shares of outcomes, of which the base is all of them.</summary>
    private IEnumerable<ReportFinding> OfOutcomes(CheckedReport report)
    {
        var (table, told) = (report.Applications, report.Document.Told);
        var whole = table.Total(table.TotalRow) ?? told.Number("answered");
        var shares = told.Keys.Where(k => k.StartsWith(Key + ".", StringComparison.Ordinal)).ToDictionary(k => k[(Key.Length + 1)..], k => told.Number(k)!.Value);
        foreach (var (key, share) in shares)
        {
            var part = key == "granted_and_partly" ? table.Total("granted") + table.Total("partly_granted") : table.RowOrGroup(key);
            if (whole is not > 0 || (part ?? told.Number(key)) is not { } count || !IsOutcome(report, key) || Agrees(share, count, whole.Value))
                continue;
            yield return Wrong($"narrative_figures.{Key}.{key}", key, share, count, whole.Value);
        }

        if (Outcomes.All(shares.ContainsKey))
        {
            foreach (var finding in Full($"narrative_figures.{Key}", [.. Outcomes.Select(o => shares[o])]))
                yield return finding;
        }
    }

    private static bool IsOutcome(CheckedReport report, string key) =>
        key == "granted_and_partly" || Outcomes.Contains(key)
        || report.Forms.Section3.Any(r => r.Key == key && r.Kind is ApplicationRowKind.Outcome or ApplicationRowKind.MergedOutcome);

    private IEnumerable<ReportFinding> Full(string where, IReadOnlyList<decimal> shares)
    {
        var (sum, slack) = (shares.Sum(), shares.Sum(HalfUnit));
        if (Math.Abs(sum - 100) > slack)
            yield return Finding(where, "100%", $"{Text(sum)}%", $"各项占比之和为{Text(sum)}%，超出四舍五入所能造成的差别。");
    }

    private static bool Agrees(decimal share, decimal part, decimal whole) => Math.Abs((share * whole) - (part * 100)) <= HalfUnit(share) * whole;

    private static decimal HalfUnit(decimal share) => new(5, 0, 0, false, (byte)Math.Min(share.Scale + 1, 28));

    private ReportFinding Wrong(string where, string name, decimal share, decimal part, decimal whole)
    {
        var right = Math.Round(part * 100 / whole, share.Scale, MidpointRounding.AwayFromZero);
        return Finding(where, $"{Text(right)}%", $"{Text(share)}%", $"“{name}”占比写作{Text(share)}%，按{Text(part)}/{Text(whole)}应为{Text(right)}%。");
    }
}
