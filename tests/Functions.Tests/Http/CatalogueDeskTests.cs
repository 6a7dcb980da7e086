using System.Net;
using Lianxin.Core.Catalogue;
using Lianxin.Functions.Desk;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The catalogue on the desk: every entry, and the rule and the source of every field one click from the form.</summary>
public sealed class CatalogueDeskTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DisclosureCatalogue Catalogue => town.Service<ReferenceData>().Catalogue;

    [Fact]
    public async Task S7_all_44_entries_stand_by_their_category_with_fields_due_rule_audience_and_source()
    {
        var list = await PageAsync("/desk/catalogue");
        foreach (var entry in Catalogue.Categories.SelectMany(c => c.Entries))
        {
            list.ShouldContain($"href=\"/desk/catalogue/{entry.Code}\"");
            var page = await PageAsync($"/desk/catalogue/{entry.Code}");
            page.ShouldContain(entry.Basis);
            page.ShouldContain(Words.Of(entry.Audience));
            entry.DueRules.ShouldAllBe(r => page.Contains(r.Source) && page.Contains(Words.Of(r)));
            EntryFields.Of(entry).ShouldAllBe(f => f.Rule.Length > 0 && f.Source.Length > 0 && page.Contains($"id=\"{f.Anchor}\""));
        }
    }

    [Fact]
    public async Task Every_field_of_every_form_leads_to_its_rule_on_the_entrys_page()
    {
        foreach (var entry in Catalogue.Categories.SelectMany(c => c.Entries))
        {
            var form = await PageAsync($"/desk/items/new/{entry.Code}");
            EntryFields.Of(entry).ShouldAllBe(f => form.Contains($"href=\"/desk/catalogue/{entry.Code}#{f.Anchor}\""));
        }
    }

    [Fact]
    public async Task A_code_that_no_entry_has_finds_no_page()
    {
        (await OpenTownHall.GetAsync(town.Clerk, "/desk/catalogue/99-99")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void What_is_due_next_is_the_day_of_the_quarter_that_ended_and_of_the_one_that_runs()
    {
        var calendar = town.Service<ReferenceData>().Calendar;
        NextDue Only(DateOnly today) => NextDue.Of(Catalogue.Entry("01-01")!, today, calendar)[0];
        Only(new(2026, 4, 15)).Period!.Value.ToString().ShouldBe("2026-Q1");
        Only(new(2026, 4, 15)).Deadline.DueOn.ShouldBe(new(2026, 4, 20));
        Only(new(2026, 4, 21)).Period!.Value.ToString().ShouldBe("2026-Q2");
        NextDue.Of(Catalogue.Entry("01-03")!, new(2026, 4, 15), calendar).ShouldHaveSingleItem().Period.ShouldBeNull();
    }

    private async Task<string> PageAsync(string path)
    {
        using var answer = await OpenTownHall.GetAsync(town.Clerk, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
