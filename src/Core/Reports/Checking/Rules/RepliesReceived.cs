namespace Lianxin.Core.Reports.Checking.Rules;

/// <summary>Old form, which knows no carry-over: as many replies as applications.</summary>
internal sealed class RepliesReceived() : ReportRule("replies-received", FindingSeverity.Warning)
{
    public override IEnumerable<ReportFinding> Check(CheckedReport report)
    {
        if (report.Document.Old.Number("applications.received") is { } received
            && report.Document.Old.Number("replies.total") is { } replied && received != replied)
        {
            yield return Finding("tables.old.replies.total", Text(received), Text(replied),
                $"收到申请{Text(received)}件，答复{Text(replied)}件，两者不等而没有说明。");
        }
    }
}
