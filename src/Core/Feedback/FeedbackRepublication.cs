using System.Globalization;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;

namespace Lianxin.Core.Feedback;

/// <summary>The item was revised because of this piece and published again (S15): noted on the piece, so that its author reads it by the receipt code.</summary>
/// <param name="Item">Id of the item.</param>
/// <param name="At">Business instant at which the new version went out.</param>
public sealed record Republished(string Item, int Version, DateTimeOffset At);

/// <summary>Notes a republication on the feedback that caused it.</summary>
public static class FeedbackRepublication
{
    /// <summary>The piece with the note; null when this version, or a later one, is noted already.</summary>
    public static FeedbackPiece? Note(FeedbackPiece piece, Republished republished, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(piece);
        ArgumentNullException.ThrowIfNull(republished);
        ArgumentNullException.ThrowIfNull(context);
        if (piece.Republished is { } known && string.Equals(known.Item, republished.Item, StringComparison.Ordinal) && known.Version >= republished.Version)
        {
            return null;
        }

        var state = Names.Of(piece.State);
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["item"] = republished.Item,
            ["version"] = republished.Version.ToString(CultureInfo.InvariantCulture),
        };
        return piece with
        {
            Republished = republished,
            Steps = StepChain.Append(
                piece.Id, piece.Steps, "republished", context.By, context.Now, context.RecordedAt, state, state, "所针对的信息已根据意见修改后再次公开", details),
        };
    }
}
