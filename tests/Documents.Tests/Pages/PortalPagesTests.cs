using Lianxin.Documents.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

public class PortalPagesTests
{
    [Fact]
    public async Task Every_page_is_sound()
    {
        await PortalSamples.PreviewAsync();
        foreach (var (_, html) in await PortalSamples.EveryPageAsync())
            PageRules.ShouldBeSound(html, PortalSamples.Site, PortalSamples.Api);
    }

    [Fact]
    public async Task What_people_type_is_shown_as_text_on_every_page()
    {
        foreach (var (name, html) in await PortalSamples.EveryPageAsync(PageRules.Hostile))
        {
            var page = PageRules.ShouldBeSound(html, PortalSamples.Site, PortalSamples.Api);
            PageRules.Text(page).ShouldContain(PageRules.HostileShown, customMessage: name);
            html.ShouldNotContain("<script>", Case.Insensitive);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    public async Task A_text_of_nothing_but_dropped_characters_is_shown_as_nothing(int length)
    {
        var item = PortalSamples.Item() with { Title = new string('\u202E', length), OfficeTitle = new string('\u2066', length) };
        var page = PageRules.ShouldBeSound(await PortalSamples.HtmlAsync(item), PortalSamples.Site, PortalSamples.Api);
        PageRules.Named(page, "h1").Single().Value.ShouldBe("");
    }

    [Fact]
    public async Task The_same_model_gives_the_same_bytes()
    {
        var first = await PortalSamples.HtmlAsync(PortalSamples.Item());
        (await PortalSamples.HtmlAsync(PortalSamples.Item())).ShouldBe(first);
    }

    [Fact]
    public async Task Chinese_is_not_blown_up_into_entities()
    {
        var html = await PortalSamples.HtmlAsync(PortalSamples.Item("𠮷田+"));
        html.ShouldContain("民生工程资金拨付情况𠮷田+");
        html.ShouldNotContain("&#x");
    }

    [Fact]
    public async Task S27_an_item_page_carries_its_metadata()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Item()));
        var facts = PageRules.Named(page, "table").First().Descendants("tr").ToDictionary(r => r.Element("th")!.Value, r => r.Element("td")!.Value);
        facts["索引号"].ShouldBe("640122000/2014-00457");
        facts["主题分类"].ShouldBe("财政预决算与公共资金 › 民生工程与专项资金（财政类）");
        facts["发布机构"].ShouldBe("立岗镇人民政府（财政所）");
        facts["所属期间"].ShouldBe("2014年第四季度");
        facts["成文日期"].ShouldBe("2014-11-03");
        facts["发布日期"].ShouldBe("2014-11-05");
        facts["公开方式"].ShouldBe("主动公开");
        facts["公开依据"].ShouldBe("《政府信息公开条例》第二十一条");
        facts["有效性"].ShouldBe("有效，第 2 版");
    }

    [Fact]
    public async Task Dates_are_those_of_China_also_just_after_midnight()
    {
        var text = PageRules.Text(PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Item())));
        text.ShouldContain("本页更新于 2014-11-13 00:05");
    }

    [Fact]
    public async Task A_body_becomes_one_paragraph_a_line()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Item()));
        PageRules.Named(page, "div").Single(d => PageRules.Value(d, "class") == "body").Elements("p").Count().ShouldBe(3);
    }

    [Fact]
    public async Task S42_an_item_without_files_shows_no_empty_attachment_list()
    {
        var item = PortalSamples.Item();
        (await PortalSamples.HtmlAsync(item)).ShouldContain("附件下载");
        (await PortalSamples.HtmlAsync(item with { Attachments = [] })).ShouldNotContain("附件");
    }

    [Fact]
    public async Task S15_a_changed_item_tells_what_changed_and_keeps_its_versions()
    {
        var item = PortalSamples.Item();
        var changed = PageRules.Text(PageRules.Parse(await PortalSamples.HtmlAsync(item)));
        changed.ShouldContain("更新说明： 根据群众意见补充第三笔资金用途。");
        changed.ShouldContain("第 1 版 2014-11-05 09:30 首次公开");

        var first = PageRules.Text(PageRules.Parse(await PortalSamples.HtmlAsync(item with { Versions = [item.Versions[0]] })));
        first.ShouldNotContain("更新说明");
        first.ShouldNotContain("版本记录");
    }

    [Fact]
    public async Task Withdrawn_and_missing_pages_keep_out_of_search_engines()
    {
        var pages = await PortalSamples.EveryPageAsync();
        foreach (var name in new[] { "withdrawn", "not-found" })
            pages[name].ShouldContain("<meta name=\"robots\" content=\"noindex\" />");
        foreach (var name in new[] { "item", "month", "year", "home", "list", "guide", "content", "coverage", "cases" })
            pages[name].ShouldNotContain("noindex");
        pages["withdrawn"].ShouldContain("内容有误，核实后重新公开。");
        pages["withdrawn"].ShouldNotContain("canonical");
    }

    [Fact]
    public async Task The_front_page_shows_twenty_items_and_links_each_report_to_its_file()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Home()));
        PageRules.Named(page, "ul").Single(u => PageRules.Value(u, "class") == "newest").Elements("li").Count().ShouldBe(PortalPages.HomeRows);
        PageRules.Named(page, "ol").Single(u => PageRules.Value(u, "class") == "categories").Elements("li").Count().ShouldBe(16);
        PageRules.Named(page, "a").ShouldContain(a => PageRules.Value(a, "href") == "/open/reports/2014-1.pdf");
    }

    [Fact]
    public async Task An_empty_site_says_so()
    {
        var home = await PortalSamples.HtmlAsync(new HomePageModel([], [], [], []));
        PageRules.Text(PageRules.ShouldBeSound(home, PortalSamples.Site)).ShouldContain("还没有公开信息。");
        var year = await PortalSamples.HtmlAsync(new YearPageModel(2014, [], null, null));
        PageRules.ShouldBeSound(year, PortalSamples.Site).Descendants("table").ShouldBeEmpty();
        var month = await PortalSamples.HtmlAsync(new MonthPageModel(new(2014, 2), [], null, null));
        PageRules.ShouldBeSound(month, PortalSamples.Site).Descendants("table").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_month_links_its_neighbours_and_every_item_with_its_date()
    {
        var page = PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Month()));
        var links = PageRules.Named(page, "a").Select(a => PageRules.Value(a, "href")).ToList();
        links.ShouldContain("/open/list/2014-10.html");
        links.ShouldContain("/open/list/2014-12.html");
        links.ShouldContain("/open/items/ligang-2014-0001.html");
        PageRules.Named(page, "tbody").Single().Elements("tr").ShouldAllBe(r => r.Descendants("time").Any());
        PageRules.Named(page, "caption").Single().Value.ShouldContain("共 45 条");
    }
}
