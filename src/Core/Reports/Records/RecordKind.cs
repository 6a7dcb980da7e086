using Lianxin.Core.Reports.Checking;

namespace Lianxin.Core.Reports.Records;

/// <summary>A kind of dated records as data: which fields it has and what they are called. Read by <see cref="RecordKindsReader"/>.</summary>
/// <param name="Key">Stable name, for example <c>application</c>.</param>
/// <param name="On">What the first date is called, for example 收到日期.</param>
/// <param name="Ends">What the second date is called; null for what happens on one day.</param>
/// <param name="Publishes">What the day of publication is called; null where there is none.</param>
/// <param name="Amount">What the sum of money is called; null where there is none.</param>
/// <param name="Applicants">Kinds of applicants (申请人); empty where there are none.</param>
/// <param name="Outcomes">What may become of it; empty where nothing is said about it. One per record, so that a severed application counts once (I7).</param>
/// <param name="Categories">What it belongs to; empty where there is no choice.</param>
public sealed record RecordKind(
    string Key,
    string Label,
    string On,
    string? Ends,
    string? Publishes,
    string? Amount,
    IReadOnlyList<Labelled> Applicants,
    IReadOnlyList<Labelled> Outcomes,
    IReadOnlyList<Labelled> Categories)
{
    /// <summary>It may stand open beyond the year in which it began, so that later reports ask for it too.</summary>
    public bool Lasts => Ends is not null || Publishes is not null;
}

/// <summary>Something that this agency has no competence for: it is named only to be refused.</summary>
/// <param name="Because">Why, in Chinese.</param>
public sealed record RefusedKind(string Key, string Label, string Because);

/// <summary>Every kind of dated records.</summary>
public sealed record RecordKinds(string Version, IReadOnlyList<RecordKind> Kinds, IReadOnlyList<RefusedKind> Refused)
{
    public RecordKind? Find(string? key) => Kinds.FirstOrDefault(k => string.Equals(k.Key, key, StringComparison.Ordinal));
}
