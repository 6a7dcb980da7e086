using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Reports.Records;
using Lianxin.Core.Reports.Yearly;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Yearly;

/// <summary>What became of a statement.</summary>
public sealed record StatementAnswer(NilStatement? Statement, Refusal? Refusal);

/// <summary>Takes down that an office had none of a kind in a year, and that it takes this back.</summary>
public sealed class NilStatements(YearlyBook book, RecordBook records, RecordKinds kinds, YearlyRules rules, BusinessClock business)
{
    private const int Attempts = 8;

    public async Task<StatementAnswer> StateAsync(Actor by, string? kind, int year, bool takeBack, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var entry = new RecordEntry(by.Agency, by.Office, by.Account, business.Now, business.Today);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = kinds.Find(kind) is null ? null : await book.FindAsync(by.Agency, year, kind!, by.Office, cancellation);
            var own = kinds.Find(kind) is null ? [] : await records.OfYearAsync(by.Agency, year, kind!, cancellation).Where(r => r.Office == by.Office).ToListAsync(cancellation);
            var decision = NilStating.State(rules, kinds, kind, year, stored?.Statement, own, takeBack, entry);
            if (!decision.Accepted)
            {
                return new StatementAnswer(null, decision.Refusal);
            }

            if (ReferenceEquals(decision.Value, stored?.Statement) || await book.SaveAsync(decision.Value, stored?.Fence, cancellation))
            {
                return new StatementAnswer(decision.Value, null);
            }
        }

        throw new StorageUnavailableException("A statement lost every race.");
    }
}
