using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>S38: a clarification 澄清 is marked on both pages, and the mark follows what the public may see.</summary>
public sealed class ClarificationTests
{
    private readonly TownHall town = new();

    [Fact]
    public async Task S38_both_pages_show_the_link_once_the_clarification_is_published()
    {
        var old = await PublishedAsync("有误的信息");
        var clarifying = await town.ApprovedClarificationAsync("对传言的说明", old.Id);
        (await town.PageAsync($"items/{old.Id}.html")).ShouldNotContain("已被澄清");
        await town.PumpAsync();
        (await town.PageAsync($"items/{old.Id}.html")).ShouldContain($"items/{clarifying.Id}.html\">对传言的说明");
        (await town.PageAsync($"items/{clarifying.Id}.html")).ShouldContain($"items/{old.Id}.html\">有误的信息");
        (await town.EventsAsync(old.Id)).ShouldBe(["submitted", "approved", "published", "clarified"]);
    }

    [Fact]
    public async Task The_address_of_the_public_page_names_the_item_too()
    {
        var old = await PublishedAsync("有误的信息");
        var clarifying = await town.ApprovedClarificationAsync("对传言的说明", $" https://town.example/items/{old.Id}.html ");
        clarifying.Content.Clarifies.ShouldBe(old.Id);
    }

    [Fact]
    public async Task A_withdrawn_clarification_takes_its_mark_with_it()
    {
        var old = await PublishedAsync("有误的信息");
        var clarifying = await town.ApprovedClarificationAsync("对传言的说明", old.Id);
        await town.PumpAsync();
        await town.WithdrawnAsync(clarifying.Id);
        await town.PumpAsync();
        (await town.PageAsync($"items/{old.Id}.html")).ShouldNotContain("澄清");
        (await town.ReadAsync(old.Id)).ClarifiedBy.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_clarified_item_goes_its_title_goes_from_the_clarification_too()
    {
        var old = await PublishedAsync("有误的信息");
        var clarifying = await town.ApprovedClarificationAsync("对传言的说明", old.Id);
        await town.PumpAsync();
        await town.WithdrawnAsync(old.Id);
        await town.PumpAsync();
        (await town.Documents.SiteAsync()).Where(p => p.Value.Contains("有误的信息", StringComparison.Ordinal)).Select(p => p.Key).ShouldBeEmpty();
        (await town.PageAsync($"items/{clarifying.Id}.html")).ShouldNotContain(old.Id);
    }

    [Fact]
    public async Task A_new_title_of_either_shows_on_the_other()
    {
        var old = await PublishedAsync("有误的信息");
        var clarifying = await town.ApprovedClarificationAsync("对传言的说明", old.Id);
        await town.PumpAsync();
        await town.RevisedAsync(old.Id, "改过标题的信息");
        await town.RevisedAsync(clarifying.Id, "更完整的说明");
        await town.PumpAsync();
        (await town.PageAsync($"items/{clarifying.Id}.html")).ShouldContain("改过标题的信息");
        (await town.PageAsync($"items/{old.Id}.html")).ShouldContain("更完整的说明");
    }

    [Fact]
    public async Task A_revision_that_clarifies_another_item_moves_the_mark()
    {
        var one = await PublishedAsync("第一条");
        var two = await PublishedAsync("第二条");
        var clarifying = await town.ApprovedClarificationAsync("说明", one.Id);
        await town.PumpAsync();
        await town.RevisedAsync(clarifying.Id, new ItemInput { Clarifies = two.Id, Clarified = await town.ReadAsync(two.Id), ChangeNote = "改指第二条" });
        await town.PumpAsync();
        (await town.ReadAsync(one.Id)).ClarifiedBy.ShouldBeEmpty();
        (await town.PageAsync($"items/{one.Id}.html")).ShouldNotContain("澄清");
        (await town.PageAsync($"items/{two.Id}.html")).ShouldContain("本信息已被澄清");
    }

    private async Task<Item> PublishedAsync(string title)
    {
        var item = await town.ApprovedNewsAsync(title);
        await town.PumpAsync();
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        return item;
    }
}
