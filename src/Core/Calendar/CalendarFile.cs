using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Lianxin.Core.Text;

namespace Lianxin.Core.Calendar;

/// <summary>What came of reading the calendar files: the calendar, or every problem that keeps it from being used.</summary>
public sealed record CalendarLoad(WorkingDayCalendar? Calendar, IReadOnlyList<DataProblem> Problems)
{
    [MemberNotNullWhen(true, nameof(Calendar))]
    public bool Loaded => Calendar is not null;
}

/// <summary>
/// Reads the days named by holiday notices: CSV <c>date,kind,name,year_notice</c>. An overlay has the same columns and holds
/// what a region adds (《全国年节及纪念日放假办法》 Art. 4, for example 开斋节 and 古尔邦节 in Ningxia); its days win over the
/// national ones. A file with any problem is refused as a whole.
/// </summary>
public static class CalendarFile
{
    private static readonly string[] Columns = ["date", "kind", "name", "year_notice"];

    /// <param name="nationalCsv">Text of the national file.</param>
    /// <param name="overlayCsv">Text of the regional file; null where there is none.</param>
    /// <param name="nationalName">Name of the national file, for the problems.</param>
    /// <param name="overlayName">Name of the regional file, for the problems.</param>
    public static CalendarLoad Parse(
        string nationalCsv,
        string? overlayCsv = null,
        string nationalName = "china-holidays.csv",
        string overlayName = "regional-holidays.csv")
    {
        var problems = new List<DataProblem>();
        var national = ReadDays(nationalName, nationalCsv, isOverlay: false, problems);
        var overlay = overlayCsv is null ? [] : ReadDays(overlayName, overlayCsv, isOverlay: true, problems);
        return problems.Count > 0
            ? new CalendarLoad(null, problems)
            : new CalendarLoad(new WorkingDayCalendar(national, overlay), []);
    }

    private static List<CalendarDay> ReadDays(string file, string csv, bool isOverlay, List<DataProblem> problems)
    {
        var table = CsvTable.Read(file, csv, Columns);
        problems.AddRange(table.Problems);
        var days = new List<CalendarDay>(table.Records.Count);
        var seen = new Dictionary<DateOnly, int>();
        foreach (var record in table.Records)
        {
            var before = problems.Count;
            var day = ReadDay(record, (column, reason) => problems.Add(new DataProblem(file, record.Line, column, reason)));
            if (problems.Count > before)
                continue;
            if (!seen.TryAdd(day.Date, record.Line))
                problems.Add(new DataProblem(file, record.Line, "date", $"日期重复，已见于第{seen[day.Date]}行"));
            else if (!isOverlay && day.Kind == CalendarDayKind.Work && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                problems.Add(new DataProblem(file, record.Line, "kind", "调休上班日应为周六或周日"));
            days.Add(day);
        }

        return days;
    }

    private static CalendarDay ReadDay(CsvRecord record, Action<string, string> report)
    {
        if (!DateOnly.TryParseExact(record["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            report("date", $"“{record["date"]}”不是存在的日期，应写作 2026-10-01");
        if (record["kind"] is not ("off" or "work"))
            report("kind", $"“{record["kind"]}”未知，应为 off（放假）或 work（上班）");
        if (record["name"].Length == 0)
            report("name", "缺少节日名称");
        if (!int.TryParse(record["year_notice"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !IsNoticeOf(year, date))
            report("year_notice", $"“{record["year_notice"]}”应为该日所属通知的年份：当年，或（仅限12月）次年");
        var kind = string.Equals(record["kind"], "work", StringComparison.Ordinal) ? CalendarDayKind.Work : CalendarDayKind.Off;
        return new CalendarDay(date, kind, record["name"], year);
    }

    /// <summary>The notice for 2023 also named 2022-12-31: late December may be governed by the next year's notice.</summary>
    private static bool IsNoticeOf(int year, DateOnly date) =>
        date == default || year == date.Year || (date.Month == 12 && year == date.Year + 1);
}
