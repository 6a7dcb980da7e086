using Lianxin.Core.Calendar;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>Tells people what is missing. Each notice is made once for its day, however often this is called.</summary>
public interface IQuarterNotices
{
    /// <summary>When a quarter has ended: everybody responsible learns what is missing of theirs.</summary>
    Task TellClosingAsync(QuarterView view, CancellationToken cancellation);

    /// <summary>The daily list of the working day: open points of quarters that are about to end or have open duties, and the cards that fell due.</summary>
    Task TellDailyAsync(string agency, IReadOnlyList<Period> quarters, CancellationToken cancellation);
}
