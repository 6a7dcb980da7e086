using Lianxin.Core.Access;
using Lianxin.Core.Reports;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases;

/// <summary>Keeps the draft of a report up to date until an edition is out (条例 Art. 49: by January 31).</summary>
public sealed class YearlyDraft(Reporting reporting, Recording recording, IReportArchive archive, ReportFormats formats, BusinessClock business)
{
    /// <summary>Last year's; true when a draft was built.</summary>
    public Task<bool> BuildAsync(Actor by, CancellationToken cancellation) => BuildAsync(by, business.Today.Year - 1, cancellation);

    /// <summary>A year's; true when a draft was built.</summary>
    public async Task<bool> BuildAsync(Actor by, int year, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var stored = await archive.FindAsync(by.Agency, year, cancellation);
        if (stored?.Report.Editions.Count > 0)
        {
            return false;
        }

        await recording.FinishMovesAsync(by, cancellation);
        var narrative = stored?.Report.Narrative;
        if (narrative is null)
        {
            // Nobody has begun: the timer does, so that what is missing shows as findings of a draft.
            narrative = new ReportNarrative(
                new Dictionary<string, string>(StringComparer.Ordinal), null, null, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            await reporting.PutNarrativeAsync(by, year, narrative, _ => true, cancellation);
        }

        var format = formats.Of(stored?.Report.Draft?.Format, year);
        var figures = await reporting.FiguresAsync(by.Agency, year, format, narrative, cancellation);
        if (string.Equals(stored?.Report.Draft?.DataHash, DataHash.Of(figures, narrative), StringComparison.Ordinal))
        {
            return false;
        }

        var answer = await reporting.BuildAsync(by, year, format.Name, cancellation);
        return answer.Stored is not null;
    }
}
