using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// 张贴记录, in the duties' ledger under <c>posting-{quarter}-{board}-{place}</c>, where the place stands as a hash: it is free text. The
/// photograph is stored by its content before the transaction that names it.
/// </summary>
public sealed class PostingBook(ILedgers ledgers, DutyBook duties, IDocumentStore documents, ReferenceData reference, BusinessClock business, CommandContexts contexts, LianxinOptions options)
{
    private const int Attempts = 6;
    private const int PageSize = 1000;
    private static readonly TimeSpan LinkLifetime = TimeSpan.FromMinutes(10);

    /// <summary>What is on record for a quarter's sheets: one range.</summary>
    public async Task<IReadOnlyList<Posting>> OfQuarterAsync(string agency, Period quarter, CancellationToken cancellation)
    {
        var prefix = $"posting-{quarter}-";
        var postings = new List<Posting>();
        await foreach (var row in ledgers.Duties.RangeAsync(agency, quarter.Year, prefix, LedgerKeys.After(prefix), PageSize, cancellation))
        {
            postings.Add(JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.Posting)!);
        }

        return postings;
    }

    /// <summary>How every board of a quarter stands, by its code.</summary>
    public IReadOnlyDictionary<string, PostingState> StatesOf(QuarterRecord record, IReadOnlyList<Posting> postings)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Sheets.Select(s => s.Place).Distinct(StringComparer.Ordinal).ToDictionary(
            board => board,
            board => PostingCommands.StateOf(record, board, postings, reference.Calendar, options.PostingWorkingDays, business.Today),
            StringComparer.Ordinal);
    }

    public async Task<Decision<Posting>> RecordAsync(Actor by, PostingInput input, byte[]? photo, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(input);
        var quarter = SheetId.TryParse(input.Sheet, out var sheet) ? sheet.Quarter : default;
        var record = sheet is null ? null : (await duties.QuarterAsync(by.Agency, quarter, cancellation)).Value;
        var claim = PostingCommands.Read(input, record, contexts.For(by));
        if (!claim.Accepted)
        {
            return claim.Refusal;
        }

        var clean = photo is null ? null : PhotoBytes.Read(photo);
        if (photo is not null && clean is null)
        {
            return Refusal.Field("photo", "照片只接受完整的 JPEG 或 PNG 文件。", "photo-kind");
        }

        var key = KeyOf(claim.Value);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var row = await ledgers.Duties.FindAsync(by.Agency, quarter.Year, key, cancellation);
            var before = row is null ? null : JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.Posting);
            var decision = PostingCommands.Record(before, $"{by.Agency}-{key["posting-".Length..]}", claim.Value, PhotoOf(clean), contexts.For(by));
            if (!decision.Accepted || ReferenceEquals(decision.Value, before))
            {
                return decision;
            }

            if (clean is not null)
            {
                await documents.PutAsync(Containers.Attachments, PhotoOf(clean)!.Sha256, clean.Bytes, clean.MediaType, cancellation);
            }

            var change = LedgerChange.Save(key, JsonSerializer.Serialize(decision.Value, DutyDocuments.Plain.Posting), row?.Fence);
            if (await ledgers.Duties.CommitAsync(new LedgerCommit(by.Agency, quarter.Year, [change], []), cancellation) is LedgerOutcome.Committed)
            {
                return decision;
            }
        }

        return new Refusal(RefusalKind.Stale, "stale", "这条张贴记录刚刚被他人改动，请刷新后再操作。");
    }

    /// <summary>A short link to a photograph; null where there is none for this agency's staff.</summary>
    public async Task<Uri?> PhotoAsync(Actor by, string id, string hash, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(id);
        var front = by.Agency + "-";
        if (!id.StartsWith(front, StringComparison.Ordinal) || id.Length < front.Length + 8 || !Period.TryParse(id.Substring(front.Length, 7), out var quarter))
        {
            return null;
        }

        var row = await ledgers.Duties.FindAsync(by.Agency, quarter.Year, "posting-" + id[front.Length..], cancellation);
        var photo = row is null ? null : JsonSerializer.Deserialize(row.Text, DutyDocuments.Plain.Posting)!.Photos.FirstOrDefault(p => p.Sha256 == hash);
        return photo is null
            ? null
            : await documents.LinkAsync(Containers.Attachments, photo.Sha256, LinkLifetime, $"{id}{(photo.MediaType == "image/png" ? ".png" : ".jpg")}", cancellation);
    }

    private static PostingPhoto? PhotoOf(CleanPhoto? photo) =>
        photo is null ? null : new PostingPhoto(Convert.ToHexStringLower(SHA256.HashData(photo.Bytes)), photo.MediaType, photo.Bytes.LongLength);

    private static string KeyOf(PostingClaim claim)
    {
        var place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(claim.Place)).AsSpan(0, 8));
        return $"posting-{claim.Sheet.Quarter}-{(claim.Sheet.Board.Length == 0 ? "all" : claim.Sheet.Board)}-{place}";
    }
}
