namespace Lianxin.Core.Reports.Checks;

/// <summary>A report that sends its reader to an attachment which it does not have (D14). Our reports carry none: tables stand in the text.</summary>
internal static class AttachmentCheck
{
    /// <summary>Words that announce one; the bare word 附件 may speak of any.</summary>
    private static readonly string[] Announcing = ["附件下载", "见附件", "详见附表", "附件：", "附件:", "附件1", "附件2", "附件一", "附件二"];

    public static IEnumerable<ReportFinding> Run(ReportNarrative? narrative) =>
        from section in (narrative?.Sections ?? new Dictionary<string, string>()).OrderBy(s => s.Key, StringComparer.Ordinal)
        let words = Announcing.FirstOrDefault(w => section.Value.Contains(w, StringComparison.Ordinal))
        where words is not null
        select new ReportFinding(ReportRules.AttachmentMissing, FindingSeverity.Warning, section.Key, "有附件，或不提附件", $"“{words}”",
            $"文字写有“{words}”，报告没有附件（{section.Key}）。");
}
