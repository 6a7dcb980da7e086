namespace Lianxin.Core.Calendar;

/// <summary>Decides whether a notice may be used.</summary>
public static class HolidayNoticeCommands
{
    /// <summary>The first year for which the rules of statutory days are known here.</summary>
    public const int FirstYear = 2013;

    public const int TextCharacters = 200;

    /// <summary>Versions of one year.</summary>
    public const int MostVersions = 20;

    /// <param name="present">The calendar in use.</param>
    /// <param name="loaded">Every version that was loaded.</param>
    /// <param name="shipped">Years that came with the program.</param>
    public static Decision<HolidayNotice> Decide(
        HolidayNoticeInput input, WorkingDayCalendar present, IReadOnlyList<HolidayNotice> loaded, IReadOnlyList<int> shipped, DateOnly today, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(shipped);
        var errors = new FieldErrors();
        var year = input.Year ?? 0;
        if (year < FirstYear || year > today.Year + 1)
            errors.Add("year", $"请填写 {FirstYear} 至 {today.Year + 1} 之间的年份。");
        if (string.IsNullOrWhiteSpace(input.Number) || input.Number.Length > TextCharacters)
            errors.Add("number", "请填写发文字号，例如 国办发明电〔2025〕7号。");
        if (input.IssuedOn is not { } issued || issued > today || issued.Year < year - 1)
            errors.Add("issuedOn", "请填写通知的成文日期，不能晚于今天，也不会早于上一年。");
        var versions = loaded.Where(n => n.Year == year).ToList();
        var isCorrection = versions.Count > 0 || shipped.Contains(year);
        if (isCorrection && (string.IsNullOrWhiteSpace(input.Reason) || input.Reason.Length > TextCharacters))
            errors.Add("reason", $"{year} 年的安排已经在用，请写明更正的理由（不超过 {TextCharacters} 字）。原来的版本保留在记录里。");
        if (versions.Count >= MostVersions)
            errors.Add("year", $"{year} 年已有 {MostVersions} 个版本。");
        if (errors.Refusal is { } early)
            return early;

        var (days, faults) = HolidayNoticeText.Read(year, input.Text ?? "");
        foreach (var fault in faults)
            errors.Add("text", fault);
        if (errors.Refusal is { } unread)
            return unread;
        var findings = HolidayNoticeChecks.Check(year, days, [.. present.NationalDays.Where(d => d.NoticeYear != year)]);
        foreach (var fault in findings.Faults)
            errors.Add("text", fault);
        if (!input.Confirmed)
        {
            foreach (var unusual in findings.Unusual)
                errors.Add("confirmed", unusual + " 请与通知原文核对；确实如此的，勾选“已核对”再载入。");
        }

        return errors.Refusal is { } wrong
            ? wrong
            : new HolidayNotice(
                year, versions.Count + 1, input.Number!.Trim(), input.IssuedOn!.Value, [.. days.OrderBy(d => d.Date)], isCorrection ? input.Reason!.Trim() : null, by, at);
    }
}
