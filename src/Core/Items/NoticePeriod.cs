using System.Globalization;

namespace Lianxin.Core.Items;

/// <summary>
/// 公示期: how long a list of persons stays up. Only entries whose lists hold personal data have an end; a guide or a decision stays.
/// Source: the catalogue's column, <c>7wd</c> for working days and <c>30d</c> for calendar days; privacy-and-quality §5.
/// </summary>
public static class NoticePeriod
{
    /// <summary>Length of a notice period; false when the text is none.</summary>
    public static bool TryParse(string? text, out int days, out bool workingDays)
    {
        days = 0;
        workingDays = text?.EndsWith("wd", StringComparison.Ordinal) == true;
        var number = text is null ? "" : workingDays ? text[..^2] : text.EndsWith('d') ? text[..^1] : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days is > 0 and <= 365;
    }

    /// <summary>The last day of the notice when the item goes out today; null where it has no end.</summary>
    internal static DateOnly? EndsOn(Item item, CommandContext context)
    {
        var entry = context.Catalogue.Entry(item.Entry);
        if (item.NilReturn || entry is null || entry.PersonalData is "none" || !TryParse(entry.NoticePeriod, out var days, out var workingDays))
        {
            return null;
        }

        return workingDays ? context.Calendar.AddWorkingDays(context.Today, days) : context.Calendar.CountCalendarDays(context.Today, days).DueOn;
    }
}
