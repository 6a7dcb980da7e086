using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>Takes nil returns 零报告, and keeps one from going out that the register contradicts.</summary>
public sealed class NilReturning(ItemCommands commands, QuarterBoard board, CommandContexts contexts)
{
    public async Task<CommandAnswer> SubmitAsync(Actor by, NilReturnInput input, CommandReceipt? receipt, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var read = NilReturns.Read(input, contexts.For(by));
        if (!read.Accepted)
        {
            return CommandAnswer.Refused(read.Refusal);
        }

        if (receipt is not null && await commands.RepeatedAsync(by, receipt, cancellation) is { } again)
        {
            return again;
        }

        var item = read.Value;
        _ = Period.TryParse(item.Period, out var period);
        var rows = await board.RowsAsync(by.Agency, period.Quarter, cancellation);
        return (NilReturns.Contradicted(item.Entry!, item.Office!, item.Village, item.Period, rows) ?? NilReturns.AlreadyMade(item, rows)) is { } refused
            ? CommandAnswer.Refused(refused)
            : await commands.CreateAsync(by, item, draft: false, receipt, cancellation);
    }

    /// <summary>Why a nil return may not be accepted or approved any more: something was published meanwhile. Null for every other item.</summary>
    public async Task<Core.Refusal?> ContradictionAsync(Item item, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.NilReturn
            ? await ContradictionAsync(item.Agency, item.Entry, item.Office, item.Content.Village, item.Content.Period, cancellation)
            : null;
    }

    private async Task<Core.Refusal?> ContradictionAsync(string agency, string entry, string office, string? village, string? period, CancellationToken cancellation) =>
        Period.TryParse(period, out var parsed)
            ? NilReturns.Contradicted(entry, office, village, period, await board.RowsAsync(agency, parsed.Quarter, cancellation))
            : null;
}
