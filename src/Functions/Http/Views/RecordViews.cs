using Lianxin.Core.Reports.Records;

namespace Lianxin.Functions.Http.Views;

/// <summary>A dated record as staff see it: the version that counts.</summary>
public sealed record RecordView(
    string Id,
    string Kind,
    string KindTitle,
    string Number,
    int Version,
    string Title,
    DateOnly On,
    DateOnly? EndedOn,
    DateOnly? PublishedOn,
    string? Applicant,
    string? Outcome,
    string? Category,
    decimal? Amount,
    string Office,
    string RecordedBy,
    DateTimeOffset RecordedAt,
    string? Replaces,
    string? Reason,
    bool Void)
{
    public static RecordView Of(DatedRecord record, RecordKinds kinds)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(kinds);
        return new RecordView(
            record.Id, record.Kind, kinds.Find(record.Kind)?.Label ?? record.Kind, record.Number, record.Version, record.Title, record.On, record.EndedOn, record.PublishedOn,
            record.Applicant, record.Outcome, record.Category, record.Amount, record.Office, record.RecordedBy, record.RecordedAt, record.Replaces, record.Reason, record.IsVoid);
    }
}

/// <summary><c>GET /api/records</c>.</summary>
public sealed record RecordListView(IReadOnlyList<RecordView> Items, string? Continuation);
