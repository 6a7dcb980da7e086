using Lianxin.Core.Reports.Records;

namespace Lianxin.Core.Reports;

/// <summary>
/// The applications of a report counted once more, from their dates alone and without the format's figures, so that a fault in those is seen
/// (I7, I11).
/// </summary>
internal sealed class ApplicationCensus(ReportScope scope)
{
    /// <summary>Kind of the records that section 3 counts.</summary>
    private const string Kind = "application";

    private readonly IReadOnlyList<RecordFigure> outcomes =
        [.. scope.Format.Records.Where(f => f is { Kind: Kind, Applicant: null, Outcomes.Count: > 0 } && f.Cell.StartsWith("section3.", StringComparison.Ordinal))];

    public int New { get; private set; }

    public int CarriedOver { get; private set; }

    public int Ended { get; private set; }

    public int CarriedForward { get; private set; }

    /// <summary>Applications that ended in the period and stand in no outcome row, or in several, with how many.</summary>
    public List<(string Number, int Rows)> NotOnce { get; } = [];

    public void Add(DatedRecord record)
    {
        if (record.IsVoid || record.Kind != Kind || record.On > scope.To || record.EndedOn < scope.From)
            return;
        if (record.On < scope.From)
            CarriedOver++;
        else
            New++;
        if (record.EndedOn is not { } ended || ended > scope.To)
        {
            CarriedForward++;
            return;
        }

        Ended++;
        var rows = outcomes.Count(f => f.Counts(record, scope.From, scope.To));
        if (rows != 1)
            NotOnce.Add((record.Number, rows));
    }
}
