using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Notices;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Http;

/// <summary>Reads the filters of the list of notices; the desk's page asks the same way.</summary>
public static class DeliveryQueries
{
    public static Decision<DeliveryQuery> Read(IQueryCollection query, Actor actor, LianxinLimits limits)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(limits);
        string? Of(string name) => query.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.ToString().Trim() : null;

        DeliveryState? state = null;
        if (Of("state") is { } name)
        {
            if (!Names.TryRead<DeliveryState>(name, out var known))
                return Refusal.Field("state", "没有这种状态。");
            state = known;
        }

        var top = limits.PageDefault;
        if (Of("top") is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out top) && top >= 1 && top <= limits.PageLargest))
            return Refusal.Field("top", $"top 应为1到{limits.PageLargest}的整数。");
        return Of("person") is { Length: > 100 }
            ? Refusal.Field("person", "人员代码不能超过100字。")
            : new DeliveryQuery(actor.Agency, state, Of("person"), OnlyOffice(actor), top, Of("continuation"));
    }

    /// <summary>A clerk sees the notices about the own office only; all other staff see every one.</summary>
    public static string? OnlyOffice(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role == Role.Clerk ? actor.Office : null;
    }
}
