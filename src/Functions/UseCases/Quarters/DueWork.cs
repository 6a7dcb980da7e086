using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// Everything that the calendar asks for, worked off from the data: party-first items that may go to the public, lists whose notice is
/// over, quarters that ended, coverages to freeze, the 连心 walls of a month, notices of the day. The tick only says that time has passed; whether it comes late,
/// twice or after three quarters makes no difference but the delay.
/// </summary>
public sealed class DueWork(
    IRegister register, OutboxDispatcher outbox, QuarterRun run, DutyBook book, IQuarterNotices notices, IWallSheets walls, InService service, ReferenceData reference, BusinessClock business, CommandContexts contexts)
{
    /// <summary>Business hour from which the notices of a working day go out.</summary>
    private static readonly TimeOnly NoticeHour = new(8, 30);

    /// <summary>One pass over an agency; answers how many things were done.</summary>
    public async Task<int> PassAsync(string agency, Actor by, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var done = await ExpireAsync(agency, by, cancellation);
        var quarters = await service.QuartersAsync(agency, cancellation);
        done += await RunQuartersAsync(agency, quarters, by, cancellation);
        done += await walls.MakeDueAsync(agency, await service.SinceAsync(agency, cancellation), cancellation);
        if (reference.Calendar.IsWorkingDay(business.Today) && TimeOnly.FromDateTime(business.Now.DateTime) >= NoticeHour)
        {
            await notices.TellDailyAsync(agency, quarters, cancellation);
        }

        return done;
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
    private async Task<int> RunQuartersAsync(string agency, IReadOnlyList<Period> quarters, Actor by, CancellationToken cancellation)
    {
        var done = 0;
        foreach (var year in quarters.GroupBy(q => q.Year))
        {
            var records = await book.QuartersAsync(agency, year.Key, cancellation);
            // Until it is frozen a closed quarter is looked at again: its sheets follow what goes out late.
            foreach (var quarter in year.Where(q => run.IsOver(q) && records.GetValueOrDefault(q.ToString())?.MarkedAt is null))
            {
                await run.RunAsync(agency, quarter, by, cancellation);
                done++;
            }
        }

        return done;
    }
}
