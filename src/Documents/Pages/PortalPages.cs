using System.Globalization;
using System.Text;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages.Slices;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Documents.Search;
using RazorSlices;

namespace Lianxin.Documents.Pages;

/// <summary>
/// The public pages of an agency as bytes (UTF-8 HTML that is also well-formed XML). Pure: the same model gives the same bytes, so
/// that a repeated publication changes nothing. What may be shown is decided before; here nothing is left out.
/// </summary>
public sealed class PortalPages(PortalSettings settings)
{
    /// <summary>Lines of the front page's list.</summary>
    public const int HomeRows = 20;

    /// <summary>Lines of a coverage page; a page stays light.</summary>
    public const int CoverageRows = 150;

    /// <summary>Cases on one page of the 连心 register: each may carry long texts.</summary>
    public const int CaseRows = 12;

    public const string MediaType = "text/html; charset=utf-8";

    public PortalLinks Links { get; } = new(settings);

    public PortalTexts Texts => settings.Texts;

    /// <summary>Files that the pages need; to be written before the first page that names them.</summary>
    public static IReadOnlyList<PortalFile> Assets => [SiteStyle.File, PortalScript.ReadingFile, SearchScript.File];

    public Task<byte[]> ItemAsync(ItemPageModel item, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        var shell = Shell(item.Title, PortalPaths.Item(item.Id), DisplayText.Summary(item.Body, 100));
        return RenderAsync(ItemPage.Create(new(shell, item)), cancellation);
    }

    /// <summary>A further part of a body that is too long for one page; kept out of search engines, which find the first.</summary>
    /// <param name="part">From 2.</param>
    public Task<byte[]> ItemPartAsync(ItemPageModel item, int part, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentOutOfRangeException.ThrowIfLessThan(part, 2);
        var shell = Shell(Texts.Item.PartTitle.With(item.Title, part), item.PathOf(part), DisplayText.Summary(item.Body, 100), noIndex: true);
        return RenderAsync(ItemPartPage.Create(new(shell, new ItemPart(item, part))), cancellation);
    }

    /// <summary>The page of an earlier version; kept readable, and kept out of search engines.</summary>
    public Task<byte[]> EarlierVersionAsync(ItemPageModel item, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(item);
        var title = Texts.Versions.EarlierTitle.With(item.Title, item.Newest.Version);
        var shell = Shell(title, PortalPaths.Version(item.Id, item.Newest.Version), Texts.Versions.EarlierDescription, noIndex: true);
        return RenderAsync(ItemPage.Create(new(shell, item)), cancellation);
    }

    /// <summary>Two neighbouring versions side by side (S15).</summary>
    public Task<byte[]> ComparisonAsync(ComparisonPageModel comparison, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        var shell = Shell(
            Texts.Versions.ComparisonTitle.With(comparison.Title),
            PortalPaths.Comparison(comparison.Id, comparison.Before.Version, comparison.After.Version),
            Texts.Versions.ComparisonDescription,
            noIndex: true);
        return RenderAsync(ComparisonPage.Create(new(shell, comparison)), cancellation);
    }

    public Task<byte[]> MonthAsync(MonthPageModel month, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(month);
        var named = month.Month.In(Texts);
        var shell = Shell(Texts.Lists.MonthTitle.With(named), PortalPaths.Month(month.Month), Texts.Lists.MonthDescription.With(settings.AgencyName, named));
        return RenderAsync(MonthPage.Create(new(shell, month)), cancellation);
    }

    public Task<byte[]> YearAsync(YearPageModel year, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(year);
        var title = Texts.Lists.YearTitle.With(year.Year);
        var shell = Shell(title, PortalPaths.Year(year.Year), Texts.Lists.YearDescription.With(settings.AgencyName, year.Year));
        return RenderAsync(YearPage.Create(new(shell, year)), cancellation);
    }

    public Task<byte[]> HomeAsync(HomePageModel home, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(home);
        var name = Texts.Home.Title.With(settings.AgencyName);
        var shell = Shell(name, PortalPaths.Home, Texts.Home.Description.With(settings.AgencyName));
        return RenderAsync(HomePage.Create(new(shell, home with { Newest = [.. home.Newest.Take(HomeRows)] })), cancellation);
    }

    /// <summary>The search: its form, what to do without script, and the script that searches.</summary>
    /// <param name="years">Years with something in them, newest first.</param>
    public Task<byte[]> SearchAsync(IReadOnlyList<int> years, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(years);
        var shell = Shell(Texts.Search.Title, PortalPaths.Search, Texts.Search.Description.With(settings.AgencyName)) with { SearchScript = SearchScript.Script };
        return RenderAsync(SearchPage.Create(new(shell, years)), cancellation);
    }

    /// <summary>What open data there is, what the columns mean and who may use it for what.</summary>
    public Task<byte[]> OpenDataAsync(IReadOnlyList<int> years, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(years);
        var shell = Shell(Texts.Data.Title, OpenDataPaths.Page, Texts.Data.Description.With(settings.AgencyName));
        return RenderAsync(OpenDataPage.Create(new(shell, years)), cancellation);
    }

    /// <summary>A list by category, entry, village or quarter.</summary>
    public Task<byte[]> ListAsync(ListPageModel list, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(list);
        var whole = list.Kind is ListKind.Quarter or ListKind.Month ? Texts.Lists.Quarter.With(PeriodTitle.Of(list.Code, Texts)) : Texts.Lists.Of.With(list.Title);
        var title = list.Part is { } part ? Texts.Lists.PartTitle.With(whole, part.Year, part.Number) : whole;
        var path = list.Part is { } closed ? PortalPaths.List(list.Kind, list.Code, closed) : PortalPaths.List(list.Kind, list.Code);
        return RenderAsync(ListPage.Create(new(Shell(title, path, Texts.Lists.Description.With(settings.AgencyName, title)), list)), cancellation);
    }

    /// <summary>政府信息公开指南.</summary>
    public Task<byte[]> GuideAsync(ColumnText text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RenderAsync(GuidePage.Create(new(ColumnShell(Texts.Column.Guide, PortalPaths.Guide), text.Guide)), cancellation);
    }

    /// <summary>政府信息公开制度.</summary>
    public Task<byte[]> RulesAsync(ColumnText text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RenderAsync(RulesPage.Create(new(ColumnShell(Texts.Column.Rules, PortalPaths.Rules), text.Rules)), cancellation);
    }

    /// <summary>法定主动公开内容.</summary>
    public Task<byte[]> ContentAsync(ContentPageModel content, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        return RenderAsync(ContentPage.Create(new(ColumnShell(Texts.Column.Content, PortalPaths.Content), content)), cancellation);
    }

    /// <summary>政府信息公开年报, with every edition.</summary>
    /// <param name="reports">Newest year and edition first.</param>
    public Task<byte[]> ReportsAsync(IReadOnlyList<ReportLine> reports, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var shell = Shell(Texts.Column.Reports, PortalPaths.Reports, Texts.Reports.Description.With(settings.AgencyName));
        return RenderAsync(ReportsPage.Create(new(shell, reports)), cancellation);
    }

    /// <summary>依申请公开: how to apply, for the time being on paper.</summary>
    public Task<byte[]> ApplyAsync(ColumnText text, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return RenderAsync(ApplyPage.Create(new(ColumnShell(Texts.Column.Apply, PortalPaths.Apply), text.Applying)), cancellation);
    }

    /// <summary>The application form, to be printed.</summary>
    public Task<byte[]> ApplicationFormAsync(CancellationToken cancellation = default) =>
        RenderAsync(ApplicationFormPage.Create(new(ColumnShell(Texts.Column.FormTitle, PortalPaths.ApplicationForm), settings.AgencyName)), cancellation);

    public Task<byte[]> CoverageAsync(CoveragePageModel coverage, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(coverage);
        var named = PeriodTitle.Of(coverage.Quarter, Texts);
        var shell = Shell(Texts.Coverage.Title.With(named), PortalPaths.Coverage(coverage.Quarter), Texts.Coverage.Description.With(settings.AgencyName, named));
        return RenderAsync(CoveragePage.Create(new(shell, coverage)), cancellation);
    }

    public Task<byte[]> CasesAsync(CasesPageModel cases, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var shell = Shell(Texts.Cases.Title, PortalPaths.Cases, Texts.Cases.Description.With(settings.AgencyName));
        return RenderAsync(CasesPage.Create(new(shell, cases)), cancellation);
    }

    public Task<byte[]> CaseMonthAsync(CaseMonthPageModel month, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(month);
        var shell = Shell(Texts.Cases.MonthTitle.With(month.Month.In(Texts)), PortalPaths.CaseMonth(month.Month, month.Part), Texts.Cases.Description.With(settings.AgencyName));
        return RenderAsync(CaseMonthPage.Create(new(shell, month)), cancellation);
    }

    /// <summary>The stub under the address of an item that was taken down; a static site cannot answer 410.</summary>
    public Task<byte[]> WithdrawnAsync(WithdrawnPageModel withdrawn, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(withdrawn);
        var shell = Shell(Texts.Stub.Withdrawn, PortalPaths.Item(withdrawn.Id), Texts.Stub.Withdrawn, noIndex: true);
        return RenderAsync(WithdrawnPage.Create(new(shell, withdrawn)), cancellation);
    }

    public Task<byte[]> NotFoundAsync(CancellationToken cancellation = default)
    {
        var shell = Shell(Texts.Stub.NotFound, PortalPaths.NotFound, Texts.Stub.NotFound, noIndex: true);
        return RenderAsync(NotFoundPage.Create(new(shell, Texts.Stub.NotFoundLead)), cancellation);
    }

    /// <summary>The form again, with what is wrong and everything typed still in it; served by the function app.</summary>
    public Task<byte[]> FeedbackFormAsync(FeedbackFormModel form, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(form);
        return RenderAsync(FeedbackFormPage.Create(new(OwnShell(Texts.Feedback.FormTitle), form)), cancellation);
    }

    /// <summary>The page of a receipt code; served by the function app.</summary>
    public Task<byte[]> ReceiptAsync(FeedbackReceiptModel receipt, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return RenderAsync(FeedbackReceiptPage.Create(new(OwnShell(Texts.Feedback.ReceiptTitle), receipt)), cancellation);
    }

    /// <summary>Asks for a receipt code; served by the function app.</summary>
    /// <param name="typed">A code that leads nowhere; null at first.</param>
    public Task<byte[]> FindReceiptAsync(string? typed, CancellationToken cancellation = default) =>
        RenderAsync(FindReceiptPage.Create(new(OwnShell(Texts.Feedback.FindTitle), typed)), cancellation);

    public byte[] Robots()
    {
        var text = new StringBuilder("User-agent: *\n");
        if (Links.SameOrigin)
            text.Append("Disallow: /api/\nDisallow: /desk\n");
        else
            text.Append("Allow: /\n");
        return Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $"\nSitemap: {Links.Absolute(PortalPaths.Sitemap)}\n").ToString());
    }

    /// <summary>One file, or an index with its parts where the addresses do not fit one.</summary>
    public IReadOnlyList<PortalFile> Sitemap(IReadOnlyList<SitemapEntry> entries) => SitemapWriter.Write(Links, entries);

    /// <param name="asOf">The feed's own time where it has no entry.</param>
    public byte[] Feed(IReadOnlyList<FeedEntry> entries, DateTimeOffset asOf) => FeedWriter.Write(Links, Texts, settings.AgencyName, entries, asOf);

    private PortalShell Shell(string title, string path, string description, bool noIndex = false) =>
        new(settings, Links, Links.Page(SiteStyle.Path), title, path, description, noIndex) { Script = PortalScript.Reading };

    private PortalShell ColumnShell(string title, string path) => Shell(title, path, Texts.Column.Description.With(settings.AgencyName, title));

    /// <summary>The frame of a page under the function app's own address; such a page is one person's affair.</summary>
    private PortalShell OwnShell(string title)
    {
        var links = new PortalLinks(settings, onTheSite: false);
        return new(settings, links, links.Page(SiteStyle.Path), title, PortalPaths.NotFound, title, NoIndex: true);
    }

    private static async Task<byte[]> RenderAsync(RazorSlice slice, CancellationToken cancellation)
    {
        using var owned = slice;
        return Encoding.UTF8.GetBytes(await slice.RenderAsync(PageEncoder.Instance, cancellation));
    }
}
