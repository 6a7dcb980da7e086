using System.Globalization;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Notices;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// Turns open duties into notices: what a quarter still lacks before it ends, what was missing when it ended, and the ladder of reminders
/// and cards (S30). Which day was told is asked of the ledger, so that each notice is made once however often a sweep comes by.
/// </summary>
public sealed class QuarterNotices(
    Notices notices, QuarterBoard board, Preflight preflight, Ladder ladder, ContactBook contacts, ReferenceData reference, BusinessClock business) : IQuarterNotices
{
    /// <summary>Quarters whose duties may still be on the ladder: an annual duty of a year is due up to a quarter after it, and its last card comes two weeks later.</summary>
    private const int QuartersOnTheLadder = 3;

    private static readonly IReadOnlyList<OfficePart> Responsible = [OfficePart.Clerk, OfficePart.Manager];

    private static readonly IReadOnlyList<OfficePart> ResponsibleAndLeader = [OfficePart.Clerk, OfficePart.Manager, OfficePart.Leader];

    public async Task TellClosingAsync(QuarterView view, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(view);
        var points = await preflight.OfAsync(view, cancellation);
        var lines = points.Select(p => new AddressedLine(p.Standing.Duty.Office, ResponsibleAndLeader, LineOf(p.Standing, p.What, SeverityOf(p.DaysLeft), "")));
        var kind = new DigestKind(
            string.Create(CultureInfo.InvariantCulture, $"missing{view.Quarter.Year}q{view.Quarter.Number}"), $"{view.Quarter.ToChinese()}公开缺项");
        await notices.TellAsync(view.Record.Agency, Addressing.PerPerson(lines, contacts), business.Today, kind, cancellation);
    }

    public async Task TellDailyAsync(string agency, IReadOnlyList<Period> quarters, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(quarters);
        var today = business.Today;
        var preflightTold = await notices.LastToldAsync(agency, DigestKind.Preflight, cancellation);
        var ladderTold = await notices.LastToldAsync(agency, DigestKind.Ladder, cancellation);
        if (preflightTold >= today && ladderTold >= today)
        {
            return;
        }

        var points = new List<AddressedLine>();
        var steps = new List<AddressedLine>();
        foreach (var quarter in quarters.TakeLast(QuartersOnTheLadder))
        {
            var view = await board.ReadAsync(agency, quarter, cancellation);
            if (preflightTold is null || preflightTold < today)
            {
                points.AddRange(await OpenPointsAsync(view, today, cancellation));
            }

            steps.AddRange(StepsOf(view, ladderTold ?? today.AddDays(-1), today));
        }

        await notices.TellAsync(agency, Addressing.PerPerson(points, contacts), today, DigestKind.Preflight, cancellation);
        await notices.TellAsync(agency, Addressing.PerPerson(steps, contacts), today, DigestKind.Ladder, cancellation);
    }

    /// <summary>The daily list, from ten working days before the quarter's end until its coverage is frozen.</summary>
    private async Task<IEnumerable<AddressedLine>> OpenPointsAsync(QuarterView view, DateOnly today, CancellationToken cancellation)
    {
        if (today < QuarterDays.WarnsFrom(view.Quarter, reference.Calendar) || view.Record.FrozenAt is not null)
        {
            return [];
        }

        return (await preflight.OfAsync(view, cancellation))
            .Select(p => new AddressedLine(p.Standing.Duty.Office, Responsible, LineOf(p.Standing, p.What, SeverityOf(p.DaysLeft), "")));
    }

    /// <summary>The steps of the ladder that came since the last telling, for every duty that is still open.</summary>
    private IEnumerable<AddressedLine> StepsOf(QuarterView view, DateOnly told, DateOnly today) =>
        from standing in view.Duties
        where standing.State is DutyState.Pending or DutyState.Overdue
        from step in ladder.StepsSince(standing.Duty.DueOn, told, today, reference.Calendar)
        select new AddressedLine(standing.Duty.Office, step.Rung.Addressees, LineOf(standing, WhatOf(standing), step.Rung.Step, step.Rung.Wording));

    private NoticeLine LineOf(DutyStanding standing, string what, LadderStep severity, string advice)
    {
        var duty = standing.Duty;
        var period = duty.Period is not null && Period.TryParse(duty.Period, out var parsed) ? $"（{parsed.ToChinese()}）" : "";
        return new NoticeLine(
            duty.Id,
            (reference.Catalogue.Entry(duty.Entry)?.Title ?? duty.Entry) + period,
            reference.Catalogue.Office(duty.Office)?.Title ?? duty.Office,
            what.TrimEnd('。'),
            duty.DueOn,
            duty.DueOn.DayNumber - business.Today.DayNumber,
            severity,
            advice);
    }

    private static string WhatOf(DutyStanding standing) => standing.Reach switch
    {
        DutyReach.Missing => "尚无材料，请申报或作零报告",
        DutyReach.Begun => "材料尚未申报",
        DutyReach.InProcedure => "已申报，尚未审核或批准",
        _ => "已批准，尚未公开",
    };

    private static LadderStep SeverityOf(int daysLeft) => daysLeft switch
    {
        < 0 => LadderStep.Red,
        <= 1 => LadderStep.Yellow,
        _ => LadderStep.Reminder,
    };
}
