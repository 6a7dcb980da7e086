using System.Globalization;

namespace Lianxin.Core.Calendar;

/// <summary>
/// The holidays for all citizens by 《全国年节及纪念日放假办法》 Art. 2, for years whose notice is not loaded: 11 days until 2024,
/// 13 since 2025-01-01 (New Year's Eve by the lunar calendar and May 2 were added). Days exchanged with weekends (调休) cannot
/// be foreseen and are not guessed, so a provisional deadline tends to be early, never late by much.
/// </summary>
internal static class StatutoryHolidays
{
    private const int ThirteenDaysSince = 2025;
    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>Name of the holiday on that day, or null.</summary>
    public static string? NameOn(DateOnly day) => SolarNameOn(day) ?? LunarNameOn(day);

    private static string? SolarNameOn(DateOnly day) => (day.Month, day.Day) switch
    {
        (1, 1) => "元旦",
        (4, 4 or 5) when day.Day == QingmingDay(day.Year) => "清明节",
        (5, 1) => "劳动节",
        (5, 2) when day.Year >= ThirteenDaysSince => "劳动节",
        (10, >= 1 and <= 3) => "国庆节",
        _ => null,
    };

    /// <summary>Day of April on which 清明 falls; the usual formula of the solar term, right for 2000 to 2099.</summary>
    private static int QingmingDay(int year)
    {
        var y = year % 100;
        return (int)((y * 0.2422) + 4.81) - (y / 4);
    }

    private static string? LunarNameOn(DateOnly day)
    {
        var time = day.ToDateTime(TimeOnly.MinValue);
        if (time < Lunar.MinSupportedDateTime || time.AddDays(1) > Lunar.MaxSupportedDateTime)
            return null;
        var (month, dayOfMonth) = LunarDate(time);
        if (day.Year >= ThirteenDaysSince && LunarDate(time.AddDays(1)) == (1, 1))
            return "春节";
        return (month, dayOfMonth) switch
        {
            (1, <= 3) => "春节",
            (5, 5) => "端午节",
            (8, 15) => "中秋节",
            _ => null,
        };
    }

    /// <summary>Month 0 stands for a leap month, in which no holiday is kept.</summary>
    private static (int Month, int Day) LunarDate(DateTime time)
    {
        var month = Lunar.GetMonth(time);
        var leap = Lunar.GetLeapMonth(Lunar.GetYear(time));
        var day = Lunar.GetDayOfMonth(time);
        if (leap == 0 || month < leap)
            return (month, day);
        return (month == leap ? 0 : month - 1, day);
    }
}
