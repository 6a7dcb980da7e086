namespace Lianxin.Core.Audit;

/// <summary>
/// One step in the life of a piece of feedback or a case, kept with its aggregate: who, when, from, to, why. Append-only;
/// <see cref="Hash"/> covers every field, the aggregate's id and the hash of the step before.
/// </summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Kind">Stable name, for example <c>received</c>, <c>screened</c>, <c>resolved</c>.</param>
/// <param name="At">Business instant.</param>
/// <param name="RecordedAt">Machine instant; differs from <see cref="At"/> where a demo clock runs.</param>
/// <param name="From">State before, kebab-case; empty for the first step.</param>
public sealed record StepEvent(
    int Number,
    string Kind,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string By,
    string ByName,
    string ByRole,
    string From,
    string To,
    string Reason,
    IReadOnlyDictionary<string, string> Details,
    string PreviousHash,
    string Hash);
