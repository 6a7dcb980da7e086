using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// The data that rules are made of: catalogue, offices, working-day calendar. Read once at start from files that a township may change
/// without code; a broken file stops the start, with its line and reason. Notices that are loaded on the desk lie over the shipped calendar
/// from then on: ask for <see cref="Calendar"/> anew each time.
/// </summary>
public sealed class ReferenceData(DisclosureCatalogue catalogue, WorkingDayCalendar shipped)
{
    private volatile WorkingDayCalendar calendar = shipped;

    public DisclosureCatalogue Catalogue { get; } = catalogue;

    /// <summary>The calendar as the files have it.</summary>
    public WorkingDayCalendar Shipped { get; } = shipped;

    /// <summary>The calendar in use.</summary>
    public WorkingDayCalendar Calendar => calendar;

    internal void Use(WorkingDayCalendar present) => calendar = present;
}
