using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// The data that rules are made of: catalogue, offices, working-day calendar. Read once at start from files that a township may change
/// without code; a broken file stops the start, with its line and reason.
/// </summary>
public sealed record ReferenceData(DisclosureCatalogue Catalogue, WorkingDayCalendar Calendar);
