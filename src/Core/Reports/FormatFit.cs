using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports;

/// <summary>Whether a format speaks of forms, kinds, outcomes and figures that there are: files that name each other must agree.</summary>
public static class FormatFit
{
    /// <returns>One Chinese message per fault.</returns>
    public static IEnumerable<string> Problems(ReportFormat format, StatutoryForms? forms, RecordKinds? kinds)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (forms is null || kinds is null)
            return [];
        var keys = ReportFigures.From(format, 2000, [], [], null).Numbers.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. format.Form is { } form && forms.Form(form) is null ? [$"没有“{form}”这种法定格式。"] : Array.Empty<string>(),
            .. format.Records.Where(f => f.Kind is not null).SelectMany(f => Figure(f, kinds)),
            .. format.Parts.SelectMany(p => p.Bars).SelectMany(b => b.Figures).Where(f => !keys.Contains(f)).Select(f => $"图中的数字“{f}”不存在。"),
        ];
    }

    private static IEnumerable<string> Figure(RecordFigure figure, RecordKinds kinds)
    {
        if (kinds.Find(figure.Kind) is not { } kind)
        {
            yield return $"“{figure.Key}”所用的登记种类“{figure.Kind}”不存在。";
            yield break;
        }

        if (figure.Applicant is { } applicant && kind.Applicants.All(a => a.Key != applicant))
            yield return $"“{figure.Key}”的申请人类型“{applicant}”不存在。";
        foreach (var outcome in figure.Outcomes.Where(o => kind.Outcomes.All(k => k.Key != o)))
            yield return $"“{figure.Key}”的结果“{outcome}”不存在。";
        if (figure.Category is { } category && kind.Categories.All(c => c.Key != category))
            yield return $"“{figure.Key}”的类别“{category}”不存在。";
        if (figure.Per > 0 && kind.Amount is null)
            yield return $"“{figure.Key}”要合计金额，“{kind.Label}”没有金额。";
    }
}
