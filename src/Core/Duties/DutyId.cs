using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Lianxin.Core.Duties;

/// <summary>
/// A duty's id: <c>{agency}-{period}.{entry}.{office}</c> for a period, <c>{agency}-{quarter}.{entry}.{office}.{item}</c> for an event.
/// It is made of what the duty is, so that the same duty has the same id whenever it is computed.
/// </summary>
/// <param name="Period">Month, quarter or year; for an event the quarter in which it happened.</param>
/// <param name="Item">The item whose forming is the event; null for a period.</param>
public sealed partial record DutyId(string Agency, string Period, string Entry, string Office, string? Item)
{
    public override string ToString() =>
        Item is null ? $"{Agency}-{Period}.{Entry}.{Office}" : $"{Agency}-{Period}.{Entry}.{Office}.{Item}";

    /// <summary>The quarter in which the duty is listed.</summary>
    public Calendar.Period Quarter => Calendar.Period.TryParse(Period, out var period) ? period.Quarter : default;

    /// <summary>False for anything that is no id; ids come from addresses.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DutyId? id)
    {
        id = null;
        if (text is null || text.Length > 300 || Form().Match(text) is not { Success: true } match || !Calendar.Period.TryParse(match.Groups["period"].Value, out _))
        {
            return false;
        }

        id = new DutyId(
            match.Groups["agency"].Value,
            match.Groups["period"].Value,
            match.Groups["entry"].Value,
            match.Groups["office"].Value,
            match.Groups["item"] is { Success: true } item ? item.Value : null);
        return true;
    }

    [GeneratedRegex(@"^(?<agency>[A-Za-z0-9_-]+?)-(?<period>\d{4}(-Q[1-4]|-\d{2})?)\.(?<entry>\d{2}-\d{2})\.(?<office>[A-Za-z0-9_-]+)(\.(?<item>[A-Za-z0-9_-]+))?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
