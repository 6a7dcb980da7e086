using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases;

/// <summary>
/// The 连心 register on the public site: what is open, and every month of registration. Texts are masked as in the API; the item that a
/// case came from is not named, since it may be taken down while the case stays.
/// </summary>
public sealed class CasePages(CaseBook cases, IDocumentStore documents, PortalPages pages, ReferenceData reference)
{
    private sealed record Look(Lazy<Task<IReadOnlyList<CaseRow>>> Rows);

    /// <summary>The front page alone: at the start, so that what leads to it never leads nowhere.</summary>
    public Task WriteFrontAsync(string agency, CancellationToken cancellation) => WriteAsync(agency, [Front], cancellation);

    /// <summary>The front page and the month in which a case that changed was registered.</summary>
    public async Task WriteAsync(string agency, YearMonth month, CancellationToken cancellation)
    {
        var parts = PartsOf((await RowsAsync(agency, cancellation)).Count(r => YearMonth.Of(r.RegisteredOn) == month));
        await WriteAsync(agency, [Front, .. Enumerable.Range(1, parts).Select(n => Month(month, n))], cancellation);
    }

    private Task WriteAsync(string agency, IReadOnlyList<FencedPage<Look>> wanted, CancellationToken cancellation) => FencedPages.WriteAsync(
        documents, () => new Look(new Lazy<Task<IReadOnlyList<CaseRow>>>(() => RowsAsync(agency, cancellation))), wanted, cancellation);

    /// <summary>In the order of registration.</summary>
    private async Task<IReadOnlyList<CaseRow>> RowsAsync(string agency, CancellationToken cancellation) =>
        [.. (await cases.RowsAsync(agency, DateOnly.MinValue, DateOnly.MaxValue, cancellation)).OrderBy(r => r.RegisteredOn).ThenBy(r => r.Id, StringComparer.Ordinal)];

    private FencedPage<Look> Front => new(PortalPaths.Cases, PortalPages.MediaType, async (look, cancellation) =>
    {
        var rows = await look.Rows.Value;
        var open = rows.Where(r => !r.IsClosed).ToList();
        var months = rows.GroupBy(r => YearMonth.Of(r.RegisteredOn))
            .Select(g => new CaseMonth(g.Key, g.Count()))
            .OrderByDescending(m => m.Month.Year).ThenByDescending(m => m.Month.Month)
            .ToList();
        return await pages.CasesAsync(
            new CasesPageModel([.. open.Take(PortalPages.CaseRows).Select(Line)], open.Count > PortalPages.CaseRows, months), cancellation);
    });

    private FencedPage<Look> Month(YearMonth month, int part) => new(PortalPaths.CaseMonth(month, part), PortalPages.MediaType, async (look, cancellation) =>
    {
        var rows = (await look.Rows.Value).Where(r => YearMonth.Of(r.RegisteredOn) == month).ToList();
        var shown = rows.Skip((part - 1) * PortalPages.CaseRows).Take(PortalPages.CaseRows).Select(Line).ToList();
        return await pages.CaseMonthAsync(new CaseMonthPageModel(month, shown, part, PartsOf(rows.Count)), cancellation);
    });

    private static int PartsOf(int cases) => Math.Max(1, (cases + PortalPages.CaseRows - 1) / PortalPages.CaseRows);

    private CaseLine Line(CaseRow row) => new(
        row.Id,
        PublicWords.Masked(row.Request),
        row.Group is { } group ? reference.Catalogue.Group(group)?.Title ?? group : null,
        reference.Catalogue.Office(row.Office)?.Title ?? row.Office,
        row.RegisteredOn,
        row.DueOn,
        row.Status,
        row.Answer is { } answer ? PublicWords.Masked(answer) : null,
        row.PassedTo is { } to ? PublicWords.Masked(to) : null,
        row.ClosedOn);
}
