using System.Globalization;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>
/// When an approved item goes out (api.md, <c>publishOn</c>): entries that are due at once or within 20 working days go out at once;
/// periodic ones on the day after their period, or on their own legal deadline, whichever is earlier. A named day may not be later than the law's.
/// </summary>
public static class PublicationDay
{
    /// <summary>The item with its day of publication, or the refusal of a day that is too late.</summary>
    internal static Decision<Item> Schedule(Item item, string? publishOn, string? partyUntil, CommandContext context)
    {
        var usual = Usual(item, context.Today, context.Catalogue.Entry(item.Entry)?.IsPeriodic == true);
        var day = usual;
        if (ItemChecks.NullIfBlank(publishOn) is { } text)
        {
            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            {
                return Refusal.Field("publishOn", "公开日期无效，请按 2026-03-28 的格式填写。");
            }

            var latest = Latest(item, usual);
            if (day > latest)
            {
                return Refusal.Field("publishOn", $"公开日期不能晚于{Invariant.Of(latest)}。", "publish-on-too-late");
            }
        }

        switch (item.Audience)
        {
            case Audience.PartyOnly:
                return item with { PublishOn = Later(day, context.Today), PartyUntil = null };
            case Audience.PartyFirst:
                var until = Later(context.Calendar.AddWorkingDays(context.Today, context.Procedure.PartyStageWorkingDays), context.Today);
                // A periodic item waits for the end of its period in the Party, where the public would not see it earlier either.
                if (until < day.AddDays(-1))
                {
                    until = day.AddDays(-1);
                }

                if (item.DueOn is { } due && due > context.Today && until >= due)
                {
                    until = due.AddDays(-1);
                }

                if (ItemChecks.NullIfBlank(partyUntil) is { } named)
                {
                    if (!DateOnly.TryParseExact(named, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out until))
                    {
                        return Refusal.Field("partyUntil", "党内公开截止日期无效，请按 2026-03-28 的格式填写。");
                    }

                    if (until < context.Today || (item.DueOn is { } limit && limit > context.Today && until >= limit))
                    {
                        return Refusal.Field("partyUntil", "党内公开截止日期不能早于今天，也不能使对外公开超过法定时限。");
                    }
                }

                return item with { PublishOn = context.Today, PartyUntil = until };
            default:
                return item with { PublishOn = Later(day, context.Today), PartyUntil = null };
        }
    }

    /// <summary>Goes to the queue in the same transaction when the day has come; otherwise the sweep sends it on its day.</summary>
    internal static IReadOnlyList<OutboxMessage> Messages(Item item, CommandContext context) =>
        item.PublishOn <= context.Today ? [Publish(item)] : [];

    /// <summary>The message that makes the queue function publish this version.</summary>
    public static OutboxMessage Publish(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new OutboxMessage(item.Releases.Count == 0 ? "publication" : "republication", "publish-item", item.Id, item.Version);
    }

    private static DateOnly Usual(Item item, DateOnly today, bool periodic)
    {
        if (!periodic || !Period.TryParse(item.Content.Period ?? "", out var period))
        {
            return today;
        }

        var run = period.Last.AddDays(1);
        return item.DueOn is { } due && due < run ? due : run;
    }

    private static DateOnly Latest(Item item, DateOnly usual) => item.DueOn is { } due && due > usual ? due : usual;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
