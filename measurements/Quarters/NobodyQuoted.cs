using Lianxin.Core.Publication;

namespace Lianxin.Bench.Quarters;

/// <summary>No feedback is quoted in these measurements.</summary>
internal sealed class NobodyQuoted : IFeedbackQuotes
{
    public Task<IReadOnlyList<FeedbackQuote>> QuotesAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<FeedbackQuote>>([]);

    public Task<IReadOnlyList<string>> ToTellAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<string>>([]);
}
