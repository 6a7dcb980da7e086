using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>
/// What should be public in a quarter and is not yet, for the public. Counted from what the public can see and from nothing else: an item
/// that is on its way, inside the Party or taken down changes nothing on the page, so that it leaves no trace there.
/// </summary>
public sealed class CoveragePages(
    IRegister register, DutyBook book, InService service, IDocumentStore documents, PortalPages pages, ReferenceData reference, BusinessClock business)
{
    private const int Attempts = 8;

    /// <summary>Quarters back that a pass looks after by itself; a change of an older one comes with its item.</summary>
    private const int LookedAfter = 3;

    /// <summary>The page of a quarter; nothing for one before the agency's service.</summary>
    public async Task WriteAsync(string agency, Period quarter, CancellationToken cancellation)
    {
        var quarters = await service.QuartersAsync(agency, cancellation);
        if (quarters.Contains(quarter))
        {
            await WriteAsync(agency, quarter, quarters, cancellation);
        }
    }

    /// <summary>What time alone changes: a due day that passed, a quarter that began. Answers how many pages were written.</summary>
    public async Task<int> WriteDueAsync(string agency, CancellationToken cancellation)
    {
        var quarters = await service.QuartersAsync(agency, cancellation);
        var written = 0;
        foreach (var quarter in quarters.TakeLast(LookedAfter))
        {
            written += await WriteAsync(agency, quarter, quarters, cancellation) ? 1 : 0;
        }

        return written;
    }

    /// <summary>False when the page said so already.</summary>
    private async Task<bool> WriteAsync(string agency, Period quarter, IReadOnlyList<Period> quarters, CancellationToken cancellation)
    {
        var written = await WriteAsync(PortalPaths.Coverage(quarter.ToString()), agency, quarter, quarters, cancellation);
        return quarter != quarters[^1] ? written : await WriteAsync(PortalPaths.CoverageNow, agency, quarter, quarters, cancellation) || written;
    }

    private async Task<bool> WriteAsync(string path, string agency, Period quarter, IReadOnlyList<Period> quarters, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var there = await documents.FindAsync(Containers.Site, path, cancellation);
            var page = await pages.CoverageAsync(await ModelAsync(agency, quarter, quarters, cancellation), cancellation);
            if (there is not null && there.Bytes.AsSpan().SequenceEqual(page))
            {
                return false;
            }

            if (await documents.TryPutAsync(Containers.Site, path, page, PortalPages.MediaType, there?.Fence, cancellation) is not null)
            {
                return true;
            }
        }

        throw new InvalidOperationException($"{path} changed under every attempt to write it.");
    }

    private async Task<CoveragePageModel> ModelAsync(string agency, Period quarter, IReadOnlyList<Period> quarters, CancellationToken cancellation)
    {
        var rows = new List<QuarterRow>();
        await foreach (var row in register.QuarterAsync(agency, quarter, cancellation))
        {
            if (row.IsUp && row.Audience != Audience.PartyOnly)
            {
                rows.Add(row);
            }
        }

        var catalogue = reference.Catalogue;
        var records = await book.RecordsAsync(agency, quarter, cancellation);
        // What an event asks for is known to the public by the item alone, and then it is met.
        var duties = DutyBoard.Of(agency, quarter, catalogue, reference.Calendar, rows, records, business.Today)
            .Where(d => d.Duty.Period is not null && catalogue.Entry(d.Duty.Entry) is { } entry && PublicCatalogue.IsPublic(entry))
            .ToList();
        var missing = duties
            .Where(d => d.State is DutyState.Pending or DutyState.Overdue)
            .OrderBy(d => d.Duty.DueOn).ThenBy(d => d.Duty.Id, StringComparer.Ordinal)
            .Select(d => new MissingLine(
                catalogue.Entry(d.Duty.Entry)!.Title, d.Duty.Period, catalogue.Office(d.Duty.Office)?.Title ?? d.Duty.Office, d.Duty.DueOn, d.State == DutyState.Overdue))
            .ToList();
        return new CoveragePageModel(
            quarter.ToString(),
            duties.Count,
            duties.Count(d => d.State is DutyState.Met or DutyState.Late),
            duties.Count(d => d.State == DutyState.Waived),
            missing,
            business.Today,
            quarters.Contains(quarter.Previous) ? quarter.Previous.ToString() : null,
            quarters.Contains(quarter.Next) ? quarter.Next.ToString() : null);
    }
}
