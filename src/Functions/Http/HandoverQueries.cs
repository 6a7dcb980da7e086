using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Handovers;
using Lianxin.Core.Ledgers;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Handovers;

namespace Lianxin.Functions.Http;

/// <summary>Reads the filters of the list of handovers; the desk's page asks the same way.</summary>
public static class HandoverQueries
{
    public static Decision<HandoverQuery> Read(IQueryCollection query, LianxinLimits limits)
    {
        ArgumentNullException.ThrowIfNull(query);
        HandoverStatus? status = null;
        if (ListQueries.Of(query, "status") is { } name)
        {
            if (!Names.TryRead<HandoverStatus>(name, out var known))
            {
                return Refusal.Field("status", "没有这种状态。");
            }

            status = known;
        }

        int? year = null;
        if (ListQueries.Of(query, "year") is { } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) || read is < 1 or > 9999)
            {
                return Refusal.Field("year", "年份无效。");
            }

            year = read;
        }

        var after = ListQueries.Of(query, "continuation");
        return ListQueries.Top(query, limits) is not { } top ? ListQueries.WrongTop(limits)
            : after is not null && LedgerId.TryParse(after) is null ? Refusal.Field("continuation", "翻页标记无效，请从第一页开始。")
            : new HandoverQuery(status, year, top, after);
    }
}
