using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.Http;

/// <summary>Which pieces a list shows.</summary>
/// <param name="Office">Only this office's: a clerk sees no other's.</param>
public sealed record FeedbackQuery(FeedbackState? State, string? Item, string? Office, int Top, string? Continuation)
{
    public static Decision<FeedbackQuery> Read(IQueryCollection query, Actor actor, LianxinLimits limits)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(actor);
        FeedbackState? state = null;
        if (ListQueries.Of(query, "status") is { } name)
        {
            if (!Names.TryRead<FeedbackState>(name, out var known))
            {
                return Refusal.Field("status", "没有这种状态。");
            }

            state = known;
        }

        return ListQueries.Top(query, limits) is { } top
            ? new FeedbackQuery(
                state, ListQueries.Of(query, "item"), actor.Role == Role.Clerk ? actor.Office : null, top, ListQueries.Of(query, "continuation"))
            : ListQueries.WrongTop(limits);
    }
}

/// <summary>Which cases a list shows.</summary>
public sealed record CaseQuery(CaseStatus? Status, Period? Month, int Top, string? Continuation)
{
    public static Decision<CaseQuery> Read(IQueryCollection query, LianxinLimits limits)
    {
        ArgumentNullException.ThrowIfNull(query);
        CaseStatus? status = null;
        if (ListQueries.Of(query, "status") is { } name)
        {
            if (!Names.TryRead<CaseStatus>(name, out var known))
            {
                return Refusal.Field("status", "没有这种状态。");
            }

            status = known;
        }

        Period? month = null;
        if (ListQueries.Of(query, "month") is { } text)
        {
            if (!Period.TryParse(text, out var read) || read.Kind != PeriodKind.Month)
            {
                return Refusal.Field("month", "月份无效，请按 2026-03 的格式填写。");
            }

            month = read;
        }

        return ListQueries.Top(query, limits) is { } top
            ? new CaseQuery(status, month, top, ListQueries.Of(query, "continuation"))
            : ListQueries.WrongTop(limits);
    }
}

/// <summary>What the filters of all lists have in common.</summary>
internal static class ListQueries
{
    public static string? Of(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var text) && !string.IsNullOrWhiteSpace(text) ? text.ToString().Trim() : null;

    /// <summary>Null when it is out of bounds.</summary>
    public static int? Top(IQueryCollection query, LianxinLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return Of(query, "top") is not { } text ? limits.PageDefault
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) && top >= 1 && top <= limits.PageLargest ? top
            : null;
    }

    public static Refusal WrongTop(LianxinLimits limits) => Refusal.Field("top", $"top 应为1到{limits.PageLargest}的整数。");

    public static DateOnly? Day(IQueryCollection query, string name) =>
        Of(query, name) is { } text && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
