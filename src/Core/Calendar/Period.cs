using System.Globalization;

namespace Lianxin.Core.Calendar;

public enum PeriodKind
{
    Month,
    Quarter,
    Year,
}

/// <summary>
/// A month, quarter or year for which something is published: <c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>. Made by the factories
/// or by <see cref="TryParse"/>; the default value is no period.
/// </summary>
public readonly record struct Period
{
    private const int FirstWrittenYear = 1900;
    private const int LastWrittenYear = 2999;

    private Period(PeriodKind kind, int year, int number)
    {
        Kind = kind;
        Year = year;
        Number = number;
    }

    public PeriodKind Kind { get; }

    public int Year { get; }

    /// <summary>Month 1–12, quarter 1–4; 1 for a year.</summary>
    public int Number { get; }

    public DateOnly First => new(Year, Kind switch
    {
        PeriodKind.Month => Number,
        PeriodKind.Quarter => (Number * 3) - 2,
        _ => 1,
    }, 1);

    public DateOnly Last
    {
        get
        {
            var month = Kind switch
            {
                PeriodKind.Month => Number,
                PeriodKind.Quarter => Number * 3,
                _ => 12,
            };
            return new DateOnly(Year, month, DateTime.DaysInMonth(Year, month));
        }
    }

    /// <summary>The quarter in which it ends: a month's own, a quarter itself, the fourth of a year.</summary>
    public Period Quarter => QuarterOf(Last);

    public Period Next => Containing(Kind, Last.AddDays(1));

    public Period Previous => Containing(Kind, First.AddDays(-1));

    public static Period OfYear(int year) => new(PeriodKind.Year, InRange(year, DateOnly.MinValue.Year, DateOnly.MaxValue.Year, nameof(year)), 1);

    public static Period OfQuarter(int year, int quarter) =>
        new(PeriodKind.Quarter, InRange(year, DateOnly.MinValue.Year, DateOnly.MaxValue.Year, nameof(year)), InRange(quarter, 1, 4, nameof(quarter)));

    public static Period OfMonth(int year, int month) =>
        new(PeriodKind.Month, InRange(year, DateOnly.MinValue.Year, DateOnly.MaxValue.Year, nameof(year)), InRange(month, 1, 12, nameof(month)));

    public static Period QuarterOf(DateOnly day) => Containing(PeriodKind.Quarter, day);

    /// <summary>The month, quarter or year in which a day lies.</summary>
    public static Period Containing(PeriodKind kind, DateOnly day) => kind switch
    {
        PeriodKind.Month => OfMonth(day.Year, day.Month),
        PeriodKind.Quarter => OfQuarter(day.Year, (day.Month + 2) / 3),
        _ => OfYear(day.Year),
    };

    /// <summary>Reads exactly the three forms above, years 1900 to 2999; false for anything else, null included.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length is not (4 or 7) || !TryDigits(text.AsSpan(0, 4), out var year) || year is < FirstWrittenYear or > LastWrittenYear)
            return false;
        if (text.Length == 4)
        {
            period = OfYear(year);
            return true;
        }

        if (text[4] != '-')
            return false;
        if (text[5] == 'Q' && text[6] is >= '1' and <= '4')
        {
            period = OfQuarter(year, text[6] - '0');
            return true;
        }

        if (!TryDigits(text.AsSpan(5, 2), out var month) || month is < 1 or > 12)
            return false;
        period = OfMonth(year, month);
        return true;
    }

    public bool Contains(DateOnly day) => day >= First && day <= Last;

    public override string ToString() => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
    };

    /// <summary><c>2026年3月</c>, <c>2026年第1季度</c>, <c>2026年度</c>.</summary>
    public string ToChinese() => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}年{Number}月"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}年第{Number}季度"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}年度"),
    };

    private static int InRange(int value, int low, int high, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, low, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, high, name);
        return value;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
