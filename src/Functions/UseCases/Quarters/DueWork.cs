using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Documents.Fonts;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Yearly;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// Everything that the calendar asks for, worked off from the data: party-first items that may go to the public, lists whose notice is
/// over, quarters that ended, coverages to freeze and to show, the 连心 walls of a month, notices of the day. The tick only says that time has passed; whether it comes late,
/// twice or after three quarters makes no difference but the delay.
/// </summary>
public sealed class DueWork(
    IRegister register, OutboxDispatcher outbox, QuarterRun run, DutyBook book, IQuarterNotices notices, IYearlyNotices yearly, IWallSheets walls, CoveragePages coverage, InService service, ReferenceData reference, BusinessClock business, CommandContexts contexts)
{
    /// <summary>Business hour from which the notices of a working day go out.</summary>
    private static readonly TimeOnly NoticeHour = new(8, 30);

    /// <summary>
    /// One pass over an agency; answers how many things were done. What is broken of one part (a page, a sheet, a quarter) does not keep the
    /// other parts waiting; storage being away does, since it would be away for them too.
    /// </summary>
    /// <exception cref="AggregateException">Parts that failed, after the others were done; the timer's record shows them.</exception>
    public async Task<int> PassAsync(string agency, Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var failures = new List<Exception>();
        var done = await PartAsync(() => ExpireAsync(agency, by, cancellation), failures);
        var quarters = await service.QuartersAsync(agency, cancellation);
        done += await RunQuartersAsync(agency, quarters, by, failures, cancellation);
        done += await PartAsync(() => coverage.WriteDueAsync(agency, cancellation), failures);
        var since = await service.SinceAsync(agency, cancellation);
        done += await PartAsync(() => walls.MakeDueAsync(agency, since, cancellation), failures);
        if (reference.Calendar.IsWorkingDay(business.Today) && TimeOnly.FromDateTime(business.Now.DateTime) >= NoticeHour)
        {
            await PartAsync(() => TellAsync(agency, quarters, cancellation), failures);
            await PartAsync(() => TellOfReportAsync(agency, by, cancellation), failures);
        }

        return failures.Count == 0 ? done : throw new AggregateException(failures);
    }

    /// <summary>Takes down the lists of persons whose notice period is over.</summary>
    public async Task<int> ExpireAsync(string agency, Actor by, CancellationToken cancellation)
    {
        var ended = new List<string>();
        await foreach (var id in register.EndedAsync(agency, business.Today.AddDays(-1), cancellation))
        {
            ended.Add(id);
        }

        var done = 0;
        foreach (var id in ended)
        {
            if (await register.FindAsync(id, cancellation) is { } stored && PublicationSteps.Expire(stored.Item, contexts.For(by)) is { } change)
            {
                var commit = new RegisterCommit(stored, change.After, change.Events, change.Messages);
                if (await register.CommitAsync(commit, cancellation) is CommitOutcome.Committed committed)
                {
                    await outbox.DispatchAsync(commit, committed, cancellation);
                    done++;
                }
            }
        }

        return done;
    }

    /// <summary>The quarters whose next step has come, oldest first.</summary>
    private async Task<int> RunQuartersAsync(
        string agency, IReadOnlyList<Period> quarters, Actor by, List<Exception> failures, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var year in quarters.GroupBy(q => q.Year))
        {
            var records = await book.QuartersAsync(agency, year.Key, cancellation);
            // Until it is frozen a closed quarter is looked at again: its sheets follow what goes out late.
            foreach (var quarter in year.Where(q => run.IsOver(q) && records.GetValueOrDefault(q.ToString())?.MarkedAt is null))
            {
                done += await PartAsync(() => RunOneAsync(agency, quarter, by, cancellation), failures);
            }
        }

        return done;
    }

    private async Task<int> RunOneAsync(string agency, Period quarter, Actor by, CancellationToken cancellation)
    {
        await run.RunAsync(agency, quarter, by, cancellation);
        return 1;
    }

    private async Task<int> TellAsync(string agency, IReadOnlyList<Period> quarters, CancellationToken cancellation)
    {
        await notices.TellDailyAsync(agency, quarters, cancellation);
        return 0;
    }

    private async Task<int> TellOfReportAsync(string agency, Actor by, CancellationToken cancellation)
    {
        await yearly.TellDailyAsync(agency, by, cancellation);
        return 0;
    }

    private static async Task<int> PartAsync(Func<Task<int>> part, List<Exception> failures)
    {
        try
        {
            return await part();
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or FormatException or IOException or FontException)
        {
            failures.Add(failure);
            return 0;
        }
    }
}
