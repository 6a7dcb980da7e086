namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>Old form, which knows no carry-over: as many replies as applications.</summary>
internal sealed class RepliesReceived() : ReportRule("replies-received", FindingSeverity.Warning)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        var old = report.Document.Old;
        var replies = old.Number("replies.total") ?? ApplicationTable.Sum(RepliesSum.Parts.Select(old.Number));
        if (old.Number("applications.received") is { } received && replies is { } replied && received != replied)
        {
            yield return Finding("tables.old.replies.total", Text(received), Text(replied),
                $"收到申请{Text(received)}件，答复{Text(replied)}件，两者不等而没有说明。");
        }
    }
}
