using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Access;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Notices;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// After a republication: the piece of feedback that caused it says so to whoever asks with the receipt code, and where a contact was left
/// the office's clerk is told to call. Doing it twice changes nothing: the note has the version, the notice an id made of both.
/// </summary>
public sealed class TellingRepublished(
    FeedbackBook book, IRegister register, Notices notices, ContactBook contacts, ReferenceData reference, BusinessClock business, CommandContexts contexts)
{
    private const int Attempts = 6;

    /// <summary>Working days within which the office should have called.</summary>
    private const int CallWithinWorkingDays = 5;

    /// <param name="subject"><c>{item}/{feedback}</c>.</param>
    public async Task TellAsync(string subject, int version, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Split('/') is not [var itemId, var feedbackId])
        {
            throw new FormatException($"'{subject}' names no item and feedback.");
        }

        if (await register.FindAsync(itemId, cancellation) is not { } stored || stored.Item.Releases.FirstOrDefault(r => r.Version == version) is not { } release)
        {
            return;
        }

        var republished = new Republished(itemId, version, release.PublishedAt);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await book.FindAsync(feedbackId, cancellation) is not { } found || !string.Equals(found.Piece.Agency, stored.Item.Agency, StringComparison.Ordinal))
            {
                return;
            }

            var noted = FeedbackRepublication.Note(found.Piece, republished, contexts.For(Actor.Machine("queue:notification", found.Piece.Agency)));
            if (noted is null || await book.CommitAsync(found, noted, [], [], cancellation) is LedgerOutcome.Committed)
            {
                await AskToCallAsync(found.Piece, stored.Item, version, cancellation);
                return;
            }
        }

        throw new StorageUnavailableException($"Feedback {feedbackId} changed under every attempt to note the republication.");
    }

    private async Task AskToCallAsync(FeedbackPiece piece, Item item, int version, CancellationToken cancellation)
    {
        if (piece.Contact.Length == 0 || contacts.Of(piece.Office, OfficePart.Clerk) is not { } clerk)
        {
            return;
        }

        // The contact itself stays with the piece: a notice travels by mail and chat.
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{piece.Id} {item.Id} {version}")))[..12];
        var due = reference.Calendar.AddWorkingDays(business.Today, CallWithinWorkingDays);
        var line = new NoticeLine(
            piece.Id,
            PublicCopy.TitleOf(item),
            reference.Catalogue.Office(piece.Office)?.Title ?? piece.Office,
            "已根据群众反馈修改并再次公开，反馈人留有联系方式",
            due,
            due.DayNumber - business.Today.DayNumber,
            LadderStep.Reminder,
            "请在工作台“群众反馈”中查看联系方式并告知结果");
        await notices.TellAsync(piece.Agency, [new PersonNotice(clerk, [line])], business.Today, new DigestKind("tell" + hash, "告知反馈人"), cancellation);
    }
}
