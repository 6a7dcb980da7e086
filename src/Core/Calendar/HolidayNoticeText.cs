using System.Globalization;
using System.Text.RegularExpressions;
using Lianxin.Core.Text;

namespace Lianxin.Core.Calendar;

/// <summary>
/// Reads the days of a holiday notice: as rows <c>date,kind,name</c> (with or without <c>year_notice</c>), or from the sentences of the
/// notice, for example <c>二、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。</c>. A weekday or a number of
/// days that the sentence names must agree with the dates: it is what catches a slip of the pen.
/// </summary>
public static partial class HolidayNoticeText
{
    private const int MostCharacters = 20_000;

    private const int MostDays = 100;

    private static readonly string[] Columns = ["date", "kind", "name"];

    /// <returns>The days, and what could not be understood, in Chinese.</returns>
    public static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<string> Faults) Read(int year, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
            return ([], [$"内容超过 {MostCharacters} 字，请只粘贴放假安排的部分。"]);
        var faults = new List<string>();
        var days = text.TrimStart('\uFEFF', ' ', '\n', '\r').StartsWith("date,", StringComparison.Ordinal) ? OfRows(year, text, faults) : OfSentences(year, text, faults);
        if (days.Count == 0 && faults.Count == 0)
            faults.Add("没有读到任何放假或上班的日期。");
        if (days.Count > MostDays)
            faults.Add($"读到 {days.Count} 天，超过一年可能的天数。");
        return (days, faults);
    }

    private static List<CalendarDay> OfRows(int year, string text, List<string> faults)
    {
        // The shipped file's fourth column is accepted; it must say the same year.
        var head = text.TrimStart('\uFEFF').Split('\n')[0];
        var columns = head.Contains("year_notice", StringComparison.Ordinal) ? [.. Columns, "year_notice"] : Columns;
        var table = CsvTable.Read("CSV", text, columns);
        faults.AddRange(table.Problems.Select(p => p.ToString()));
        var days = new List<CalendarDay>();
        foreach (var row in table.Records)
        {
            if (!DateOnly.TryParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                faults.Add($"第{row.Line}行：“{row["date"]}”不是存在的日期，应写作 {year}-10-01。");
            else if (row["kind"] is not ("off" or "work"))
                faults.Add($"第{row.Line}行：“{row["kind"]}”应为 off（放假）或 work（上班）。");
            else if (row["name"].Length is 0 or > 30)
                faults.Add($"第{row.Line}行：节日名称应为1至30字。");
            else if (columns.Length > Columns.Length && row["year_notice"] != year.ToString(CultureInfo.InvariantCulture))
                faults.Add($"第{row.Line}行：year_notice 应为 {year}。");
            else
                days.Add(new CalendarDay(date, row["kind"] == "work" ? CalendarDayKind.Work : CalendarDayKind.Off, row["name"], year));
        }

        return days;
    }

    private static List<CalendarDay> OfSentences(int year, string text, List<string> faults)
    {
        var days = new List<CalendarDay>();
        foreach (Match holiday in Holiday().Matches(text.ReplaceLineEndings("")))
        {
            var name = holiday.Groups["name"].Value;
            var before = days.Count;
            foreach (Match range in Range().Matches(holiday.Groups["off"].Value))
            {
                if (DateOf(year, range, "", null, name, faults) is not { } first)
                    continue;
                var last = range.Groups["d2"].Success ? DateOf(year, range, "2", first, name, faults) : first;
                for (var day = first; last is { } end && day <= end && days.Count - before < MostDays; day = day.AddDays(1))
                    days.Add(new CalendarDay(day, CalendarDayKind.Off, name, year));
            }

            var count = days.Count - before;
            if (holiday.Groups["count"] is { Success: true } said && int.Parse(said.Value, CultureInfo.InvariantCulture) != count)
                faults.Add($"{name}：写明共{said.Value}天，日期却有{count}天。");
            foreach (Match worked in Range().Matches(holiday.Groups["work"].Value))
            {
                if (DateOf(year, worked, "", null, name, faults) is { } day)
                    days.Add(new CalendarDay(day, CalendarDayKind.Work, name, year));
            }
        }

        return days;
    }

    /// <param name="after">First day of the range, whose month an end without one has.</param>
    private static DateOnly? DateOf(int year, Match match, string end, DateOnly? after, string name, List<string> faults)
    {
        var month = match.Groups["m" + end] is { Success: true } named ? int.Parse(named.Value, CultureInfo.InvariantCulture) : after?.Month ?? 0;
        var text = match.Groups["d" + end].Value;
        var written = match.Groups["y" + end] is { Success: true } told ? int.Parse(told.Value, CultureInfo.InvariantCulture) : after?.Year ?? year;
        if (after is { } start && month < start.Month && !match.Groups["y" + end].Success)
            written++;
        if (!DateOnly.TryParseExact(string.Create(CultureInfo.InvariantCulture, $"{written}-{month}-{text}"), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            faults.Add($"{name}：“{match.Value}”里有不存在的日期。");
            return null;
        }

        if (match.Groups["w" + end] is { Success: true } weekday && "日一二三四五六"[(int)day.DayOfWeek] != weekday.Value[0])
            faults.Add($"{name}：{month}月{text}日是周{"日一二三四五六"[(int)day.DayOfWeek]}，通知写作周{weekday.Value}，请核对年份和日期。");
        return day;
    }

    [GeneratedRegex("[一二三四五六七八九十]+、(?<name>[^：:，。]{2,20})[：:](?<off>[^。]*?)(?:放假|休息)[^。]*?(?:共(?<count>[0-9]{1,2})天)?。(?<work>[^。：:]*?上班)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Holiday();

    [GeneratedRegex("(?:(?<y>[0-9]{4})年)?(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日(?:[（(](?:[^（）()]*、)?(?:周|星期)(?<w>[一二三四五六日])[）)])?(?:至(?:(?<y2>[0-9]{4})年)?(?:(?<m2>[0-9]{1,2})月)?(?<d2>[0-9]{1,2})日(?:[（(](?:[^（）()]*、)?(?:周|星期)(?<w2>[一二三四五六日])[）)])?)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();
}
