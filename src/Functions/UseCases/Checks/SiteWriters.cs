using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Storage.Outbox;

namespace Lianxin.Functions.UseCases.Checks;

/// <summary>Everything that writes the public site, over documents of one's choice.</summary>
/// <param name="documents">Where the site lies for real; times and settings beside it are read there.</param>
public sealed class SiteWriters(
    IRegister register,
    IReportArchive archive,
    IDocumentStore documents,
    OutboxDispatcher outbox,
    CommandContexts contexts,
    PortalPages pages,
    PortalSettings settings,
    ColumnSettings columnSettings,
    Clarifications clarifications,
    IFeedbackQuotes quotes,
    DutyBook duties,
    InService service,
    CaseBook cases,
    ReferenceData reference,
    BusinessClock business)
{
    internal MendedWriters Over(MendedSite mended)
    {
        var site = new Site(register, mended, pages, new VersionPages(mended, pages, reference, quotes), clarifications, reference, business);
        var lists = new SiteLists(register, archive, mended, pages, reference);
        var data = new SiteData(register, mended, pages, settings, reference);
        var coverage = new CoveragePages(register, duties, service, mended, pages, reference, business);
        return new MendedWriters(
            documents,
            site,
            lists,
            data,
            coverage,
            new SiteColumn(archive, mended, pages, columnSettings),
            new CasePages(cases, mended, pages, reference),
            new Publishing(register, outbox, contexts, site, lists, data, coverage, clarifications, quotes));
    }
}

/// <summary>The writers of one step of a check.</summary>
internal sealed record MendedWriters(
    IDocumentStore Documents, Site Site, SiteLists Lists, SiteData Data, CoveragePages Coverage, SiteColumn Column, CasePages Cases, Publishing Publishing) : IDisposable
{
    public void Dispose() => Publishing.Dispose();
}
