namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>A statutory form is used for a year for which a later one had replaced it.</summary>
internal sealed class ObsoleteForm() : ReportRule("obsolete-form", FindingSeverity.Warning)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var year = report.Document.Year;
        if (report.Forms.Form(report.Document.Form) is not { LastYear: { } last } used || year <= last)
            yield break;
        var right = report.Forms.Forms.LastOrDefault(f => f.FirstYear <= year);
        yield return Finding("format", right?.Name ?? "", used.Name,
            $"{year}年度报告用了{used.Basis}的格式，该格式只用到{last}年度{(right is null ? "" : $"，应改用{right.Basis}的格式")}。");
    }
}
