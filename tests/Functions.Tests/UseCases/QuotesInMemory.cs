using Lianxin.Core.Publication;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Feedback that a revision may quote; every author with a contact is to be told.</summary>
internal sealed class QuotesInMemory : IFeedbackQuotes
{
    private readonly Dictionary<string, (string Excerpt, bool HasContact)> known = new(StringComparer.Ordinal);

    public void Add(string id, string excerpt, bool hasContact) => known[id] = (excerpt, hasContact);

    public Task<IReadOnlyList<FeedbackQuote>> QuotesAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<FeedbackQuote>>(
            [.. ids.Where(known.ContainsKey).Select(id => new FeedbackQuote(id, known[id].Excerpt, new DateOnly(2026, 3, 2)))]);

    public Task<IReadOnlyList<string>> ToTellAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. ids.Where(id => known.TryGetValue(id, out var quote) && quote.HasContact)]);
}
