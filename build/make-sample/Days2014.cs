using System.Globalization;

namespace Lianxin.MakeSample;

/// <summary>Working days of January to November 2014, after the State Council's notice on holidays of that year.</summary>
internal static class Days2014
{
    public static readonly DateOnly LastDay = new(2014, 11, 19);

    private static readonly HashSet<DateOnly> Off =
        Days("01-01 01-31 02-01 02-02 02-03 02-04 02-05 02-06 04-05 04-07 05-01 05-02 05-03 06-02 09-08 10-01 10-02 10-03 10-04 10-05 10-06 10-07");

    private static readonly HashSet<DateOnly> Worked = Days("01-26 02-08 05-04 09-28 10-11");

    public static bool IsWorking(DateOnly day) =>
        Worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Off.Contains(day));

    public static IReadOnlyList<DateOnly> Of(int month) =>
        [.. Enumerable.Range(1, DateTime.DaysInMonth(2014, month)).Select(d => new DateOnly(2014, month, d)).Where(d => IsWorking(d) && d <= LastDay)];

    /// <summary>The day after so many working days; never after the last day of the sample.</summary>
    public static DateOnly Plus(DateOnly day, int workingDays)
    {
        for (; workingDays > 0; workingDays--)
        {
            do
                day = day.AddDays(1);
            while (!IsWorking(day));
        }

        return day > LastDay ? LastDay : day;
    }

    private static HashSet<DateOnly> Days(string list) =>
        [.. list.Split(' ').Select(d => DateOnly.ParseExact("2014-" + d, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
}
