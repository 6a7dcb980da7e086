using Lianxin.Core.Duties;

namespace Lianxin.Functions.Http.Views;

/// <summary><c>GET /api/postings?quarter=</c>.</summary>
public sealed record PostingListAnswer(string Quarter, IReadOnlyList<PostingAnswer> Items);

/// <param name="Sheet">Id of the sheet, <c>{quarter}/{place}</c>.</param>
/// <param name="Place">Where it hung.</param>
public sealed record PostingAnswer(
    string Id, string Sheet, string Place, DateOnly PostedOn, DateOnly? TakenDownOn, IReadOnlyList<PhotoAnswer> Photos, IReadOnlyList<PostingStepAnswer> Steps)
{
    public static PostingAnswer Of(Posting posting)
    {
        ArgumentNullException.ThrowIfNull(posting);
        _ = Core.Calendar.Period.TryParse(posting.Quarter, out var quarter);
        return new PostingAnswer(
            posting.Id,
            new SheetId(quarter, posting.Board).ToString(),
            posting.Place,
            posting.PostedOn,
            posting.TakenDownOn,
            [.. posting.Photos.Select(p => new PhotoAnswer(PhotoAnswer.AddressOf(posting, p), p.MediaType, p.Size))],
            [.. posting.Events.Select(e => new PostingStepAnswer(e.Kind, e.At, e.ByName))]);
    }
}

/// <param name="Address">Leads to a link that lives for minutes.</param>
/// <param name="Size">Bytes.</param>
public sealed record PhotoAnswer(string Address, string MediaType, long Size)
{
    public static string AddressOf(Posting posting, PostingPhoto photo)
    {
        ArgumentNullException.ThrowIfNull(posting);
        ArgumentNullException.ThrowIfNull(photo);
        return $"/api/postings/{posting.Id}/photos/{photo.Sha256}";
    }
}

/// <param name="Kind"><c>posted</c>, <c>photographed</c> or <c>taken-down</c>.</param>
public sealed record PostingStepAnswer(string Kind, DateTimeOffset At, string By);
