namespace Lianxin.Core.Reports.Records;

/// <summary>What somebody entered, not yet judged; an empty field is null.</summary>
/// <param name="Replaces">Id of the version that is corrected; null for a new record.</param>
/// <param name="Void">Takes the record back.</param>
public sealed record RecordInput(
    string? Kind,
    string? Number,
    string? Title,
    DateOnly? On,
    DateOnly? EndedOn,
    DateOnly? PublishedOn,
    string? Applicant,
    string? Outcome,
    string? Category,
    decimal? Amount,
    string? Replaces = null,
    string? Reason = null,
    bool Void = false);

/// <summary>Who enters a record, and when.</summary>
/// <param name="Today">Business date in China Standard Time; nothing that is still to come is recorded.</param>
public sealed record RecordEntry(string Agency, string Office, string Account, DateTimeOffset At, DateOnly Today);
