using System.Security.Cryptography;
using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Functions.Access;
using Lianxin.Functions.Input;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases;

/// <summary>A post of feedback as the edge read it.</summary>
/// <param name="By">Who posts.</param>
/// <param name="ByStaff">True where a clerk or reviewer enters what came by phone, letter or at the window: no limit, no automatic repetition.</param>
/// <param name="Item">Id of the item it is about; null only where staff enter what concerns none.</param>
/// <param name="Address">Where it came from, from which limits and repetitions are known.</param>
/// <param name="Key">The caller's idempotency key; null for forms.</param>
/// <param name="BodyHash">Hash of what was said.</param>
public sealed record FeedbackPost(Actor By, bool ByStaff, FeedbackInput Input, string? Item, string Address, string? Key, string BodyHash);

/// <summary>What became of a post, or of a screening.</summary>
/// <param name="Code">The receipt code; only for a post.</param>
/// <param name="Wait">Too many posts: when there is a place again.</param>
public sealed record FeedbackAnswer(FeedbackPiece? Piece, ReceiptCode? Code, Refusal? Refusal, TimeSpan? Wait = null)
{
    public static FeedbackAnswer Refused(Refusal refusal) => new(null, null, refusal);
}

/// <summary>Takes feedback in and screens it. Reads the register to know whether an item is public; writes nothing to it.</summary>
public sealed class FeedbackCommands(
    FeedbackBook book, IRegister register, OutboxDispatcher outbox, ItemIdentities identities, CommandContexts contexts, CaseCommands cases, KeyedHashes hashes,
    LianxinOptions options, TimeProvider machine)
{
    private const int Attempts = 24;

    /// <summary>Within this time the same text from the same address to the same item counts once.</summary>
    private static readonly TimeSpan OnceWindow = TimeSpan.FromMinutes(10);

    private readonly PostingWindow perAddress = new(options.Limits.FeedbackPerAddress, TimeSpan.FromMinutes(10));
    private readonly PostingWindow perItem = new(options.Limits.FeedbackPerItem, TimeSpan.FromHours(1));

    private ILedger Ledger => book.Ledger;

    public static Refusal Unknown { get; } = new(RefusalKind.Unknown, "unknown-feedback", "没有这条反馈，或者您无权查看。");

    /// <summary>How long a place of the address window is kept: the rows fall out after it.</summary>
    internal TimeSpan AddressWindow => perAddress.Window;

    public async Task<FeedbackAnswer> PostAsync(FeedbackPost post, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(post);
        var context = contexts.For(post.By);
        FeedbackSubject? subject = null;
        if (post.Item is not null)
        {
            var found = await SubjectAsync(post.By.Agency, post.Item, cancellation);
            if (!found.Accepted)
            {
                return FeedbackAnswer.Refused(found.Refusal);
            }

            subject = found.Value;
        }

        var day = FeedbackIntake.ReceivedOn(post.Input, post.ByStaff, context.Today);
        var id = identities.New(post.By.Agency, day.Year).Id;
        var decision = FeedbackIntake.Receive(post.Input, id, subject, new FeedbackLimits(options.Limits.FeedbackCharacters), post.ByStaff, context);
        return decision.Accepted ? await WriteAsync(post, decision.Value, cancellation) : FeedbackAnswer.Refused(decision.Refusal);
    }

    public async Task<FeedbackAnswer> ScreenAsync(Actor by, string id, ScreeningInput input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(input);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var stored = await book.FindAsync(id, cancellation);
            if (stored is null || !string.Equals(stored.Piece.Agency, by.Agency, StringComparison.Ordinal))
            {
                return FeedbackAnswer.Refused(Unknown);
            }

            var target = input.Into is { } into ? await book.FindAsync(FeedbackScreening.FeedbackIdOf(into) ?? into, cancellation) : null;
            var decision = FeedbackScreening.Screen(stored.Piece, input, target?.Piece, contexts.For(by));
            if (!decision.Accepted)
            {
                return FeedbackAnswer.Refused(decision.Refusal);
            }

            var (after, messages) = decision.Value;
            if (await book.CommitAsync(stored, after, messages, [], cancellation) is LedgerOutcome.Committed committed)
            {
                await outbox.DispatchAsync(Ledger, messages, committed.OutboxKeys, cancellation);
                await TryOpenAsync(after, cancellation);
                return new FeedbackAnswer(after, null, null);
            }
        }

        throw new StorageUnavailableException("A screening lost every race.");
    }

    /// <summary>
    /// The case is there when the reviewer is answered, if storage plays along. If not, or if the process dies here, the message does the
    /// same: the case has its id and everything else from the piece.
    /// </summary>
    private async Task TryOpenAsync(FeedbackPiece piece, CancellationToken cancellation)
    {
        try
        {
            await cases.OpenAsync(piece, cancellation);
        }
        catch (StorageUnavailableException)
        {
            // The message is in the outbox or on its way.
        }
    }

    private async Task<Decision<FeedbackSubject>> SubjectAsync(string agency, string item, CancellationToken cancellation)
    {
        var stored = await register.FindAsync(item, cancellation);
        return (stored is null ? View.None : Visibility.Of(stored.Item, Actor.Anyone(agency))) switch
        {
            View.Released => new FeedbackSubject(item, PublicCopy.TitleOf(stored!.Item), stored.Item.Office),
            View.Gone => new Refusal(RefusalKind.Gone, "gone", $"该信息已撤下：{stored!.Item.WithdrawalReason}"),
            _ => CommandAnswer.Unknown.Refusal!,
        };
    }

    private async Task<FeedbackAnswer> WriteAsync(FeedbackPost post, FeedbackPiece piece, CancellationToken cancellation)
    {
        var code = await book.CodeOfAsync(piece, cancellation);
        var address = await hashes.OfAddressAsync(post.Address, cancellation);
        var once = OnceKey(post, piece, address);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = machine.GetUtcNow();
            var beside = new List<LedgerChange>
            {
                LedgerChange.Save(FeedbackKeys.Code(code), JsonSerializer.Serialize(new CodeLeadsTo(piece.Id), LedgerText.Plain.CodeLeadsTo), null),
            };
            var (first, row) = await FirstAsync(piece, once, post.Key is null ? now - OnceWindow : null, cancellation);
            if (first is not null)
            {
                return await AgainAsync(first, post, cancellation);
            }

            beside.Add(LedgerChange.Save(
                FeedbackKeys.Once(once), JsonSerializer.Serialize(new PostedOnce(piece.Id, post.BodyHash, now), LedgerText.Plain.PostedOnce), row?.Fence));
            if (!post.ByStaff)
            {
                var (place, wait) = await PlaceAsync(piece, perAddress, FeedbackKeys.AddressPrefix(address), now, cancellation);
                var (share, full) = await PlaceAsync(piece, perItem, FeedbackKeys.RatePrefix(piece.Item!), now, cancellation);
                if (place is null || share is null)
                {
                    return new FeedbackAnswer(null, null, null, wait > full ? wait : full);
                }

                beside.AddRange([place, share]);
            }

            if (await book.CommitAsync(null, piece, [], beside, cancellation) is LedgerOutcome.Committed)
            {
                return new FeedbackAnswer(piece, code, null);
            }
        }

        throw new StorageUnavailableException("A post lost every race.");
    }

    /// <summary>The public has no accounts: a key, or a text, belongs to the address it comes from.</summary>
    private static string OnceKey(FeedbackPost post, FeedbackPiece piece, string address)
    {
        const string route = "/api/items/{id}/feedback";
        var caller = post.ByStaff ? "" : address;
        return post.Key is { } key ? Idempotency.KeyHash(post.By, post.ByStaff ? "/api/feedback" : route, $"key {caller} {piece.Item} {key}")
            : Idempotency.KeyHash(post.By, post.ByStaff ? "/api/feedback" : route, $"text {caller} {piece.Item} {post.BodyHash}");
    }

    /// <summary>
    /// The first post of the same, and the row to write over. What was sent before midnight on New Year's Eve lies in the year before.
    /// </summary>
    private async Task<(PostedOnce? First, LedgerRow? Row)> FirstAsync(FeedbackPiece piece, string once, DateTimeOffset? notBefore, CancellationToken cancellation)
    {
        LedgerRow? own = null;
        foreach (var year in piece.ReceivedOn is { Month: 1, Day: 1 } ? new[] { piece.Year, piece.Year - 1 } : [piece.Year])
        {
            var row = await Ledger.FindAsync(piece.Agency, year, FeedbackKeys.Once(once), cancellation);
            own = year == piece.Year ? row : own;
            if (row is not null && LedgerText.Read(row, LedgerText.Plain.PostedOnce) is var first && !(first.At < notBefore))
            {
                return (first, own);
            }
        }

        return (null, own);
    }

    private async Task<FeedbackAnswer> AgainAsync(PostedOnce first, FeedbackPost post, CancellationToken cancellation)
    {
        if (!string.Equals(first.BodyHash, post.BodyHash, StringComparison.Ordinal))
        {
            return FeedbackAnswer.Refused(new Refusal(RefusalKind.Mismatch, "idempotency-mismatch", "同一个幂等键已用于另一份内容。"));
        }

        return await book.FindAsync(first.Id, cancellation) is { } stored
            ? new FeedbackAnswer(stored.Piece, await book.CodeOfAsync(stored.Piece, cancellation), null)
            : FeedbackAnswer.Refused(Unknown);
    }

    /// <summary>A free place of a window, to be taken by the same commit; or how long until there is one.</summary>
    private async Task<(LedgerChange? Place, TimeSpan Wait)> PlaceAsync(
        FeedbackPiece piece, PostingWindow window, string prefix, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await Ledger.RangeAsync(piece.Agency, piece.Year, prefix, LedgerKeys.After(prefix), 1000, cancellation)
            .ToDictionaryAsync(r => FeedbackKeys.NumberOf(r.Key), cancellationToken: cancellation);
        var (free, wait) = window.At(now, rows.ToDictionary(r => r.Key, r => LedgerText.Read(r.Value, LedgerText.Plain.TakenPlace).At));
        if (free.Count == 0)
        {
            return (null, wait);
        }

        // Any of them: two who come at once seldom reach for the same.
        var number = free[RandomNumberGenerator.GetInt32(free.Count)];
        return (LedgerChange.Save(
            FeedbackKeys.Numbered(prefix, number), JsonSerializer.Serialize(new TakenPlace(now), LedgerText.Plain.TakenPlace), rows.GetValueOrDefault(number)?.Fence), wait);
    }
}
