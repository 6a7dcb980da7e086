using Lianxin.Documents.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

/// <summary>S15: earlier versions stay readable, what changed is shown, and corrections and clarifications stand at the top.</summary>
public class VersionPagesTests
{
    [Fact]
    public async Task S15_an_earlier_version_says_that_it_is_old_leads_to_the_present_one_and_stays_out_of_search_engines()
    {
        var page = await PortalSamples.HtmlAsync(PortalSamples.Earlier());
        page.ShouldContain("<meta name=\"robots\" content=\"noindex\" />");
        page.ShouldNotContain("canonical");
        var parsed = PageRules.ShouldBeSound(page, PortalSamples.Site);
        var text = PageRules.Text(parsed);
        text.ShouldContain("这是旧版本 （第 1 版）");
        text.ShouldNotContain("版本记录");
        var links = PageRules.Named(parsed, "a").Select(a => PageRules.Value(a, "href")).ToList();
        links.ShouldContain("/open/items/ligang-2014-0k3m.html");
        links.ShouldContain("/open/items/ligang-2014-0k3m/v1-v2.html");
    }

    [Fact]
    public async Task S15_the_history_leads_to_every_earlier_version_and_to_what_changed()
    {
        var links = PageRules.Named(PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Item())), "a").Select(a => PageRules.Value(a, "href")).ToList();
        links.ShouldContain("/open/items/ligang-2014-0k3m/v1.html");
        links.ShouldContain("/open/items/ligang-2014-0k3m/v1-v2.html");
        links.ShouldNotContain("/open/items/ligang-2014-0k3m/v2.html");
    }

    [Fact]
    public async Task S15_a_comparison_marks_what_went_and_came_in_elements_and_in_words()
    {
        var html = await PortalSamples.HtmlAsync(PortalSamples.Comparison());
        var page = PageRules.ShouldBeSound(html, PortalSamples.Site);
        PageRules.Named(page, "del").Select(d => d.Value).ShouldContain("［删］三");
        PageRules.Named(page, "ins").Select(d => d.Value).ShouldContain("［增］五");
        var text = PageRules.Text(page);
        text.ShouldContain("修改说明： 根据群众意见补充第三笔资金用途。");
        text.ShouldContain("因下列意见修改");
        text.ShouldContain("第三笔钱用在哪里没有写清楚");
        text.ShouldContain("没有改动的段落略");
        html.ShouldContain("noindex");
    }

    [Fact]
    public async Task A_comparison_without_a_change_says_so()
    {
        var page = PageRules.ShouldBeSound(await PortalSamples.HtmlAsync(PortalSamples.Comparison() with { Fields = [], Quotes = [] }), PortalSamples.Site);
        PageRules.Text(page).ShouldContain("两个版本的标题、正文、要素和附件相同。");
        PageRules.Text(page).ShouldNotContain("因下列意见修改");
    }

    [Fact]
    public async Task A_correction_stands_at_the_top_as_one()
    {
        var item = PortalSamples.Item();
        var page = PageRules.Text(PageRules.Parse(await PortalSamples.HtmlAsync(item with { Versions = [item.Versions[0], item.Versions[1] with { IsCorrection = true }] })));
        page.ShouldContain("更正： 根据群众意见补充第三笔资金用途。");
        page.ShouldNotContain("更新说明：");
    }

    [Fact]
    public async Task S38_both_pages_of_a_clarification_show_the_link()
    {
        var clarified = PageRules.ShouldBeSound(await PortalSamples.HtmlAsync(PortalSamples.Item() with { ClarifiedBy = [new ItemLink("ligang-2014-new", "关于传言的澄清")] }), PortalSamples.Site);
        PageRules.Text(clarified).ShouldContain("本信息已被澄清： 关于传言的澄清");
        PageRules.Named(clarified, "a").ShouldContain(a => PageRules.Value(a, "href") == "/open/items/ligang-2014-new.html");
        var clarifying = PageRules.Text(PageRules.Parse(await PortalSamples.HtmlAsync(PortalSamples.Item() with { Clarifies = new ItemLink("ligang-2014-old", "旧信息") })));
        clarifying.ShouldContain("本信息澄清： 旧信息");
    }

    [Fact]
    public void Long_stretches_that_stayed_are_left_out_of_a_comparison()
    {
        var before = Enumerable.Range(1, 50).Select(i => $"第{i}段的内容").ToList();
        var after = before.Select(p => p == "第25段的内容" ? "第25段的新内容" : p).ToList();
        var field = ComparedField.Of("正文", before, after).ShouldNotBeNull();
        field.Rows.Select(r => r is null ? "…" : r.IsChanged ? "×" : "=").ShouldBe(["…", "=", "×", "=", "…"]);
        ComparedField.Of("正文", before, before).ShouldBeNull();
    }
}
