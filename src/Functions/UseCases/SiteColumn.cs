using Lianxin.Core.Calendar;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Documents.Exports;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.UseCases;

/// <summary>The statutory column: guide, rules, application and its form, and the annual reports with every edition's files.</summary>
public sealed class SiteColumn(IReportArchive archive, IDocumentStore documents, PortalPages pages, ColumnSettings settings)
{
    /// <summary>Pages that are always there.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
    [
        PortalPaths.Home, PortalPaths.Guide, PortalPaths.Rules, PortalPaths.Content, PortalPaths.Reports, PortalPaths.Apply, PortalPaths.ApplicationForm, PortalPaths.Cases,
    ];

    private readonly ColumnText text = settings.Text;

    /// <summary>Everything but what the register decides.</summary>
    public async Task WriteFrameAsync(string agency, CancellationToken cancellation)
    {
        await PutAsync(PortalPaths.Guide, await pages.GuideAsync(text, cancellation), cancellation);
        await PutAsync(PortalPaths.Rules, await pages.RulesAsync(text, cancellation), cancellation);
        await PutAsync(PortalPaths.Apply, await pages.ApplyAsync(text, cancellation), cancellation);
        await PutAsync(PortalPaths.ApplicationForm, await pages.ApplicationFormAsync(cancellation), cancellation);
        await WriteReportsAsync(agency, cancellation);
    }

    /// <summary>The page of the reports, once the files of every edition lie on the site: they are read there also while the app is down.</summary>
    public async Task WriteReportsAsync(string agency, CancellationToken cancellation)
    {
        await FencedPages.WriteAsync<IReportArchive>(
            documents,
            () => archive,
            [
                new(PortalPaths.Reports, PortalPages.MediaType, async (look, _) =>
                {
                    var lines = new List<ReportLine>();
                    foreach (var report in (await look.ListAsync(agency, cancellation)).OrderByDescending(r => r.Year))
                    {
                        foreach (var edition in report.Editions.OrderByDescending(e => e.Number))
                        {
                            var files = await FilesAsync(agency, report.Year, edition.Number, cancellation);
                            lines.Add(new ReportLine(report.Year, edition.Number, ChinaTime.DateOf(edition.ApprovedAt), edition == report.Editions[^1], files));
                        }
                    }

                    return await pages.ReportsAsync(lines, cancellation);
                }),
            ],
            cancellation);
    }

    /// <summary>Copies what is not there yet; an edition never changes.</summary>
    private async Task<IReadOnlyList<ReportFile>> FilesAsync(string agency, int year, int edition, CancellationToken cancellation)
    {
        var files = new List<ReportFile>();
        foreach (var format in ReportExports.Formats)
        {
            var file = new ReportFile(format, PortalPaths.ReportFile(year, edition, format));
            if (await documents.FenceAsync(Containers.Site, file.Path, cancellation) is null)
            {
                if (await documents.FindAsync(Containers.Reports, Reporting.EditionName(agency, year, edition, format), cancellation) is not { } kept)
                {
                    continue;
                }

                await documents.PutAsync(Containers.Site, file.Path, kept.Bytes, kept.MediaType, cancellation);
            }

            files.Add(file);
        }

        return files;
    }

    private Task PutAsync(string path, byte[] page, CancellationToken cancellation) =>
        documents.PutAsync(Containers.Site, path, page, PortalPages.MediaType, cancellation);
}
