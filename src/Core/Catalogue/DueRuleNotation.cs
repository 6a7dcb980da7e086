using System.Globalization;

namespace Lianxin.Core.Catalogue;

/// <summary>
/// How due rules are written in the catalogue file: rules separated by <c>;</c>, each a rule and its source separated by <c>|</c>.
/// <list type="bullet">
/// <item><c>formed+20wd</c>: working days from the day the information was formed; <c>d</c> for calendar days; <c>formed+0d</c> is the same day.</item>
/// <item><c>formed(批准之日)+20d</c>: the same, saying what forming means here.</item>
/// <item><c>period_end+20d</c>: from the last day of the item's period.</item>
/// <item><c>fixed:01-31</c>: that day of the year after the period.</item>
/// </list>
/// </summary>
public static class DueRuleNotation
{
    private const int LongestLimit = 366;

    /// <summary>A year without February 29, so that a fixed day exists in every year.</summary>
    private const int PlainYear = 2001;

    /// <summary>Reads one rule with its source; null with the reason in Chinese when it cannot be read.</summary>
    public static DueRule? Parse(string text, out string reason)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        var source = bar < 0 ? "" : text[(bar + 1)..].Trim();
        if (source.Length == 0)
        {
            reason = $"期限“{text}”没有写明依据（用 | 隔开）";
            return null;
        }

        var rule = text[..bar].Trim();
        reason = $"期限“{rule}”无法识别，应如 formed+20wd、formed(批准之日)+20d、period_end+20d、fixed:01-31";
        if (TryFixed(rule, out var month, out var day))
            return new DueRule(DueBase.FixedDay, 0, false, month, day, source);
        var plus = rule.LastIndexOf('+');
        if (plus < 0 || !TryBase(rule[..plus], out var from, out var startEvent) || !TryLength(rule[(plus + 1)..], out var days, out var working))
            return null;
        return new DueRule(from, days, working, 0, 0, source) { StartEvent = startEvent };
    }

    /// <summary>The rule as the file writes it, source included.</summary>
    public static string Write(DueRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var culture = CultureInfo.InvariantCulture;
        var text = rule.Base switch
        {
            DueBase.FixedDay => string.Create(culture, $"fixed:{rule.FixedMonth:00}-{rule.FixedDay:00}"),
            DueBase.PeriodEnd => string.Create(culture, $"period_end+{rule.Days}{Unit(rule)}"),
            _ => string.Create(culture, $"formed{(rule.StartEvent is null ? "" : $"({rule.StartEvent})")}+{rule.Days}{Unit(rule)}"),
        };
        return $"{text}|{rule.Source}";
    }

    private static string Unit(DueRule rule) => rule.WorkingDays ? "wd" : "d";

    private static bool TryFixed(string rule, out int month, out int day)
    {
        month = day = 0;
        if (!rule.StartsWith("fixed:", StringComparison.Ordinal)
            || !DateOnly.TryParseExact($"{PlainYear}-{rule[6..]}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return false;
        (month, day) = (date.Month, date.Day);
        return true;
    }

    private static bool TryBase(string text, out DueBase from, out string? startEvent)
    {
        startEvent = null;
        from = string.Equals(text, "period_end", StringComparison.Ordinal) ? DueBase.PeriodEnd : DueBase.Formed;
        if (from == DueBase.PeriodEnd || string.Equals(text, "formed", StringComparison.Ordinal))
            return true;
        if (!text.StartsWith("formed(", StringComparison.Ordinal) || !text.EndsWith(')') || text.Length < 9)
            return false;
        startEvent = text[7..^1];
        return !startEvent.AsSpan().ContainsAny('(', ')');
    }

    private static bool TryLength(string text, out int days, out bool working)
    {
        working = text.EndsWith("wd", StringComparison.Ordinal);
        days = 0;
        return text.EndsWith('d')
            && int.TryParse(text[..^(working ? 2 : 1)], NumberStyles.None, CultureInfo.InvariantCulture, out days)
            && days <= LongestLimit;
    }
}
