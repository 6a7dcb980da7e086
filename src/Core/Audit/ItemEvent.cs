using Lianxin.Core.Items;

namespace Lianxin.Core.Audit;

/// <summary>
/// One step in the life of an item: who, when, from, to, why. Append-only; <see cref="Hash"/> covers every field
/// and the hash of the event before, so that a changed or missing event shows.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Kind">Stable name: <c>drafted</c>, <c>changed</c>, <c>submitted</c>, <c>reviewed</c>, <c>returned</c>, <c>opinion</c>, <c>approved</c>, <c>rejected</c>, <c>published</c>, <c>imported</c>, …</param>
/// <param name="At">Business instant.</param>
/// <param name="RecordedAt">Machine instant at which it was written; differs from <see cref="At"/> where a demo clock runs.</param>
public sealed record ItemEvent(
    string ItemId,
    int Number,
    string Kind,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string By,
    string ByName,
    string ByRole,
    ItemStatus? From,
    ItemStatus To,
    string Reason,
    IReadOnlyDictionary<string, string> Details,
    string PreviousHash,
    string Hash);
