using System.Globalization;
using Lianxin.Core.Items;

namespace Lianxin.Storage.Register.Lists;

/// <summary>The filters of a list that no range answers, applied to its projected rows.</summary>
internal static class ItemFilter
{
    public static bool Matches(ItemQuery query, ItemRow row) =>
        (query.Status is null || row.Status == query.Status) &&
        (query.Office is null || string.Equals(row.Office, query.Office, StringComparison.Ordinal)) &&
        (query.Category is null || string.Equals(row.Category, query.Category, StringComparison.Ordinal)) &&
        (query.Entry is null || string.Equals(row.Entry, query.Entry, StringComparison.Ordinal)) &&
        (query.Quarter is null || string.Equals(QuarterOf(row), query.Quarter, StringComparison.Ordinal)) &&
        (string.IsNullOrEmpty(query.Text) ||
            row.Title.Contains(query.Text, StringComparison.OrdinalIgnoreCase) ||
            row.IndexNumber.Contains(query.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the range alone decides, so that every row that is read is wanted.</summary>
    public static bool IsIdle(ItemQuery query) =>
        query is { Category: null, Entry: null, Quarter: null, Text: null or "" } && (query.Office is not null || query.Status is null);

    /// <summary>The quarter (<c>2026-Q1</c>) in which the item's period ends, or in which it was formed where it has none.</summary>
    internal static string QuarterOf(ItemRow row) => row.Period switch
    {
        null or "" => Quarter(row.FormedOn.Year, row.FormedOn.Month),
        { Length: 4 } year => year + "-Q4",
        { Length: 7 } quarter when quarter[5] == 'Q' => quarter,
        { Length: 7 } month when int.TryParse(month.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int y) &&
            int.TryParse(month.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int m) => Quarter(y, m),
        _ => row.Period,
    };

    private static string Quarter(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-Q{(month + 2) / 3}");
}
