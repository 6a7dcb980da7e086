using Lianxin.Core.Feedback;
using Lianxin.Core.Publication;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// What a comparison page may say of the feedback behind a revision: the request as screening made it public, or what kind of feedback it
/// was. Never the person's own words, which may name people (S12).
/// </summary>
public sealed class FeedbackQuotes(FeedbackBook book) : IFeedbackQuotes
{
    public async Task<IReadOnlyList<FeedbackQuote>> QuotesAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        var quotes = new List<FeedbackQuote>();
        foreach (var piece in await FindAsync(agency, ids, cancellation))
        {
            var request = PublicWords.Masked(piece.Screening?.Request);
            quotes.Add(new FeedbackQuote(piece.Id, request.Length > 0 ? request : $"群众{FeedbackWords.Of(piece.Kind)}一件", piece.ReceivedOn));
        }

        return quotes;
    }

    /// <summary>Everybody who gave one of the pieces reads of it by the receipt code; who left a contact is to be told by the office as well.</summary>
    public async Task<IReadOnlyList<string>> ToTellAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation) =>
        [.. (await FindAsync(agency, ids, cancellation)).Select(p => p.Id)];

    private async Task<IReadOnlyList<FeedbackPiece>> FindAsync(string agency, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var pieces = new List<FeedbackPiece>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            if (await book.FindAsync(id, cancellation) is { } stored && string.Equals(stored.Piece.Agency, agency, StringComparison.Ordinal))
            {
                pieces.Add(stored.Piece);
            }
        }

        return pieces;
    }
}
