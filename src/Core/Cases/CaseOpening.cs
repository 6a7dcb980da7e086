using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Feedback;

namespace Lianxin.Core.Cases;

/// <summary>
/// Opens the case of a registered piece. Everything comes from the piece itself, its times included, so that opening it twice,
/// at once or days later after a crash, gives the same case to the letter.
/// </summary>
public static class CaseOpening
{
    /// <summary>Null for a piece that has no case.</summary>
    public static LianxinCase? From(FeedbackPiece piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        if (piece.State != FeedbackState.Registered || piece.Screening is not { CaseId: { } id, Due: { } due } screened)
        {
            return null;
        }

        var opened = new LianxinCase
        {
            Id = id,
            Agency = piece.Agency,
            Year = piece.Year,
            FeedbackId = piece.Id,
            Item = piece.Item,
            ItemTitle = piece.ItemTitle,
            Kind = piece.Kind,
            Channel = piece.Channel,
            ReceivedOn = piece.ReceivedOn,
            Office = screened.Office ?? piece.Office,
            Group = screened.Group,
            Request = screened.Request ?? "",
            Plan = screened.Plan ?? "",
            RegisteredOn = ChinaTime.DateOf(screened.At),
            Due = due,
            Status = CaseStatus.Registered,
        };
        var by = new Actor(screened.By, screened.ByName, Role.Reviewer, piece.Agency, "");
        return opened with
        {
            Steps = StepChain.Append(
                id, [], "opened", by, screened.At, screened.RecordedAt, "", Names.Of(opened.Status), opened.Request,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["feedback"] = piece.Id, ["office"] = opened.Office }),
        };
    }
}
