using System.Security.Cryptography;
using System.Text.Json;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>A piece as stored, with the fence that its next change must bring.</summary>
public sealed record StoredPiece(FeedbackPiece Piece, string Fence);

/// <summary>How many pieces are in each state.</summary>
public sealed record FeedbackCounts(IReadOnlyDictionary<FeedbackState, int> ByState)
{
    public int Total => ByState.Values.Sum();

    public int Of(FeedbackState state) => ByState.GetValueOrDefault(state);
}

/// <summary>
/// The book of feedback: what its documents are and how lists and counts come about. Index rows and counts change in one transaction with
/// the piece. A count is spread over <see cref="Shares"/> rows, of which a commit changes one at random: their sum is exact, none of them
/// is hot, and no list is ever counted through.
/// </summary>
public sealed class FeedbackBook(ILedgers ledgers, KeyedHashes hashes)
{
    /// <summary>Rows over which a count is spread.</summary>
    public const int Shares = 32;

    internal ILedger Ledger => ledgers.Feedback;

    public async Task<StoredPiece?> FindAsync(string id, CancellationToken cancellation)
    {
        if (LedgerId.TryParse(id) is not { } parsed || await Ledger.FindAsync(parsed.Agency, parsed.Year, FeedbackKeys.Piece(id), cancellation) is not { } row)
        {
            return null;
        }

        return new StoredPiece(LedgerText.Read(row, LedgerText.Plain.FeedbackPiece), row.Fence);
    }

    /// <summary>The code follows from the id, under the installation's key; storage has only its hash.</summary>
    public async Task<ReceiptCode> CodeOfAsync(FeedbackPiece piece, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return ReceiptCode.Make(piece.Year, await hashes.OfAsync("receipt", piece.Id, cancellation));
    }

    public async Task<FeedbackPiece?> FindByCodeAsync(string agency, ReceiptCode code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(code);
        return await Ledger.FindAsync(agency, code.Year, FeedbackKeys.Code(code), cancellation) is { } row
            && await FindAsync(LedgerText.Read(row, LedgerText.Plain.CodeLeadsTo).Id, cancellation) is { } stored
                ? stored.Piece
                : null;
    }

    /// <summary>The piece that carries a merged one on; a piece that is not merged carries itself. Merges lead to earlier pieces only, so they end.</summary>
    public async Task<FeedbackPiece> CarrierOfAsync(FeedbackPiece piece, CancellationToken cancellation)
    {
        while (piece.Screening?.Into is { } into && await FindAsync(into, cancellation) is { } stored)
        {
            piece = stored.Piece;
        }

        return piece;
    }

    /// <param name="office">Only this office's; null for all.</param>
    /// <exception cref="InvalidContinuationException">The continuation is none of this list.</exception>
    public Task<LedgerPage<FeedbackRow>> ListAsync(
        string agency, FeedbackState? state, string? item, string? office, int top, string? continuation, CancellationToken cancellation)
    {
        var prefix = item is not null ? FeedbackKeys.ItemPrefix(item, state)
            : office is not null ? FeedbackKeys.DeskPrefix(office, state)
            : FeedbackKeys.StatePrefix(state);
        return LedgerPages.ReadAsync(Ledger, agency, prefix, top, continuation, LedgerText.Plain.FeedbackRow, cancellation);
    }

    /// <summary>Every row of the years in which somebody's feedback can lie; for figures.</summary>
    public async Task<IReadOnlyList<FeedbackRow>> RowsAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var years = (await Ledger.YearsAsync(agency, cancellation)).Where(y => y >= from.Year && y <= to.Year);
        return await LedgerPages.AllAsync(Ledger, agency, years, FeedbackKeys.StatePrefix(null), LedgerText.Plain.FeedbackRow, cancellation).ToListAsync(cancellation);
    }

    /// <summary>Everything said about an item; whoever revises it tells those who left a contact.</summary>
    public async Task<IReadOnlyList<FeedbackRow>> OfItemAsync(string agency, string item, CancellationToken cancellation) =>
        await LedgerPages.AllAsync(
            Ledger, agency, await Ledger.YearsAsync(agency, cancellation), FeedbackKeys.ItemPrefix(item, null), LedgerText.Plain.FeedbackRow, cancellation).ToListAsync(cancellation);

    /// <summary>Ids of what was merged with a piece.</summary>
    public async Task<IReadOnlyList<string>> MergedWithAsync(FeedbackPiece piece, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(piece);
        var years = (await Ledger.YearsAsync(piece.Agency, cancellation)).Where(y => y >= piece.Year);
        return await LedgerPages.AllAsync(Ledger, piece.Agency, years, FeedbackKeys.MergedPrefix(piece.Id), LedgerText.Plain.FeedbackRow, cancellation)
            .Select(r => r.Id).ToListAsync(cancellation);
    }

    /// <param name="item">Of one item; null for all.</param>
    public async Task<FeedbackCounts> CountsAsync(string agency, string? item, CancellationToken cancellation)
    {
        var counts = new Dictionary<FeedbackState, int>();
        var shares = LedgerPages.AllAsync(
            Ledger, agency, await Ledger.YearsAsync(agency, cancellation), TallyPrefix(item), LedgerText.Plain.TallyShare, cancellation);
        await foreach (var share in shares)
        {
            foreach (var (name, count) in share.Counts)
            {
                if (Core.Names.TryRead<FeedbackState>(name, out var state))
                {
                    counts[state] = counts.GetValueOrDefault(state) + count;
                }
            }
        }

        return new FeedbackCounts(counts);
    }

    /// <summary>Writes a piece with its index rows and counts.</summary>
    /// <param name="beside">Further rows of the same commit.</param>
    internal async Task<LedgerOutcome> CommitAsync(
        StoredPiece? before, FeedbackPiece after, IReadOnlyList<OutboxMessage> messages, IReadOnlyList<LedgerChange> beside, CancellationToken cancellation)
    {
        var row = JsonSerializer.Serialize(FeedbackRow.Of(after), LedgerText.Plain.FeedbackRow);
        var indexes = FeedbackKeys.Indexes(after).ToList();
        var changes = new List<LedgerChange>
        {
            LedgerChange.Save(FeedbackKeys.Piece(after.Id), JsonSerializer.Serialize(after, LedgerText.Plain.FeedbackPiece), before?.Fence),
        };
        changes.AddRange(indexes.Select(key => LedgerChange.Put(key, row)));
        if (before is not null)
        {
            changes.AddRange(FeedbackKeys.Indexes(before.Piece).Except(indexes, StringComparer.Ordinal).Select(LedgerChange.Delete));
        }

        foreach (var item in new[] { null, after.Item }.Distinct())
        {
            changes.Add(await TallyAsync(item, before?.Piece, after, cancellation));
        }

        return await Ledger.CommitAsync(new LedgerCommit(after.Agency, after.Year, [.. changes, .. beside], messages), cancellation);
    }

    private async Task<LedgerChange> TallyAsync(string? item, FeedbackPiece? before, FeedbackPiece after, CancellationToken cancellation)
    {
        var key = FeedbackKeys.Numbered(TallyPrefix(item), RandomNumberGenerator.GetInt32(Shares));
        var present = await Ledger.FindAsync(after.Agency, after.Year, key, cancellation);
        var counts = present is null
            ? new Dictionary<string, int>(StringComparer.Ordinal)
            : new Dictionary<string, int>(LedgerText.Read(present, LedgerText.Plain.TallyShare).Counts, StringComparer.Ordinal);
        if (before is not null)
        {
            // A share may go below nothing; the sum does not.
            counts[FeedbackKeys.Word(before.State)] = counts.GetValueOrDefault(FeedbackKeys.Word(before.State)) - 1;
        }

        counts[FeedbackKeys.Word(after.State)] = counts.GetValueOrDefault(FeedbackKeys.Word(after.State)) + 1;
        return LedgerChange.Save(key, JsonSerializer.Serialize(new TallyShare(counts), LedgerText.Plain.TallyShare), present?.Fence);
    }

    private static string TallyPrefix(string? item) => item is null ? FeedbackKeys.AllTallies : FeedbackKeys.TallyPrefix(item);
}
