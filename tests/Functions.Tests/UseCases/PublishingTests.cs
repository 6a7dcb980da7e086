using Lianxin.Core.Audit;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>However messages come, the site ends as the register says, and an item is published once.</summary>
public sealed class PublishingTests
{
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static bool IsCoverage(string path) => path.StartsWith("coverage/", StringComparison.Ordinal);

    [Fact]
    public async Task A_published_item_stands_on_its_page_in_month_year_home_feed_and_site_map()
    {
        var item = await town.ApprovedNewsAsync("春耕动员会召开");
        (await town.Documents.SiteAsync()).ShouldBeEmpty();
        await town.PumpAsync();
        var site = await town.Documents.SiteAsync();
        foreach (var page in new[] { $"items/{item.Id}.html", "list/2026-03.html", "index.html", "feed.xml" })
            site[page].ShouldContain("春耕动员会召开", customMessage: page);
        site["list/2026.html"].ShouldContain("2026-03");
        site["sitemap.xml"].ShouldContain(item.Id);
        (await town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.Published);
    }

    [Fact]
    public async Task A_doubled_and_a_late_message_change_nothing()
    {
        var item = await town.ApprovedNewsAsync("甲");
        await town.PumpAsync();
        var before = await town.Documents.SiteAsync();
        town.Clock.Advance(TimeSpan.FromDays(3));
        await town.DeliverAsync(PublicationDay.Publish(item));
        await town.DeliverAsync(PublicationDay.Publish(item));
        await town.PumpAsync();
        (await town.EventsAsync(item.Id)).Count(k => k is "published").ShouldBe(1);
        // The list of what is missing tells its own day.
        (await town.Documents.SiteAsync()).Where(p => !IsCoverage(p.Key)).ShouldBe(before.Where(p => !IsCoverage(p.Key)));
    }

    [Fact]
    public async Task Messages_of_an_older_version_never_bring_it_back()
    {
        var first = await town.ApprovedNewsAsync("旧标题");
        await town.PumpAsync();
        await town.RevisedAsync(first.Id, "新标题");
        await town.DeliverAsync(PublicationDay.Publish(first));
        (await town.PageAsync($"items/{first.Id}.html")).ShouldContain("旧标题");
        await town.PumpAsync();
        await town.DeliverAsync(PublicationDay.Publish(first));
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-lists", first.Id, 1));
        (await town.EventsAsync(first.Id)).ShouldBe(["submitted", "approved", "published", "revised", "approved", "republished"]);
        var site = await town.Documents.SiteAsync();
        site["list/2026-03.html"].ShouldContain("新标题");
        site["list/2026-03.html"].ShouldNotContain("旧标题");
        site[$"items/{first.Id}.html"].ShouldContain("新标题");
    }

    [Fact]
    public async Task Eight_workers_with_the_same_message_publish_once()
    {
        var item = await town.ApprovedNewsAsync("甲");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => town.DeliverAsync(PublicationDay.Publish(item)), Cancellation)));
        await town.PumpAsync();
        (await town.EventsAsync(item.Id)).Count(k => k is "published").ShouldBe(1);
        EventChain.FirstBreak(await town.Room.Register.HistoryAsync(item.Id, Cancellation)).ShouldBeNull();
    }

    [Theory]
    [InlineData("put list/2026-03.html")]
    [InlineData("put list/2026.html")]
    [InlineData("put index.html")]
    [InlineData("commit ")]
    public async Task Two_items_published_at_the_same_moment_both_stand_in_every_list(string worstMoment)
    {
        var slow = await town.ApprovedNewsAsync("慢的一条");
        var quick = await town.ApprovedNewsAsync("快的一条");
        town.Gate.RivalBefore(worstMoment, () => town.DeliverAsync(PublicationDay.Publish(quick)));
        await town.DeliverAsync(PublicationDay.Publish(slow));
        await town.PumpAsync();
        var site = await town.Documents.SiteAsync();
        foreach (var page in new[] { "list/2026-03.html", "index.html", "feed.xml" })
        {
            site[page].ShouldContain("慢的一条", customMessage: page);
            site[page].ShouldContain("快的一条", customMessage: page);
        }
    }

    [Theory]
    [InlineData("put list/2026-03.html", "list/2026-03.html")]
    [InlineData("put index.html", "index.html")]
    [InlineData("put feed.xml", "feed.xml")]
    [InlineData("put sitemap.xml", "sitemap.xml")]
    public async Task A_list_that_was_read_before_a_rivals_item_is_not_written_over_the_rivals(string worstMoment, string page)
    {
        var slow = await town.ApprovedNewsAsync("甲");
        await town.PumpAsync();
        var quick = await town.ApprovedNewsAsync("乙");
        town.Gate.RivalBefore(worstMoment, town.PumpAsync);
        await town.DeliverAsync(PublicationDay.Publish(slow));
        (await town.PageAsync(page)).ShouldContain(quick.Id);
    }

    [Theory]
    [InlineData("put items/")]
    [InlineData("put list/2026-03.html")]
    [InlineData("put feed.xml")]
    public async Task A_late_page_does_not_bring_back_what_was_taken_down_meanwhile(string worstMoment)
    {
        var item = await town.ApprovedNewsAsync("将被撤下");
        await town.PumpAsync();
        town.Gate.RivalBefore(worstMoment, async () =>
        {
            await town.WithdrawnAsync(item.Id);
            await town.PumpAsync();
        });
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-lists", item.Id, 1));
        (await town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.Withdrawn);
        (await town.Documents.SiteAsync()).Where(p => p.Value.Contains("将被撤下", StringComparison.Ordinal)).Select(p => p.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_withdrawn_item_leaves_a_stub_that_keeps_its_day_and_nothing_else()
    {
        var item = await town.ApprovedNewsAsync("将被撤下");
        await town.PumpAsync();
        await town.WithdrawnAsync(item.Id);
        await town.PumpAsync();
        var site = await town.Documents.SiteAsync();
        var stub = site[$"items/{item.Id}.html"];
        stub.ShouldContain("noindex");
        stub.ShouldContain("数字有误");
        stub.ShouldContain("2026-03-02");
        site.Where(p => p.Value.Contains("将被撤下", StringComparison.Ordinal)).Select(p => p.Key).ShouldBeEmpty();
        site["sitemap.xml"].ShouldNotContain(item.Id);
        town.Clock.Advance(TimeSpan.FromDays(4));
        await town.DeliverAsync(PublicationDay.Publish(item));
        (await town.PageAsync($"items/{item.Id}.html")).ShouldBe(stub);
    }

    [Fact]
    public async Task What_is_for_the_party_only_leaves_no_trace_on_the_site()
    {
        const string Title = "中心组学习情况";
        var item = await town.ApprovedByChairAsync(await town.ReviewedAsync(await town.SubmittedAsync(Submissions.PartyOnly(Title))));
        await town.DeliverAsync(PublicationDay.Publish(item));
        await town.PumpAsync();
        await town.DeliverAsync(new OutboxMessage("publication", "render-page", item.Id, 1));
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-lists", item.Id, 1));
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-year", $"{TownHall.Agency}-2026", 1));
        (await town.ReadAsync(item.Id)).Status.ShouldBe(ItemStatus.PublishedToParty);
        var site = await town.Documents.SiteAsync();
        site.ShouldNotBeEmpty();
        site.Where(p => p.Value.Contains(Title, StringComparison.Ordinal) || p.Value.Contains(item.Id, StringComparison.Ordinal) || p.Key.Contains(item.Id, StringComparison.Ordinal))
            .Select(p => p.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"kind":"publish-everything","subject":"x","subjectVersion":1}""")]
    [InlineData("""{"kind":"publish-item","subject":7,"subjectVersion":1}""")]
    [InlineData("""{"kind":"publish-item","subject":"x","subjectVersion":"1"}""")]
    [InlineData("""{"kind":"refresh-year","subject":"ligang","subjectVersion":1}""")]
    [InlineData("""{"kind":"publish-item"}""")]
    [InlineData("[]")]
    [InlineData("{\"kind\":")]
    [InlineData("")]
    public async Task A_message_that_is_none_of_ours_fails_so_that_it_ends_where_it_can_be_seen(string payload) =>
        await Should.ThrowAsync<FormatException>(() => town.DeliverAsync(payload));

    [Fact]
    public async Task A_message_about_an_unknown_item_fails() =>
        await Should.ThrowAsync<InvalidOperationException>(() => town.DeliverAsync(new OutboxMessage("publication", "publish-item", "ligang-2026-nothing", 1)));
}
