using System.Globalization;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Desk;

/// <summary>What a person is told after a step: what happened, and what comes next.</summary>
internal static class Receipts
{
    public static (string Heading, string Next) Of(string did, Item item) => (Heading(did, item), Next(item));

    private static string Heading(string did, Item item) => did switch
    {
        "drafted" => "草稿已保存",
        "submitted" or "submission" => "已提交申报",
        "change" => item.Status == ItemStatus.Submitted ? "已修改并提交申报" : "修改已保存",
        "review" => item.Status == ItemStatus.Returned ? "已退回" : "审核已完成",
        "opinion" => "意见已记录",
        "approval" => item.Status == ItemStatus.Rejected ? "已决定不予批准" : "已批准",
        "revision" => "修改稿已提交申报",
        "masking" => "已制作公开副本，原件已封存",
        "privacy-override" => "例外已记录",
        "withdrawal" => "已撤下",
        _ => "已办理",
    };

    private static string Next(Item item) => item.Status switch
    {
        ItemStatus.Draft => "草稿还没有申报；补齐后请提交申报。",
        ItemStatus.Submitted => "等待审核人审核。",
        ItemStatus.Returned => "请经办人按审核意见修改后重新申报。",
        ItemStatus.Reviewed => $"正在征求领导小组意见，截止{Day(item.Consultation?.EndsOn)}；意见统一后由组长批准。",
        ItemStatus.Approved when item.Audience is Audience.PartyOnly or Audience.PartyFirst => "将先在党内公开。",
        ItemStatus.Approved => $"将于{Day(item.PublishOn)}公开。",
        ItemStatus.PublishedToParty => "已在党内公开。",
        ItemStatus.Published => "已对外公开。",
        ItemStatus.Withdrawn => "公开页面将换成撤下说明。",
        ItemStatus.Rejected => "该信息不再公开，理由已记录。",
        _ => "请在工作清单中查看。",
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "规定日期";
}
