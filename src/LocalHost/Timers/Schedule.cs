using NCrontab;

namespace Lianxin.LocalHost.Timers;

/// <summary>An NCRONTAB schedule (seconds first; five fields are read as minutes first), always in UTC.</summary>
internal sealed class Schedule
{
    private readonly CrontabSchedule _crontab;

    private Schedule(string text, CrontabSchedule crontab) => (Text, _crontab) = (text, crontab);

    public string Text { get; }

    /// <exception cref="StartRefused">The expression is not in the host's dialect: no weekday 7, no <c>? L W #</c>, no <c>@daily</c>.</exception>
    public static Schedule Parse(string function, string text)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        var crontab = CrontabSchedule.TryParse(text, new CrontabSchedule.ParseOptions { IncludingSeconds = fields == 6 });
        return crontab is not null && fields is 5 or 6
            ? new Schedule(text, crontab)
            : throw new StartRefused($"函数 {function} 的定时表达式无效：{text}", $"function {function} has a bad schedule: {text}");
    }

    /// <summary>The first occurrence strictly after the instant; the end of time when there is none (31 February).</summary>
    public DateTimeOffset Next(DateTimeOffset after) =>
        new(DateTime.SpecifyKind(_crontab.GetNextOccurrence(after.UtcDateTime), DateTimeKind.Utc));

    /// <summary>The real host keeps no status for schedules that fire more often than once a minute.</summary>
    public bool IsFinerThanAMinute(DateTimeOffset now)
    {
        var first = Next(now);
        return first.Year < 9999 && Next(first) - first < TimeSpan.FromMinutes(1);
    }
}
