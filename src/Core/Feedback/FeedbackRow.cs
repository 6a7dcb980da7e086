namespace Lianxin.Core.Feedback;

/// <summary>What lists and figures know of a piece, without reading it.</summary>
/// <param name="Summary">The first characters of the text, for the desk only.</param>
/// <param name="DueOn">Day by which it must be screened; null once it is.</param>
/// <param name="ScreenedOn">Day of screening; null until then.</param>
public sealed record FeedbackRow(
    string Id,
    string? Item,
    string? ItemTitle,
    string Office,
    FeedbackKind Kind,
    FeedbackChannel Channel,
    FeedbackState State,
    DateOnly ReceivedOn,
    DateOnly? DueOn,
    DateOnly? ScreenedOn,
    string? CaseId,
    string? Into,
    string Summary)
{
    private const int SummaryCharacters = 60;

    public static FeedbackRow Of(FeedbackPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return new FeedbackRow(
            piece.Id, piece.Item, piece.ItemTitle, piece.Office, piece.Kind, piece.Channel, piece.State, piece.ReceivedOn, piece.DueOn,
            piece.Screening is { } screened ? Calendar.ChinaTime.DateOf(screened.At) : null, piece.Screening?.CaseId, piece.Screening?.Into, Shortened(piece.Text));
    }

    private static string Shortened(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= SummaryCharacters)
        {
            return line;
        }

        // Never half of a surrogate pair.
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[SummaryCharacters - 1]) ? SummaryCharacters - 1 : SummaryCharacters), "……");
    }
}
