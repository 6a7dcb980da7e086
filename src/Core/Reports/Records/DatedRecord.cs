namespace Lianxin.Core.Reports.Records;

/// <summary>
/// One act of the agency that the register of items does not hold (登记): a licence, a penalty, an application, a lawsuit. Reports count
/// records and never typed totals, so that every figure can be followed down to them. Dates are days in China Standard Time.
/// </summary>
/// <param name="Id">Of this version: <c>{agency}-{year}-{kind}-{number's hash}-v{version}</c>; a correction names it.</param>
/// <param name="Kind">Key of a <see cref="RecordKind"/>.</param>
/// <param name="Number">文号, 受理号 …; with kind and year it names the record.</param>
/// <param name="Version">1, 2 …; every version is kept, the last one counts.</param>
/// <param name="On">When it happened or began; its year is the record's year.</param>
/// <param name="EndedOn">办结, 废止, 缴费 …; null while it stands open.</param>
/// <param name="PublishedOn">When a document was made public; null while it was not.</param>
/// <param name="Applicant">Key of a column of section 3; null for kinds without applicants.</param>
/// <param name="Outcome">Key of an outcome row or of a result cell of the statutory form; null while open.</param>
/// <param name="Amount">Yuan (元), at most two decimals.</param>
/// <param name="Replaces">The version that this one corrects; null in the first, unless it was moved here from another year or number.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="IsVoid">Taken back: kept, counted nowhere.</param>
public sealed record DatedRecord(
    string Id,
    string Kind,
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
    string? Replaces = null,
    string? Reason = null,
    bool IsVoid = false)
{
    /// <summary>True when both say the same, whoever said it and when.</summary>
    public bool SaysTheSameAs(DatedRecord other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with { Id = other.Id, Version = other.Version, RecordedBy = other.RecordedBy, RecordedAt = other.RecordedAt, Replaces = other.Replaces, Reason = other.Reason } == other;
    }
}
