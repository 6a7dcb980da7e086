namespace Lianxin.Core.Reports;

/// <summary>
/// How far the feedback that was received in the period has come (S13), as it stands when the report is made. Counted by whoever keeps the
/// feedback; each is a part of the one before.
/// </summary>
public sealed record ReportFunnel(int Collected, int Screened, int Registered, int Done, int Confirmed)
{
    public static ReportFunnel None { get; } = new(0, 0, 0, 0, 0);

    internal IEnumerable<ReportNumber> Numbers =>
    [
        new(FigureKeys.FeedbackCollected, "收集群众反馈", Collected, "条"),
        new(FigureKeys.FeedbackScreened, "已梳理的群众反馈", Screened, "条"),
        new(FigureKeys.FeedbackRegistered, "列入“连心”登记", Registered, "条"),
        new(FigureKeys.FeedbackDone, "“连心”事项已办结", Done, "条"),
        new(FigureKeys.FeedbackConfirmed, "“连心”事项已销号", Confirmed, "条"),
    ];
}
