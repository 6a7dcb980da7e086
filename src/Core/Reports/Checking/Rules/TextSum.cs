namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>Inner sums of the text: parts and whole, both as the text states them.</summary>
internal sealed class TextSum() : ReportRule("text-sum", FindingSeverity.Error)
{
    private static readonly (string Total, string List, string What)[] Lists =
    [
        ("consultations", "consultation_parts", "各类咨询"),
        ("new_media", "new_media_parts", "各新媒体"),
        ("finance_items", "finance_categories", "各类财政信息"),
        ("applications_received", "channels_applications", "各渠道收到的申请"),
        ("applications_received", "applications_by_form", "各种形式的申请"),
        ("applications.received", "applications.by_form", "各种形式的申请"),
        ("review_total", "review", "行政复议各种结果"),
        ("litigation_total", "litigation", "行政诉讼各种结果"),
        ("fee_collected_yuan", "fee_breakdown", "各笔收费"),
    ];

    private static readonly (string Total, string[] Parts)[] Sums =
    [
        ("granted_and_partly", ["granted", "partly_granted"]),
        ("received_incl_carried", ["new_received", "carried_over"]),
        ("review_and_litigation_total", ["review_total", "litigation_total"]),
        ("answered", ["granted", "partly_granted", "refused", "cannot_provide", "not_processed", "other_outcome"]),
    ];

    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        foreach (var (place, figures) in report.Stated)
        {
            foreach (var (total, list, what) in Lists)
            {
                if (figures.Number(total) is { } stated && figures.WholeList(list) is { } parts
                    && ApplicationTable.Sum(parts.Select(p => p.Count)) is { } sum && sum != stated)
                    yield return Wrong($"{place}.{list}", what, stated, sum);
            }

            if (figures.Number("fee_cases") is { } cases && figures.WholeList("fee_breakdown") is { } fees
                && ApplicationTable.Sum(fees.Select(f => f.First)) is { } all && all != cases)
                yield return Wrong($"{place}.fee_breakdown", "各笔收费的件数", cases, all);

            // Where the tables know the total, the text is compared with them and needs no second finding.
            foreach (var (total, parts) in Sums.Where(s => TextFigures.Lawful(report, s.Total).Count == 0))
            {
                if (figures.Number(total) is { } stated && ApplicationTable.Sum(parts.Select(figures.Number)) is { } sum && sum != stated)
                    yield return Wrong($"{place}.{total}", "所列各项", stated, sum);
            }
        }
    }

    private ReportFinding Wrong(string where, string what, decimal stated, decimal sum) =>
        Finding(where, Text(stated), Text(sum), $"文字所说的总数为{Text(stated)}，而{what}之和为{Text(sum)}。");
}
