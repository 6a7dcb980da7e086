using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Http.Views;

/// <summary><c>GET /api/quarters/{quarter}</c>.</summary>
/// <param name="ClosedOn">Business day on which the first step was really finished; null before.</param>
/// <param name="FrozenOn">Business day of the freeze; null before.</param>
/// <param name="Counts">Duties by state.</param>
public sealed record QuarterAnswer(
    string Quarter,
    DateOnly? ClosedOn,
    DateOnly? FrozenOn,
    string? CoverageHash,
    int Published,
    IReadOnlyDictionary<string, int> Counts,
    IReadOnlyList<DutyAnswer> Duties,
    IReadOnlyList<SheetAnswer> Sheets)
{
    /// <param name="boards">How each board stands, by the code of its place.</param>
    public static QuarterAnswer Of(QuarterView view, IReadOnlyDictionary<string, PostingState> boards, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(view);
        var record = view.Record;
        return new QuarterAnswer(
            view.Quarter.ToString(),
            record.ClosedAt is { } closed ? ChinaTime.DateOf(closed) : null,
            record.FrozenAt is { } frozen ? ChinaTime.DateOf(frozen) : null,
            record.CoverageHash,
            record.Published,
            Enum.GetValues<DutyState>().ToDictionary(Names.Of, s => view.Duties.Count(d => d.State == s), StringComparer.Ordinal),
            [.. view.Duties.Select(d => DutyAnswer.Of(d, today))],
            [.. record.Sheets.Select(s => new SheetAnswer(
                new SheetId(view.Quarter, s.Place).ToString(), s.Place, s.Paper, s.Pages, s.Sha256, Names.Of(boards.GetValueOrDefault(s.Place))))]);
    }
}

/// <summary>A duty as it stands.</summary>
/// <param name="DaysLeft">Calendar days to the due day; negative after it.</param>
/// <param name="Reach">How far the best item has come: <c>missing</c>, <c>begun</c>, <c>in-procedure</c>, <c>approved</c>, <c>out</c>.</param>
/// <param name="OverdueOn">The day on which the freeze marked it; null when it never did.</param>
public sealed record DutyAnswer(
    string Id,
    string Entry,
    string Office,
    string? Village,
    string? Period,
    string State,
    DateOnly OpensOn,
    DateOnly DueOn,
    int DaysLeft,
    string? ItemId,
    string Because,
    bool Provisional,
    string Reach,
    DateOnly? MetOn,
    DateOnly? OverdueOn,
    WaiverAnswer? Waiver,
    IReadOnlyList<OrderAnswer> Orders)
{
    public static DutyAnswer Of(DutyStanding standing, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var (duty, record) = (standing.Duty, standing.Record);
        return new DutyAnswer(
            duty.Id,
            duty.Entry,
            duty.Office,
            duty.Village,
            duty.Period,
            Names.Of(standing.State),
            duty.OpensOn,
            duty.DueOn,
            duty.DueOn.DayNumber - today.DayNumber,
            standing.ItemId,
            duty.Due.Because,
            duty.Due.Provisional,
            Names.Of(standing.Reach),
            standing.MetOn,
            record?.OverdueOn,
            record?.Waiver is { } waiver ? new WaiverAnswer(waiver.Reason, waiver.ByName, waiver.At) : null,
            record is null ? [] : [.. record.Orders.Select(o => new OrderAnswer(o.Text, o.DueOn, o.ByName, o.At))]);
    }
}

public sealed record WaiverAnswer(string Reason, string By, DateTimeOffset At);

public sealed record OrderAnswer(string Text, DateOnly DueOn, string By, DateTimeOffset At);

/// <param name="Id"><c>{quarter}/{place}</c>, by which evidence of posting names it; both papers have the same.</param>
/// <param name="Place">Code of the board's village or office; empty for the sheet of the whole agency.</param>
/// <param name="Posting">Whether it is known to hang: <c>none</c>, <c>posted</c>, <c>taken-down</c>, or <c>red</c> when evidence is late.</param>
public sealed record SheetAnswer(string Id, string Place, string Paper, int Pages, string Sha256, string Posting);

/// <summary><c>GET /api/quarters/{quarter}/preflight</c>: the list before the quarter's end.</summary>
/// <param name="WarnsFrom">From this day the list is told daily.</param>
public sealed record PreflightAnswer(string Quarter, DateOnly Today, DateOnly WarnsFrom, DateOnly EndsOn, IReadOnlyList<PreflightLine> Items)
{
    public static PreflightAnswer Of(Period quarter, IReadOnlyList<OpenPoint> points, DateOnly today, DateOnly warnsFrom)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new PreflightAnswer(quarter.ToString(), today, warnsFrom, quarter.Last, [.. points.Select(PreflightLine.Of)]);
    }
}

/// <param name="Kind"><c>missing</c>, <c>not-approved</c> or <c>failing-check</c>.</param>
public sealed record PreflightLine(
    string DutyId, string Kind, string What, string Entry, string Office, string? Village, string? Period, string State, DateOnly DueOn, int DaysLeft, string? ItemId)
{
    public static PreflightLine Of(OpenPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var (standing, duty) = (point.Standing, point.Standing.Duty);
        return new PreflightLine(
            duty.Id, Names.Of(point.Kind), point.What, duty.Entry, duty.Office, duty.Village, duty.Period, Names.Of(standing.State), duty.DueOn, point.DaysLeft, standing.ItemId);
    }
}

/// <summary><c>/api/demo/clock</c>.</summary>
public sealed record ClockAnswer(DateTimeOffset Now);
