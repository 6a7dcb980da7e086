using System.Globalization;

namespace Lianxin.Documents.Pages;

/// <summary>How dates and instants are written for people: China Standard Time (UTC+8), digits, ISO order.</summary>
public static class ChinaText
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The business date of an instant.</summary>
    public static DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static string Day(DateTimeOffset instant) => Day(Date(instant));

    public static string Minute(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 with offset, for machines.</summary>
    public static string Machine(DateTimeOffset instant) => instant.ToOffset(Offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
