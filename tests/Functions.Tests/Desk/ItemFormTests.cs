using System.Xml.Linq;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Functions.Desk;
using Lianxin.Tests.Pages;

namespace Lianxin.Functions.Tests.Desk;

public class ItemFormTests
{
    [Fact]
    public async Task Fields_carry_the_names_of_the_json_body()
    {
        var page = await FormAsync(DeskPageSet.Form());
        var names = Fields(page).Select(f => PageRules.Value(f, "name")).ToHashSet();
        foreach (var name in new[] { "entry", "office", "idempotencyKey", "title", "formedOn", "period", "body", "musts", "attachments", "elements.project", "elements.amount" })
            names.ShouldContain(name);
        PageRules.Value(Form(page), "enctype").ShouldBe("multipart/form-data");
        PageRules.Value(Form(page), "action").ShouldBe(DeskSamples.Api + "/api/items");
    }

    [Fact]
    public async Task S4_the_four_musts_are_asked_in_Chinese_and_the_entry_s_own_are_ticked()
    {
        var page = await FormAsync(DeskPageSet.Form());
        var musts = Fields(page).Where(f => PageRules.Value(f, "name") == "musts").ToList();
        musts.Select(m => PageRules.Value(m, "value")).ShouldBe(["interest", "licensing", "compliance", "supervision"]);
        musts.Select(m => PageRules.Value(m, "checked") is not null).ShouldBe([true, false, false, true]);
        PageRules.Text(page).ShouldContain("与群众利益相关");
    }

    [Theory]
    [InlineData("elements.paid_on", "date", null)]
    [InlineData("elements.month", "month", null)]
    [InlineData("elements.year", "text", "numeric")]
    [InlineData("elements.amount", "text", "decimal")]
    [InlineData("elements.households", "text", "numeric")]
    [InlineData("elements.hotline", "tel", "tel")]
    [InlineData("elements.project", "text", null)]
    public async Task Each_element_is_asked_for_by_its_type(string name, string type, string? mode)
    {
        var field = Field(await FormAsync(DeskPageSet.Form()), name);
        PageRules.Value(field, "type").ShouldBe(type);
        PageRules.Value(field, "inputmode").ShouldBe(mode);
        PageRules.Value(field, "required").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_long_text_element_gets_several_lines() =>
        Field(await FormAsync(DeskPageSet.Form()), "elements.usage").Name.LocalName.ShouldBe("textarea");

    [Fact]
    public async Task Everything_typed_is_still_there_after_a_refusal_also_what_is_wrong()
    {
        var typed = DeskPageSet.Typed();
        var page = await FormAsync(DeskPageSet.Form(DeskPageSet.Refused, typed));
        Shown(page, "title").ShouldBe(typed.Title);
        Shown(page, "formedOn").ShouldBe("2014-11-31");
        Shown(page, "period").ShouldBe("2014-Q5");
        Shown(page, "body").ShouldBe(typed.Body);
        foreach (var (key, value) in typed.Elements)
            Shown(page, "elements." + key).ShouldBe(value);
        Fields(page).Where(f => PageRules.Value(f, "name") == "musts" && PageRules.Value(f, "checked") is not null)
            .Select(f => PageRules.Value(f, "value")).ShouldBe(["licensing"]);
        Shown(page, "idempotencyKey").ShouldBe("key-1");
    }

    [Theory]
    [InlineData("formedOn")]
    [InlineData("elements.paid_on")]
    [InlineData("elements.month")]
    public async Task A_date_that_does_not_exist_is_not_put_into_a_box_that_would_lose_it(string name) =>
        PageRules.Value(Field(await FormAsync(DeskPageSet.Form(DeskPageSet.Refused, DeskPageSet.Typed())), name), "type").ShouldBe("text");

    [Fact]
    public async Task Errors_stand_at_their_fields_and_in_a_summary_that_leads_there()
    {
        var page = await FormAsync(DeskPageSet.Form(DeskPageSet.Refused, DeskPageSet.Typed()));
        var amount = Field(page, "elements.amount");
        PageRules.Value(amount, "aria-invalid").ShouldBe("true");
        var described = PageRules.Value(amount, "aria-describedby")!.Split(' ');
        var error = page.Descendants("p").Single(p => PageRules.Value(p, "class") == "error" && described.Contains(PageRules.Value(p, "id")));
        error.Value.ShouldBe("错误：金额最多两位小数。；金额不能为负。");

        var summary = page.Descendants("div").Single(d => PageRules.Value(d, "role") == "alert");
        summary.Descendants("a").Select(a => PageRules.Value(a, "href")).ShouldContain("#" + PageRules.Value(amount, "id"));
        PageRules.Value(Field(page, "body"), "aria-invalid").ShouldBeNull();
    }

    [Fact]
    public async Task S44_personal_data_is_told_masked_and_leads_to_its_field()
    {
        var page = PageRules.Parse((await DeskPageSet.EveryPageAsync())["form-personal"]);
        var summary = page.Descendants("div").Single(d => PageRules.Value(d, "role") == "alert");
        summary.Value.ShouldContain("手机号码");
        summary.Descendants("a").Single().Value.ShouldBe("联系 138****0000");
    }

    [Fact]
    public async Task A_draft_may_be_kept_incomplete()
    {
        var page = await FormAsync(DeskPageSet.Form());
        var draft = page.Descendants("button").Single(b => b.Value == "存草稿");
        PageRules.Value(draft, "formaction").ShouldBe(DeskSamples.Api + "/api/items?draft=true");
        PageRules.Value(draft, "formnovalidate").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_returned_item_is_put_back_under_its_version()
    {
        var page = PageRules.Parse((await DeskPageSet.EveryPageAsync())["form-edit"]);
        PageRules.Value(Form(page), "action").ShouldBe(DeskSamples.Api + "/api/items/ligang-2014-0k3m");
        Shown(page, "_method").ShouldBe("PUT");
        Shown(page, "ifMatch").ShouldBe("\"3\"");
        Shown(page, "title").ShouldBe("立岗镇2014年第四季度民生工程资金拨付情况");
        Shown(page, "formedOn").ShouldBe("2014-11-03");
        PageRules.Text(page).ShouldContain("拨付明细表.pdf（180 KB）");
        Fields(page).ShouldNotContain(f => PageRules.Value(f, "name") == "idempotencyKey");
    }

    [Theory]
    [InlineData(Cadence.Monthly, "month")]
    [InlineData(Cadence.Quarterly, "text")]
    [InlineData(Cadence.Annual, "text")]
    public async Task A_periodic_entry_asks_for_its_period(Cadence cadence, string type)
    {
        var entry = DeskSamples.Funds() with { Cadence = cadence };
        PageRules.Value(Field(await FormAsync(DeskPageSet.Form() with { Entry = entry }), "period"), "type").ShouldBe(type);
    }

    [Fact]
    public async Task Other_entries_ask_for_no_period_and_no_village()
    {
        var villages = DeskSamples.Catalogue().Offices.Where(o => o.IsVillage).ToList();
        var news = await FormAsync(DeskPageSet.Form() with { Entry = DeskSamples.News(), Villages = villages });
        Fields(news).Select(f => PageRules.Value(f, "name")).ShouldNotContain("period");
        Fields(news).Select(f => PageRules.Value(f, "name")).ShouldNotContain("village");

        var accounts = await FormAsync(DeskPageSet.Form() with { Entry = DeskSamples.VillageAccounts(), Villages = villages });
        Field(accounts, "village").Elements("option").Select(o => o.Value).ShouldBe(["不涉及具体的村", "兰光村村委会"]);
    }

    [Fact]
    public async Task Several_offices_are_offered_one_is_fixed()
    {
        var offices = DeskSamples.Catalogue().Offices;
        PageRules.Value(Field(await FormAsync(DeskPageSet.Form()), "office"), "type").ShouldBe("hidden");
        var choice = Field(await FormAsync(DeskPageSet.Form() with { Offices = offices }), "office");
        choice.Elements("option").Single(o => PageRules.Value(o, "selected") is not null).Attribute("value")!.Value.ShouldBe("czs");
    }

    private static async Task<XDocument> FormAsync(ItemFormModel form) =>
        PageRules.ShouldBeSound(await DeskSamples.Pages(Role.Clerk).ItemFormAsync(form, TestContext.Current.CancellationToken), DeskSamples.Site, DeskSamples.Api);

    private static XElement Form(XDocument page) => page.Descendants("form").Single(f => PageRules.Value(f, "enctype") is not null);

    private static IEnumerable<XElement> Fields(XDocument page) => Form(page).Descendants().Where(e => e.Name.LocalName is "input" or "select" or "textarea");

    private static XElement Field(XDocument page, string name) => Fields(page).Single(f => PageRules.Value(f, "name") == name);

    /// <summary>What a browser has in the box: it drops the line break after the opening tag of a text area.</summary>
    private static string Shown(XDocument page, string name)
    {
        var field = Field(page, name);
        return field.Name.LocalName == "textarea" ? field.Value[1..] : PageRules.Value(field, "value")!;
    }
}
