using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>A quarter as it stands now.</summary>
public sealed record QuarterView(Period Quarter, QuarterRecord Record, IReadOnlyList<DutyStanding> Duties, IReadOnlyList<QuarterRow> Rows)
{
    /// <summary>Without the duties that are kept inside the Party from this person (<see cref="CoverageMap.MaySee"/>).</summary>
    public QuarterView SeenBy(Actor by, DisclosureCatalogue catalogue) =>
        this with { Duties = [.. Duties.Where(d => CoverageMap.MaySee(by, d.Duty, catalogue))] };
}

/// <summary>Answers how a quarter stands, and takes what people decide about its duties.</summary>
public sealed class QuarterBoard(IRegister register, DutyBook book, ReferenceData reference, BusinessClock business, CommandContexts contexts)
{
    private const int Attempts = 6;

    public async Task<QuarterView> ReadAsync(string agency, Period quarter, CancellationToken cancellation)
    {
        var rows = await RowsAsync(agency, quarter, cancellation);
        var records = await book.RecordsAsync(agency, quarter, cancellation);
        var record = await book.QuarterAsync(agency, quarter, cancellation);
        return new QuarterView(quarter, record.Value, DutyBoard.Of(agency, quarter, reference.Catalogue, reference.Calendar, rows, records, business.Today), rows);
    }

    public async Task<IReadOnlyList<QuarterRow>> RowsAsync(string agency, Period quarter, CancellationToken cancellation)
    {
        var rows = new List<QuarterRow>();
        await foreach (var row in register.QuarterAsync(agency, quarter, cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>豁免.</summary>
    public Task<Decision<DutyStanding>> WaiveAsync(Actor by, string id, string? reason, CancellationToken cancellation) =>
        DecideAsync(by, id, (standing, context) => DutyCommands.Waive(standing, reason, context), cancellation);

    /// <summary>督办.</summary>
    public Task<Decision<DutyStanding>> OrderAsync(Actor by, string id, string? text, string? dueOn, CancellationToken cancellation) =>
        DecideAsync(by, id, (standing, context) => DutyCommands.Order(standing, text, dueOn, context), cancellation);

    private async Task<Decision<DutyStanding>> DecideAsync(
        Actor by, string id, Func<DutyStanding, CommandContext, Decision<DutyRecord>> decide, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (!DutyId.TryParse(id, out var duty) || !string.Equals(duty.Agency, by.Agency, StringComparison.Ordinal))
        {
            return Unknown;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var view = await ReadAsync(by.Agency, duty.Quarter, cancellation);
            if (view.Duties.FirstOrDefault(d => string.Equals(d.Duty.Id, id, StringComparison.Ordinal)) is not { } standing)
            {
                return Unknown;
            }

            var kept = await book.RecordAsync(duty, cancellation);
            standing = standing with { Record = kept.Value };
            var decision = decide(standing, contexts.For(by));
            if (!decision.Accepted)
            {
                return decision.Refusal;
            }

            if (await book.SaveAsync(duty, decision.Value, kept.Fence, cancellation))
            {
                return standing with { Record = decision.Value, State = decision.Value.Waiver is null ? standing.State : DutyState.Waived };
            }
        }

        return new Refusal(RefusalKind.Stale, "stale", "这项任务刚刚被他人改动，请刷新后再操作。");
    }

    private static Refusal Unknown { get; } = new(RefusalKind.Unknown, "unknown-duty", "没有这项公开任务。");
}
