using System.Globalization;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>Joins an item with the event that records its change.</summary>
internal static class ItemChanges
{
    public static ItemChange Record(
        Item item,
        string kind,
        ItemStatus? from,
        string reason,
        CommandContext context,
        IReadOnlyDictionary<string, string>? details = null,
        IReadOnlyList<OutboxMessage>? messages = null)
    {
        var e = EventChain.Next(item, kind, context.By, context.Now, context.RecordedAt, from, reason, details);
        return new ItemChange(item with { EventCount = e.Number, LastEventHash = e.Hash }, [e], messages ?? []);
    }
}

/// <summary>Numbers as text, the same in every culture.</summary>
internal static class Invariant
{
    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>The deadlines of a content under its entry.</summary>
internal static class Dates
{
    public static IReadOnlyList<Deadline> Of(CatalogueEntry entry, ItemContent content, CommandContext context) =>
        DueDates.For(entry, content.FormedOn, Period.TryParse(content.Period, out var period) ? period : null, context.Calendar);
}
