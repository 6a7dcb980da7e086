using Lianxin.Core.Cases;
using Lianxin.Core.Reports;
using Lianxin.Core.Reports.Records;
using Lianxin.Core.Reports.Yearly;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.UseCases.Yearly;

/// <summary>Where a year's report stands: its days, what is still owed, and how the offices have answered.</summary>
public sealed record YearlyStanding(
    int Year, AnnualReport Report, YearlyDates Dates, ReportTiming Timing, IReadOnlyList<OwedThing> Owed, IReadOnlyList<KindAnswer> Answers);

/// <summary>Reads what a year's report still lacks, from records, statements, cases and the draft's findings as they are now.</summary>
public sealed class YearlyBoard(
    IReportArchive archive,
    ReportFormats formats,
    RecordBook records,
    RecordKinds kinds,
    YearlyBook book,
    CaseBook cases,
    YearlyRules rules,
    InService service,
    ReferenceData reference,
    BusinessClock business)
{
    public async Task<YearlyStanding> ReadAsync(string agency, int year, CancellationToken cancellation)
    {
        var report = await ReportAsync(agency, year, cancellation);
        var dates = Dates(year);
        var timing = Owing.TimingOf(report, dates, business.Today);
        if (timing is ReportTiming.Met or ReportTiming.Late)
        {
            return new YearlyStanding(year, report, dates, timing, [], []);
        }

        var material = new YearlyMaterial(
            report,
            formats.Of(report.Draft?.Format, year),
            await records.UntilAsync(agency, year, cancellation).ToListAsync(cancellation),
            await book.StatementsAsync(agency, year, cancellation),
            await LateCasesAsync(agency, year, cancellation));
        return new YearlyStanding(
            year, report, dates, timing, Owing.Of(rules, kinds, material, dates, business.Today), Owing.Answers(rules, kinds, material));
    }

    /// <summary>
    /// Years that are over and whose report fell, or falls, due while the agency keeps its register here, the oldest first: nobody is late
    /// with a report for a time before. After a long sleep there may be several.
    /// </summary>
    public async Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation)
    {
        var since = await service.SinceAsync(agency, cancellation);
        var first = since.Year - 1;
        return [.. Enumerable.Range(first, Math.Max(0, business.Today.Year - first)).Where(y => Dates(y).DueOn >= since)];
    }

    /// <summary>Of those, the ones that are over their day and not published.</summary>
    public async Task<IReadOnlyList<(int Year, YearlyDates Dates)>> OverdueAsync(string agency, CancellationToken cancellation)
    {
        var overdue = new List<(int, YearlyDates)>();
        foreach (var year in (await YearsAsync(agency, cancellation)).Where(y => business.Today > Dates(y).DueOn))
        {
            if ((await ReportAsync(agency, year, cancellation)).Editions.Count == 0)
            {
                overdue.Add((year, Dates(year)));
            }
        }

        return overdue;
    }

    private async Task<AnnualReport> ReportAsync(string agency, int year, CancellationToken cancellation) =>
        (await archive.FindAsync(agency, year, cancellation))?.Report ?? ReportLife.Empty(agency, year);

    private YearlyDates Dates(int year) => YearlyDates.Of(rules, year, reference.Calendar);

    /// <summary>Cases whose day lay in the year and that nobody has answered yet.</summary>
    private async Task<IReadOnlyList<LateCases>> LateCasesAsync(string agency, int year, CancellationToken cancellation) =>
    [
        .. (await cases.RowsAsync(agency, DateOnly.MinValue, new DateOnly(year, 12, 31), cancellation))
            .Where(c => c.DueOn.Year == year && c.DueOn < business.Today && c.Status is (CaseStatus.Registered or CaseStatus.InProgress))
            .GroupBy(c => c.Office, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LateCases(g.Key, g.Count(), g.OrderBy(c => c.DueOn).ThenBy(c => c.Id, StringComparer.Ordinal).First().Id)),
    ];
}
