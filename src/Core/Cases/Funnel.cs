using Lianxin.Core.Feedback;

namespace Lianxin.Core.Cases;

/// <summary>
/// Figures of one slice of the feedback. Of everything collected in a period: how far did it come? So each of the five on the way from
/// <see cref="Collected"/> to <see cref="Confirmed"/> counts a part of the one before.
/// </summary>
/// <param name="Collected">收集.</param>
/// <param name="Screened">梳理: any decision.</param>
/// <param name="Registered">登记: became a case of the 连心 register.</param>
/// <param name="Done">办结: was said to be done at least once.</param>
/// <param name="Confirmed">销号: and somebody else confirmed it.</param>
/// <param name="Reopened">Cases that a person reopened at least once, whatever end they had.</param>
public sealed record FunnelFigures(
    int Collected, int Screened, int Registered, int Done, int Confirmed, int Reopened, int Answered, int Merged, int Declined);

/// <summary>A slice by one property.</summary>
/// <param name="Key">Office code, name of the kind, or month.</param>
public sealed record FunnelSlice(string Key, FunnelFigures Figures);

/// <summary>The way of the feedback (S13): collected → screened → registered → done → confirmed → reopened, by period, office and kind.</summary>
public sealed record Funnel(
    DateOnly From, DateOnly To, FunnelFigures Total, IReadOnlyList<FunnelSlice> ByOffice, IReadOnlyList<FunnelSlice> ByKind, IReadOnlyList<FunnelSlice> ByMonth)
{
    /// <param name="from">First day of receipt, included; China Standard Time.</param>
    /// <param name="to">Last day of receipt, included.</param>
    /// <param name="pieces">Rows of any time; those received outside the period are left out.</param>
    /// <param name="cases">Rows of any time; a registered piece whose case is not opened yet counts as registered.</param>
    public static Funnel Of(DateOnly from, DateOnly to, IEnumerable<FeedbackRow> pieces, IEnumerable<CaseRow> cases)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        ArgumentNullException.ThrowIfNull(cases);
        var byId = cases.ToDictionary(c => c.Id, StringComparer.Ordinal);
        var counted = pieces
            .Where(p => p.ReceivedOn >= from && p.ReceivedOn <= to)
            .Select(p => (Piece: p, Case: p.CaseId is { } id ? byId.GetValueOrDefault(id) : null))
            .ToList();
        return new Funnel(
            from,
            to,
            Count(counted),
            Slices(counted, p => p.Piece.Office),
            Slices(counted, p => Names.Of(p.Piece.Kind)),
            Slices(counted, p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{p.Piece.ReceivedOn.Year:0000}-{p.Piece.ReceivedOn.Month:00}")));
    }

    private static List<FunnelSlice> Slices(List<(FeedbackRow Piece, CaseRow? Case)> counted, Func<(FeedbackRow Piece, CaseRow? Case), string> key) =>
        [.. counted.GroupBy(key, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new FunnelSlice(g.Key, Count([.. g])))];

    private static FunnelFigures Count(List<(FeedbackRow Piece, CaseRow? Case)> counted)
    {
        int Of(Func<FeedbackRow, CaseRow?, bool> holds) => counted.Count(c => holds(c.Piece, c.Case));
        return new FunnelFigures(
            counted.Count,
            Of((p, _) => p.State != FeedbackState.Received),
            Of((p, _) => p.State == FeedbackState.Registered),
            Of((_, c) => c?.FirstDoneOn is not null),
            Of((_, c) => c?.FirstConfirmedOn is not null),
            Of((_, c) => c?.Reopenings > 0),
            Of((p, _) => p.State == FeedbackState.Answered),
            Of((p, _) => p.State == FeedbackState.Merged),
            Of((p, _) => p.State == FeedbackState.Declined));
    }
}
