using System.Text;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Reports;
using Lianxin.Functions.Desk;
using Lianxin.Tests.Pages;

namespace Lianxin.Functions.Tests.Desk;

public class DeskPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_sound()
    {
        await DeskPageSet.PreviewAsync();
        foreach (var (_, html) in await DeskPageSet.EveryPageAsync())
            PageRules.ShouldBeSound(html, DeskSamples.Site, DeskSamples.Api, HandoverSamples.County).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_people_type_is_shown_as_text_on_every_page()
    {
        foreach (var (name, html) in await DeskPageSet.EveryPageAsync(PageRules.Hostile))
        {
            var page = PageRules.ShouldBeSound(html, DeskSamples.Site, DeskSamples.Api, HandoverSamples.County);
            PageRules.Text(page).ShouldContain(PageRules.HostileShown, customMessage: name);
            html.ShouldNotContain("<script", Case.Insensitive);
        }
    }

    [Fact]
    public void The_sheet_is_small_and_asks_nobody_for_anything()
    {
        Encoding.UTF8.GetByteCount(DeskAssets.Css).ShouldBeLessThanOrEqualTo(20 * 1024);
        DeskAssets.Css.ShouldNotContain("url(");
        DeskAssets.Css.ShouldNotContain("@import");
        DeskAssets.Css.ShouldContain(".step-form");
    }

    [Fact]
    public async Task Every_form_posts_to_the_api_and_every_post_keeps_the_session_s_end_in_reach()
    {
        foreach (var (name, html) in await DeskPageSet.EveryPageAsync())
        {
            var forms = PageRules.Named(PageRules.Parse(html), "form").ToList();
            foreach (var form in forms.Where(f => PageRules.Value(f, "method") == "post"))
                PageRules.Value(form, "action")!.ShouldStartWith(DeskSamples.Api + "/api/");
            // Nobody is signed in there yet.
            if (name is not ("sign-in" or "sign-in-outside" or "signed-in"))
                forms.ShouldContain(f => f.Elements("input").Any(i => PageRules.Value(i, "name") == "_method" && PageRules.Value(i, "value") == "DELETE"));
        }
    }

    [Fact]
    public async Task Without_an_api_base_forms_stay_on_the_own_origin()
    {
        var pages = new DeskPages(DeskSamples.Context(Role.Clerk) with { ApiBase = "", SiteBase = "/" });
        var page = PageRules.ShouldBeSound(await pages.ItemFormAsync(DeskPageSet.Form(), Cancellation));
        PageRules.Named(page, "form").Last().Attribute("action")!.Value.ShouldBe("/api/items");
    }

    [Fact]
    public async Task Navigation_shows_a_role_what_it_may_open()
    {
        var list = new WorklistModel(new WorklistFilter(), DeskSamples.Catalogue(), [], DeskSamples.Today);
        var clerk = await DeskSamples.Pages(Role.Clerk).WorklistAsync(list, Cancellation);
        clerk.ShouldContain("href=\"/desk/items/new\"");
        clerk.ShouldNotContain("/desk/imports");
        var admin = await DeskSamples.Pages(Role.Admin).WorklistAsync(list, Cancellation);
        admin.ShouldContain("/desk/imports");
        admin.ShouldNotContain("/desk/items/new");
        PageRules.Text(PageRules.Parse(admin)).ShouldContain("清单里还没有信息。");
        (await DeskSamples.Pages(Role.Member).WorklistAsync(list, Cancellation)).ShouldNotContain("/desk/reports");
    }

    [Fact]
    public async Task Signing_in_leads_on_to_the_page_that_was_asked_for()
    {
        var page = PageRules.Parse(await new DeskPages(DeskSamples.Context(null)).SignInAsync(new SignInModel("", null, "/desk/items/ligang-2014-1"), Cancellation));
        PageRules.Named(page, "input").Where(i => PageRules.Value(i, "name") == "next").ShouldHaveSingleItem().Attribute("value")!.Value.ShouldBe("/desk/items/ligang-2014-1");
    }

    [Fact]
    public async Task S14_the_work_list_tells_due_dates_in_words()
    {
        var list = new WorklistModel(new WorklistFilter(), DeskSamples.Catalogue(), DeskSamples.Rows(), DeskSamples.Today);
        var page = PageRules.Parse(await DeskSamples.Pages(Role.Reviewer).WorklistAsync(list, Cancellation));
        var due = PageRules.Named(page, "td").Where(c => PageRules.Value(c, "class") == "brief due").Select(c => c.Element("span")!).Select(s => $"{s.Value}|{PageRules.Value(s, "class")}");
        due.ShouldBe(["已逾期 2 天|bad", "今天到期|warn", "还剩 4 天|warn", "逾期 2 天公开|quiet", "还剩 61 天|quiet"]);
    }

    [Theory]
    [InlineData("2014-11-18", "按期公开")]
    [InlineData("2014-11-17", "逾期 1 天公开")]
    [InlineData(null, "已公开")]
    public void A_published_item_tells_whether_it_was_in_time(string? due, string words) =>
        DueNote.Of(due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), ItemStatus.Published, DeskSamples.Morning.AddHours(14), DeskSamples.Today).Text.ShouldBe(words);

    [Fact]
    public async Task Filters_survive_and_lead_to_the_next_page()
    {
        var pages = await DeskPageSet.EveryPageAsync("&=");
        var page = PageRules.Parse(pages["worklist"]);
        PageRules.Named(page, "option").Where(o => PageRules.Value(o, "selected") is not null).Select(o => PageRules.Value(o, "value")).ShouldBe(["submitted", "czs"]);
        PageRules.Named(page, "input").Single(i => PageRules.Value(i, "name") == "q").Attribute("value")!.Value.ShouldBe("水利&=");
        PageRules.Named(page, "a").Single(a => PageRules.Value(a, "rel") == "next").Attribute("href")!.Value
            .ShouldBe("/desk?status=submitted&office=czs&quarter=2014-Q4&q=%E6%B0%B4%E5%88%A9%26%3D&continuation=next%26%26%3D");
    }

    [Fact]
    public async Task A_clerk_can_choose_the_entries_of_the_own_office_only()
    {
        var clerk = await DeskSamples.Pages(Role.Clerk).ChooseEntryAsync(CatalogueChoice.For(DeskSamples.Catalogue(), "czs"), Cancellation);
        clerk.ShouldContain("href=\"/desk/items/new/10-03\"");
        clerk.ShouldNotContain("href=\"/desk/items/new/01-03\"");
        PageRules.Text(PageRules.Parse(clerk)).ShouldContain("每季度公开。审核后征求领导小组意见，意见统一后由组长批准。");
        CatalogueChoice.For(DeskSamples.Catalogue(), "v01").Allowed.ShouldBe(["16-01"]);
    }

    [Theory]
    [InlineData(JobState.Waiting, true)]
    [InlineData(JobState.Running, true)]
    [InlineData(JobState.Done, false)]
    [InlineData(JobState.Failed, false)]
    public async Task A_job_s_page_loads_itself_again_while_it_runs(JobState state, bool again)
    {
        var page = PageRules.Parse(await DeskSamples.Pages(Role.Admin).JobAsync(new JobModel(DeskPageSet.Job(state), "/desk/imports"), Cancellation));
        PageRules.Named(page, "meta").Any(m => PageRules.Value(m, "http-equiv") == "refresh" && PageRules.Value(m, "content") == "2").ShouldBe(again);
        PageRules.Named(page, "progress").Single().Attribute("value")!.Value.ShouldBe("200");
        PageRules.Named(page, "a").Any(a => a.Value == "查看结果").ShouldBe(state == JobState.Done);
    }

    [Fact]
    public async Task A_report_offers_each_role_its_own_forms()
    {
        var reviewer = await Report(Role.Reviewer, DeskPageSet.ReportModel());
        reviewer.ShouldContain("/api/reports/2014/narrative");
        reviewer.ShouldContain("formaction=\"https://api.town.example/api/reports/2014/build?format=ligang-2014\"");
        reviewer.ShouldContain("name=\"sections.problems\"");
        reviewer.ShouldNotContain("/api/reports/2014/approval");

        var chair = await Report(Role.Chair, DeskPageSet.ReportModel());
        chair.ShouldContain("/api/reports/2014/approval");
        chair.ShouldContain("name=\"reasons.sum-of-classes\"");
        chair.ShouldContain("name=\"reasons.period-open\"");
        chair.ShouldNotContain("/api/reports/2014/build");

        var clerk = await Report(Role.Clerk, DeskPageSet.ReportModel());
        clerk.ShouldContain("aria-label=\"说明本年无：行政事业性收费\"");
        clerk.ShouldContain("aria-label=\"收回说明：行政许可决定\"");

        var shown = DeskPageSet.ReportModel();
        var reader = PageRules.Parse(await Report(Role.Supervisor, shown with { Yearly = shown.Yearly with { OwnOffice = null } }));
        PageRules.Named(reader, "form").Single().Attribute("action")!.Value.ShouldEndWith("/api/session", customMessage: "only the sign-out is left");
        PageRules.Named(reader, "a").ShouldContain(a => PageRules.Value(a, "href")!.EndsWith("/report.pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_with_an_error_or_already_published_cannot_be_approved()
    {
        var model = DeskPageSet.ReportModel() with { Editions = [] };
        var draft = model.Draft!;
        var wrong = model with { Report = model.Report with { Draft = draft with { Findings = [draft.Findings[0] with { Severity = FindingSeverity.Error }] } } };
        (await Report(Role.Chair, wrong)).ShouldNotContain("/approval\"");

        var edition = new ReportEdition(1, draft, DeskSamples.Morning, "chair", new Dictionary<string, string>());
        var published = model with { Report = model.Report with { Editions = [edition] } };
        (await Report(Role.Chair, published)).ShouldNotContain("/approval\"");
        published.State.ShouldBe("已发布第 1 版");
    }

    [Fact]
    public async Task An_import_tells_every_row_and_the_refused_ones_first()
    {
        var page = PageRules.Parse((await DeskPageSet.EveryPageAsync())["imports"]);
        PageRules.Named(page, "tbody").SelectMany(t => t.Elements("tr")).Select(r => r.Element("th")!.Value).ShouldBe(["4", "2", "3"]);
        PageRules.Text(page).ShouldContain("共 3 行：可以导入 1 行，已存在 1 行，有错误 1 行。没有写入任何内容。");
        PageRules.Named(page, "input").Single(i => PageRules.Value(i, "name") == "dryRun").Attribute("value")!.Value.ShouldBe("true");
    }

    [Fact]
    public void Names_in_forms_are_kebab_case()
    {
        Names.Of(ItemStatus.PublishedToParty).ShouldBe("published-to-party");
        Words.Channel("notice_board").ShouldBe("公示栏");
        Words.Channel("loudspeaker").ShouldBe("loudspeaker");
        Words.RoleName("clerk").ShouldBe("经办人");
        Words.RoleName("timer:sweep").ShouldBe("timer:sweep");
    }

    private static Task<string> Report(Role role, ReportDeskModel model) => DeskSamples.Pages(role).ReportAsync(model, Cancellation);
}
