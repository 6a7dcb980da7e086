namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>
/// Old form: replies = granted + partly granted + refused + other. A report that counts further kinds of replies beside these four can
/// only be told to have too few.
/// </summary>
internal sealed class RepliesSum() : ReportRule("replies-sum", FindingSeverity.Error)
{
    public static readonly IReadOnlyList<string> Parts = ["replies.granted", "replies.partly_granted", "replies.refused", "replies.other"];

    private const string Prefix = "replies.";

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        foreach (var (place, figures) in report.Stated)
        {
            if (figures.Number("replies.total") is not { } total)
                continue;
            var known = Parts.Select(figures.Number).OfType<decimal>().ToList();
            var isWhole = known.Count == Parts.Count
                && figures.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).All(k => k == "replies.total" || Parts.Contains(k));
            var sum = known.Sum();
            if (isWhole ? sum == total : sum <= total)
                continue;
            yield return Finding($"{place}.replies.total", Text(sum), Text(total), $"答复总数为{Text(total)}，而各种答复之和为{Text(sum)}。");
        }
    }
}
