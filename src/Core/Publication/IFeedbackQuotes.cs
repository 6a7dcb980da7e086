namespace Lianxin.Core.Publication;

/// <summary>What the public may read of a piece of feedback that a revision answers.</summary>
/// <param name="Excerpt">Masked and shortened, without name and contact.</param>
/// <param name="ReceivedOn">Day it came in, in China Standard Time.</param>
public sealed record FeedbackQuote(string Id, string Excerpt, DateOnly ReceivedOn);

/// <summary>
/// What a republication needs to know of feedback 投诉反馈; ids are opaque here. Throws <c>StorageUnavailableException</c> only; an id that
/// is unknown, or whose text may not be shown, is left out of the answer.
/// </summary>
public interface IFeedbackQuotes
{
    /// <summary>Excerpts for the page, in the order of <paramref name="ids"/>.</summary>
    Task<IReadOnlyList<FeedbackQuote>> QuotesAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation);

    /// <summary>Those of the ids whose authors left a contact and are to be told that the item was published again.</summary>
    Task<IReadOnlyList<string>> ToTellAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation);
}
