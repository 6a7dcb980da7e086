using Lianxin.Core.Access;
using Lianxin.Core.Ledgers;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>What time alone does to feedback: addresses fall out after their window, and the question 办好了吗 is put when its day has come.</summary>
public sealed class FeedbackSweeps(FeedbackBook book, FeedbackCommands feedback, CaseBook cases, CaseCommands steps, BusinessClock business, TimeProvider machine)
{
    /// <summary>Rows taken out by one transaction.</summary>
    private const int Chunk = 90;

    /// <summary>A transaction has a row of its own first; two sweeps that take out the same rows leave it at least this one.</summary>
    private const string SweptKey = "swept";

    /// <summary>Takes out the hashed addresses whose window is over; answers how many rows.</summary>
    public async Task<int> ForgetAddressesAsync(string agency, CancellationToken cancellation)
    {
        var before = machine.GetUtcNow() - feedback.AddressWindow;
        var count = 0;
        foreach (var year in await book.Ledger.YearsAsync(agency, cancellation))
        {
            var old = await book.Ledger.RangeAsync(agency, year, FeedbackKeys.Addresses, LedgerKeys.After(FeedbackKeys.Addresses), 1000, cancellation)
                .Where(r => LedgerText.Read(r, LedgerText.Plain.TakenPlace).At <= before)
                .Select(r => r.Key)
                .ToListAsync(cancellation);
            foreach (var keys in old.Chunk(Chunk))
            {
                // A place that was taken again meanwhile may go with them: its post then counts for nothing, which is no harm.
                await book.Ledger.CommitAsync(new LedgerCommit(agency, year, [LedgerChange.Put(SweptKey, "{}"), .. keys.Select(LedgerChange.Delete)], []), cancellation);
                count += keys.Length;
            }
        }

        return count;
    }

    /// <summary>Puts every question that is due; one that was put leaves the range, so that a second run finds nothing.</summary>
    public async Task<int> AskDueAsync(string agency, CancellationToken cancellation)
    {
        var by = Actor.Machine("timer:" + Hosting.FunctionNames.FeedbackSweep, agency);
        var due = await cases.DueQuestionsAsync(agency, business.Today, cancellation).ToListAsync(cancellation);
        foreach (var id in due)
        {
            await steps.AskAsync(by, id, cancellation);
        }

        return due.Count;
    }
}
