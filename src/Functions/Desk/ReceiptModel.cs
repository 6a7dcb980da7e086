using Lianxin.Core;

namespace Lianxin.Functions.Desk;

public sealed record PageLink(string Href, string Text);

/// <summary>What a form post led to: the page that the browser is sent to afterwards.</summary>
/// <param name="Heading">What happened, for example 已提交申报.</param>
/// <param name="Next">What comes next, in one sentence.</param>
public sealed record ReceiptModel(string Heading, string? ItemId, string? IndexNumber, string Next, IReadOnlyList<PageLink> Links);

/// <summary>A post that was refused and has no form to go back to, or a page that may not be shown.</summary>
/// <param name="Status">HTTP status, shown small.</param>
public sealed record RefusalModel(int Status, Refusal Refusal, PageLink Back)
{
    public string Heading => Refusal.Kind switch
    {
        _ when Status == StatusCodes.Status503ServiceUnavailable => "暂时联系不上",
        _ when Status == StatusCodes.Status401Unauthorized || Refusal.Code is "sign-in-expired" or "no-account-for-identity" => "没有登录成功",
        RefusalKind.Invalid => "填写有误",
        RefusalKind.Forbidden => "没有权限",
        RefusalKind.Unknown => "没有找到",
        RefusalKind.IllegalStep => "现在不能进行这一步",
        RefusalKind.Gone => "该信息已撤下",
        RefusalKind.Stale => "内容已被他人更新",
        RefusalKind.TooLarge => "超过允许的大小",
        RefusalKind.Mismatch => "重复提交的内容不一致",
        _ => "没有办成",
    };
}

/// <summary>The list of errors at the head of a form.</summary>
/// <param name="Places">Ids of fields by their names; an error without a place is told without a link.</param>
public sealed record ErrorSummaryModel(Refusal Refusal, IReadOnlyDictionary<string, string> Places)
{
    public string? PlaceOf(string field) => Places.GetValueOrDefault(field);
}
