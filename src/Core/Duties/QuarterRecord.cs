namespace Lianxin.Core.Duties;

/// <summary>A duty as the freeze found it.</summary>
public sealed record CoverageLine(
    string Id, string Entry, string Office, string? Village, string? Period, DutyState State, DateOnly DueOn, string? ItemId, DateOnly? MetOn);

/// <summary>A sheet that the run made.</summary>
/// <param name="Place">Code of the village or office on whose board it hangs; empty for the sheet of the whole agency.</param>
/// <param name="Paper"><c>a4</c> or <c>a3</c>.</param>
/// <param name="Name">Name in the container of sheets.</param>
/// <param name="Sha256">Hash of its bytes.</param>
public sealed record SheetFile(string Place, string Paper, string Name, int Pages, string Sha256);

/// <summary>
/// What the runs of a quarter have done (architecture.md, the quarter in two steps). Each step is written down when it is finished, so
/// that an interrupted run goes on there; every instant is when it really happened, however late.
/// </summary>
/// <param name="PublishedAt">Business instant at which everything that waited was out, or given up.</param>
/// <param name="Published">How many items the run published.</param>
/// <param name="SheetsAt">Business instant at which the sheets were made.</param>
/// <param name="ToldAt">Business instant at which people were told what is missing.</param>
/// <param name="ClosedAt">Business instant at which the first step was finished.</param>
/// <param name="FrozenAt">Business instant of the freeze; <see cref="Coverage"/> never changes after it.</param>
/// <param name="MarkedAt">Business instant at which every duty not met had its mark.</param>
/// <param name="SheetsKey">Hash of what the sheets were made of: when the register has moved on, they are made again.</param>
/// <param name="CoverageHash">SHA-256 over the coverage lines.</param>
public sealed record QuarterRecord(
    string Agency,
    string Quarter,
    DateTimeOffset? PublishedAt = null,
    int Published = 0,
    DateTimeOffset? SheetsAt = null,
    DateTimeOffset? ToldAt = null,
    DateTimeOffset? ClosedAt = null,
    string? ClosedBy = null,
    DateTimeOffset? FrozenAt = null,
    string? FrozenBy = null,
    DateTimeOffset? MarkedAt = null,
    string? CoverageHash = null,
    string? SheetsKey = null)
{
    public IReadOnlyList<SheetFile> Sheets { get; init; } = [];

    public IReadOnlyList<CoverageLine> Coverage { get; init; } = [];
}
