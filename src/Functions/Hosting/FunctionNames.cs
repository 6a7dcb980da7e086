namespace Lianxin.Functions.Hosting;

/// <summary>Names of the functions that have a handler of their own; the list itself is <see cref="FunctionApp.Lianxin"/>.</summary>
public static class FunctionNames
{
    public const string OutboxSweep = "OutboxSweep";
    public const string PublicationSweep = "PublicationSweep";
    public const string DutySweep = "DutySweep";
    public const string FeedbackSweep = "FeedbackSweep";
    public const string AnnualReport = "AnnualReport";
    public const string PrivacySweep = "PrivacySweep";
    public const string NoticeSweep = "NoticeSweep";
    public const string HandoverSweep = "HandoverSweep";
    public const string AnchorSweep = "AnchorSweep";
    public const string PublishItem = "PublishItem";
    public const string RepublishItem = "RepublishItem";
    public const string RunWork = "RunWork";
    public const string SendNotice = "SendNotice";
}
