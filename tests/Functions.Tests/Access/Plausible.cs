using System.Text.Json;
using Lianxin.Functions.Tests.Http;

namespace Lianxin.Functions.Tests.Access;

/// <summary>Bodies that would be taken, so that a refusal says something about the address and not about the body.</summary>
internal static class Plausible
{
    public static JsonElement For(Route route)
    {
        object body = route.Template[(route.Template.LastIndexOf('/') + 1)..] switch
        {
            "review" => OpenTownHall.Acceptance,
            "opinions" => new { opinion = "agree", comment = "同意" },
            "approval" => new { decision = "approve" },
            "revision" => new { title = "改后的标题", changeNote = "更正标题" },
            "withdrawal" or "waiver" or "dismissal" => new { reason = "数字有误" },
            "privacy-override" => new { reason = "依法应当公开", article = "政府信息公开条例第十五条" },
            "order" => new { text = "请按期公开", dueOn = "2026-03-20" },
            "feedback" => new { kind = "opinion", text = "一条意见" },
            "screening" => new { decision = "answer", reply = "谢谢" },
            "progress" => new { text = "已派人查看" },
            "resolution" => new { outcome = "done", answer = "已经修好" },
            "confirmation" => new { result = "confirmed" },
            "reopening" => new { reason = "又坏了", receiptCode = "26AA-AAAA-AAAA-AAAA" },
            "handover" => new { address = "https://county.example/xxgk/1.html", handedOverOn = "2026-03-02" },
            "password" => new { temporaryPassword = "示例临时密码-2026-abc" },
            "identity" => new { provider = "nobody", identity = "somebody" },
            "{account}" => new { name = "示例经办人", role = "clerk", office = "dangzheng" },
            "{id}" => OpenTownHall.News("改后的标题"),
            _ => new { },
        };
        return JsonSerializer.SerializeToElement(body);
    }
}
