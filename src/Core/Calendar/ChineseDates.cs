using System.Globalization;

namespace Lianxin.Core.Calendar;

/// <summary>Dates as an official document writes them: Arabic digits, no zero padding (GB/T 9704—2012).</summary>
public static class ChineseDates
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary><c>2026年3月28日</c>.</summary>
    public static string Text(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary><c>3月28日</c>, with the year only where it is not <paramref name="year"/>.</summary>
    public static string Text(DateOnly day, int year) =>
        day.Year == year ? string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日") : Text(day);

    /// <summary><c>10月1日至7日</c>; one day alone stays one.</summary>
    public static string Range(DateOnly first, DateOnly last, int year)
    {
        if (first == last)
            return Text(first, year);
        return first.Year == last.Year && first.Month == last.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{Text(first, year)}至{last.Day}日")
            : $"{Text(first, year)}至{Text(last, first.Year == last.Year ? last.Year : year)}";
    }

    /// <summary><c>周一</c>.</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];
}
