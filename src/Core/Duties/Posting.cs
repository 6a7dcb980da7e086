namespace Lianxin.Core.Duties;

/// <summary>A photograph that proves a posting; the bytes lie in a blob named by the hash.</summary>
/// <param name="Sha256">Of the bytes as they are kept, without what the camera wrote beside the picture.</param>
public sealed record PostingPhoto(string Sha256, string MediaType, long Size);

/// <summary>A step in the life of a posting.</summary>
/// <param name="Kind"><c>posted</c>, <c>photographed</c> or <c>taken-down</c>.</param>
/// <param name="At">Business instant.</param>
/// <param name="RecordedAt">Machine instant.</param>
public sealed record PostingEvent(string Kind, DateTimeOffset At, DateTimeOffset RecordedAt, string By, string ByName);

/// <summary>
/// 张贴记录 (S26): a sheet that hung at a place. The same sheet may hang at several places; each has its own record.
/// </summary>
/// <param name="Quarter">The quarter of the sheet.</param>
/// <param name="Board">Code of the village or office whose sheet it is; empty for the sheet of the whole agency.</param>
/// <param name="Place">Where it hung, as people call it.</param>
/// <param name="PostedOn">First day on the wall, a date in China Standard Time.</param>
/// <param name="TakenDownOn">The day it came down; null while it hangs.</param>
public sealed record Posting(
    string Id,
    string Quarter,
    string Board,
    string Place,
    DateOnly PostedOn,
    DateOnly? TakenDownOn,
    IReadOnlyList<PostingPhoto> Photos,
    IReadOnlyList<PostingEvent> Events);

/// <summary>Whether a sheet is known to hang.</summary>
public enum PostingState
{
    /// <summary>No evidence yet, and still time for it (尚无张贴记录).</summary>
    None,

    /// <summary>It hangs (已张贴).</summary>
    Posted,

    /// <summary>It hung everywhere and came down (已撤下).</summary>
    TakenDown,

    /// <summary>No evidence after the set days (逾期未张贴).</summary>
    Red,
}
