using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.Http;

/// <summary>Reads the filters of a list call; the desk's list asks the same way.</summary>
public static class ItemQueries
{
    public static Decision<ItemQuery> Read(IQueryCollection query, Actor actor, LianxinLimits limits)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(limits);
        string? Of(string name) => query.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.ToString().Trim() : null;

        ItemStatus? status = null;
        if (Of("status") is { } statusName)
        {
            if (!Names.TryRead<ItemStatus>(statusName, out var known))
            {
                return Refusal.Field("status", "没有这种状态。");
            }

            status = known;
        }

        if (Of("quarter") is { } quarter && !(Period.TryParse(quarter, out var period) && quarter.Contains('Q', StringComparison.Ordinal)))
        {
            return Refusal.Field("quarter", "季度无效，请按 2026-Q1 的格式填写。");
        }

        var top = limits.PageDefault;
        if (Of("top") is { } topText && !(int.TryParse(topText, NumberStyles.None, CultureInfo.InvariantCulture, out top) && top >= 1 && top <= limits.PageLargest))
        {
            return Refusal.Field("top", $"top 应为1到{limits.PageLargest}的整数。");
        }

        var office = Of("office");
        if (actor.Role == Role.Clerk)
        {
            if (office is not null && !string.Equals(office, actor.Office, StringComparison.Ordinal))
            {
                return new Refusal(RefusalKind.Forbidden, "not-own-office", "经办人只能查看本站所的信息。");
            }

            office = actor.Office;
        }

        if (actor.Role == Role.Member)
        {
            // The only ones that are for them; any other range would give empty pages.
            status = ItemStatus.PublishedToParty;
        }

        return Of("q") is { Length: > 100 }
            ? Refusal.Field("q", "搜索词不能超过100字。")
            : new ItemQuery(actor.Agency, status, office, Of("category"), Of("entry"), Of("quarter"), Of("q"), top, Of("continuation"));
    }
}
