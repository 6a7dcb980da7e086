using System.Globalization;
using Lianxin.Core.Jobs;

namespace Lianxin.Functions.Desk;

/// <param name="ResultHref">Where the result can be read once the work is done.</param>
public sealed record JobModel(Job Job, string? ResultHref = null)
{
    private const int RefreshSeconds = 2;

    public bool IsRunning => Job.State is JobState.Waiting or JobState.Running;

    /// <summary>A page of running work loads itself again; a finished one stays.</summary>
    public int? Refresh => IsRunning ? RefreshSeconds : null;

    public string Title => Job.Kind switch
    {
        "import" => "导入登记簿",
        "report-build" => "生成年度报告",
        _ => Job.Kind,
    };

    public string State => Job.State switch
    {
        JobState.Waiting => "排队中",
        JobState.Running => "进行中",
        JobState.Done => "已完成",
        JobState.Failed => "未完成",
        _ => Job.State.ToString(),
    };

    public string Progress => string.Create(CultureInfo.InvariantCulture, $"{Job.Done} / {Job.Total}");
}
