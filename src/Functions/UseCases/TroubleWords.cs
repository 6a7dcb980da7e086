namespace Lianxin.Functions.UseCases;

/// <summary>What messages ask for, in Chinese.</summary>
public static class TroubleWords
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["publish-item"] = "公开信息",
        ["render-page"] = "重写公开页面",
        ["refresh-lists"] = "更新列表、订阅和网站地图",
        [Reporting.RefreshReports] = "更新年度报告页面",
        ["refresh-year"] = "更新全年列表",
        ["refresh-cases"] = "更新“连心”登记页面",
        ["settle-clarifications"] = "更新澄清链接",
        ["tell-republished"] = "告知提意见的人已再次公开",
        ["run-import"] = "导入登记簿",
        ["run-quarter"] = "季度汇总公开",
        ["refresh-sheets"] = "重做季度公示单",
        ["open-case"] = "列入“连心”登记",
        ["send-notice"] = "发送通知",
        [Checks.RegisterCheck.MessageKind] = "核对登记簿",
    };

    /// <param name="kind">Null for a message that cannot be read.</param>
    public static string Of(string queue, string? kind) => (queue, kind) switch
    {
        (_, null) => "无法识别的消息",
        ("republication", "publish-item") => "修改后再次公开信息",
        _ => Kinds.GetValueOrDefault(kind, kind),
    };
}
