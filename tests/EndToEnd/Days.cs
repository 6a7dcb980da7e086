using System.Globalization;

namespace Lianxin.EndToEnd;

/// <summary>Business dates near today, so that the tests hold in any year.</summary>
internal static class Days
{
    public static DateOnly Today { get; } = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    public static int Year => Today.Year;

    public static string Yesterday => Today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The quarter before this one.</summary>
    public static string LastQuarter => Today.AddMonths(-3) is var then ? $"{then.Year}-Q{((then.Month - 1) / 3) + 1}" : "";
}
