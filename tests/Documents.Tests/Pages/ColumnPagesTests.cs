using System.Text;
using Lianxin.Documents.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

/// <summary>The statutory column, its lists, and that every page is light.</summary>
public class ColumnPagesTests
{
    private const int Lightest = 100 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_leads_to_the_five_parts_of_the_column_under_their_official_names_in_their_order()
    {
        foreach (var (name, html) in await PortalSamples.EveryPageAsync())
        {
            var header = PageRules.Named(PageRules.Parse(html), "header").Single();
            PageRules.Named(header, "li").Select(l => l.Value.Trim()).ShouldBe(
                ["首页", "政府信息公开指南", "政府信息公开制度", "法定主动公开内容", "政府信息公开年报", "依申请公开", "搜索"], name);
        }
    }

    [Fact]
    public async Task The_part_that_is_open_is_marked_in_the_navigation()
    {
        var page = PageRules.Parse((await PortalSamples.EveryPageAsync())["rules"]);
        PageRules.Named(page, "a").Where(a => PageRules.Value(a, "aria-current") == "page").Select(a => a.Value).ShouldBe(["政府信息公开制度"]);
    }

    [Fact]
    public async Task Large_type_is_within_reach_on_every_page_without_script()
    {
        foreach (var (name, html) in await PortalSamples.EveryPageAsync())
        {
            var page = PageRules.Parse(html);
            PageRules.Named(page, "input").ShouldContain(i => PageRules.Value(i, "id") == "large" && PageRules.Value(i, "type") == "checkbox", name);
            PageRules.Value(PageRules.Named(page, "button").Single(b => PageRules.Value(b, "id") == "listen"), "hidden").ShouldNotBeNull(name);
        }

        SiteStyle.Text.ShouldContain(":has(#large:checked)");
    }

    [Fact]
    public async Task The_page_of_applications_says_that_online_handling_is_still_to_come_and_leads_to_a_form_to_print()
    {
        var pages = await PortalSamples.EveryPageAsync();
        PageRules.Text(PageRules.Parse(pages["apply"])).ShouldContain("网上提交申请尚未开通");
        pages["apply"].ShouldContain("/open/column/application-form.html");
        var form = PageRules.Text(PageRules.Parse(pages["application-form"]));
        foreach (var field in new[] { "姓名或者名称", "身份证明", "联系方式", "特征性描述", "获取信息的方式", "获取信息的途径" })
            form.ShouldContain(field);
        form.ShouldContain("不需要说明申请的用途");
    }

    [Fact]
    public async Task A_list_shows_every_item_with_its_date_and_leads_to_its_earlier_pages()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.List()));
        var lines = PageRules.Named(page, "ul").Single(u => PageRules.Value(u, "class") == "newest").Elements("li").ToList();
        lines.Count.ShouldBe(12);
        lines.ShouldAllBe(l => l.Descendants("time").Any());
        PageRules.Named(page, "a").Select(a => PageRules.Value(a, "href")).ShouldContain("/open/list/category-01/2013-1.html");
    }

    [Fact]
    public async Task Empty_lists_and_registers_say_so()
    {
        var list = await PortalSamples.HtmlAsync(PortalSamples.List() with { Rows = [], Parts = [] });
        PageRules.Text(PageRules.ShouldBeSound(list, PortalSamples.Site)).ShouldContain("这里还没有公开信息。");
        var met = await PortalSamples.HtmlAsync(PortalSamples.Coverage() with { Missing = [] });
        PageRules.Text(PageRules.ShouldBeSound(met, PortalSamples.Site)).ShouldContain("应当公开的都已公开，没有遗漏。");
        var none = await PortalSamples.HtmlAsync(PortalSamples.Coverage() with { Missing = [], Total = 0 });
        PageRules.Text(PageRules.ShouldBeSound(none, PortalSamples.Site)).ShouldContain("本季度没有定期公开的事项。");
        var cases = Encoding.UTF8.GetString(await PortalSamples.Pages.CasesAsync(new CasesPageModel([], false, []), Cancellation));
        PageRules.Text(PageRules.ShouldBeSound(cases, PortalSamples.Site)).ShouldContain("还没有登记的事项。");
        var reports = Encoding.UTF8.GetString(await PortalSamples.Pages.ReportsAsync([], Cancellation));
        PageRules.Text(PageRules.ShouldBeSound(reports, PortalSamples.Site)).ShouldContain("还没有已发布的年度报告。");
    }

    [Fact]
    public async Task The_fullest_pages_with_the_longest_texts_stay_light()
    {
        var title = new string('很', 200);
        var rows = PortalSamples.Rows(80).Select(r => r with { Title = title }).ToList();
        var parts = Enumerable.Range(0, 250).Select(i => new ListPart(2001 + (i / 10), (i % 10) + 1)).ToList();
        var list = await PortalSamples.HtmlAsync(PortalSamples.List() with { Rows = rows, Parts = parts });
        Encoding.UTF8.GetByteCount(list).ShouldBeLessThan(Lightest);
        var home = await PortalSamples.HtmlAsync(PortalSamples.Home() with { Newest = rows });
        Encoding.UTF8.GetByteCount(home).ShouldBeLessThan(Lightest);
        var cases = PortalSamples.Cases(PortalPages.CaseRows).Select(c => c with { Request = new string('求', 200), Answer = new string('答', 2_000), PassedTo = new string('转', 100) }).ToList();
        (await PortalSamples.Pages.CasesAsync(new CasesPageModel(cases, true, []), Cancellation)).Length.ShouldBeLessThan(Lightest);
        var missing = Enumerable.Range(0, 2_000).Select(_ => PortalSamples.Coverage().Missing[0]).ToList();
        var coverage = await PortalSamples.HtmlAsync(PortalSamples.Coverage() with { Missing = missing });
        Encoding.UTF8.GetByteCount(coverage).ShouldBeLessThan(Lightest);
        coverage.ShouldContain("另有 1850 项未列出");
    }

    [Fact]
    public void The_script_is_small_and_named_by_its_content()
    {
        PortalScript.ReadingFile.Bytes.Length.ShouldBeLessThan(4 * 1024);
        PortalScript.Reading.Path.ShouldMatch("^assets/reading-[0-9a-f]{12}\\.js$");
        PortalPages.Assets.ShouldContain(f => f.Path == PortalScript.Reading.Path);
    }

    [Fact]
    public void List_addresses_cannot_climb_out_of_their_folder()
    {
        PortalPaths.List(ListKind.Village, "../../x").ShouldBe("list/village-_._.._x.html");
        PortalPaths.List(ListKind.Entry, "a/b", new ListPart(2014, 1)).ShouldBe("list/entry-a_b/2014-1.html");
        PortalPaths.Coverage("../x").ShouldBe("coverage/_._x.html");
    }
}
