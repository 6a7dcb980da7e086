using System.Text;
using Lianxin.Core.Items;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The lists by category, entry, village and quarter: what is out stands in them, and one change touches only what shows it.</summary>
public sealed class ItemListsTests
{
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_item_stands_in_the_lists_of_its_category_entry_and_quarter()
    {
        var item = await town.ApprovedNewsAsync("春耕动员会召开");
        await town.PumpAsync();
        var site = await town.Documents.SiteAsync();
        foreach (var page in new[] { "list/category-01.html", "list/entry-01-03.html", "list/quarter-2026-Q1.html" })
        {
            site[page].ShouldContain("春耕动员会召开", customMessage: page);
            site[page].ShouldContain("2026-03-02", customMessage: page);
        }

        site["column/content.html"].ShouldContain("quarter-2026-Q1.html");
        await town.WithdrawnAsync(item.Id);
        await town.PumpAsync();
        site = await town.Documents.SiteAsync();
        site["list/entry-01-03.html"].ShouldContain("这里还没有公开信息。");
    }

    [Fact]
    public async Task A_quarter_and_the_neighbouring_years_come_and_go_with_what_stands_in_them()
    {
        var first = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.News("第一条")));
        await town.PumpAsync();
        await town.WithdrawnAsync(first.Id);
        await town.PumpAsync();
        (await town.PageAsync("column/content.html")).ShouldNotContain("quarter-2026-Q1.html");

        var second = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.News("第二条")));
        await town.PumpAsync();
        (await town.PageAsync("column/content.html")).ShouldContain("quarter-2026-Q1.html");
        await ImportAsync(1, "2025-06-02");
        (await town.PageAsync("list/2025.html")).ShouldContain("/list/2026.html");

        await town.WithdrawnAsync(second.Id);
        await town.PumpAsync();
        (await town.PageAsync("column/content.html")).ShouldNotContain("quarter-2026-Q1.html");
        (await town.PageAsync("list/2025.html")).ShouldNotContain("/list/2026.html");
    }

    [Fact]
    public async Task An_item_that_a_new_version_moves_to_another_village_leaves_the_first_ones_list()
    {
        var item = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.News("修渠") with { Village = "cun-01" }));
        await town.PumpAsync();
        (await town.PageAsync("list/village-cun-01.html")).ShouldContain(item.Id);
        await town.RevisedAsync(item.Id, new ItemInput { Village = "cun-02", ChangeNote = "村名有误" });
        await town.PumpAsync();
        (await town.PageAsync("list/village-cun-01.html")).ShouldNotContain(item.Id);
        (await town.PageAsync("list/village-cun-02.html")).ShouldContain(item.Id);
    }

    [Fact]
    public async Task A_new_item_rewrites_the_front_page_of_each_of_its_lists_and_no_other_page_of_them()
    {
        await ImportAsync(85, "2026-02-02");
        await town.ApprovedNewsAsync("新的一条");
        var written = await WrittenAsync();
        written.ShouldContain("list/entry-01-03.html");
        written.Where(p => p.StartsWith("list/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ShouldBe(
            ["list/2026-02.html", "list/2026-03.html", "list/2026.html", "list/category-01.html", "list/entry-01-03.html", "list/quarter-2026-Q1.html"]);
    }

    [Fact]
    public async Task A_page_that_is_full_is_closed_when_the_next_item_begins_a_new_one()
    {
        await ImportAsync(ItemList.PageRows - 1, "2026-02-02");
        var last = await town.ApprovedNewsAsync("填满一页的一条");
        await town.PumpAsync();
        (await town.PageAsync("list/entry-01-03/2026-1.html")).ShouldBeEmpty();
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        var next = await town.ApprovedNewsAsync("新一页的第一条");
        await town.PumpAsync();
        var closed = await town.PageAsync("list/entry-01-03/2026-1.html");
        Lines(closed).ShouldBe(ItemList.PageRows);
        closed.ShouldContain(last.Id);
        closed.ShouldNotContain(next.Id);
        var front = await town.PageAsync("list/entry-01-03.html");
        Lines(front).ShouldBe(ItemList.PageRows + 1);
        front.ShouldContain("/list/entry-01-03/2026-1.html");
    }

    [Fact]
    public async Task What_is_taken_down_leaves_its_place_so_that_later_pages_stay_as_they_are()
    {
        var ids = await ImportAsync((2 * ItemList.PageRows) + 5, "2026-02-02");
        var second = await town.PageAsync("list/entry-01-03/2026-2.html");
        await town.WithdrawnAsync(ids[3]);
        var written = await WrittenAsync();
        written.ShouldContain("list/entry-01-03/2026-1.html");
        written.ShouldNotContain("list/entry-01-03/2026-2.html");
        Lines(await town.PageAsync("list/entry-01-03/2026-1.html")).ShouldBe(ItemList.PageRows - 1);
        (await town.PageAsync("list/entry-01-03/2026-2.html")).ShouldBe(second);
    }

    [Fact]
    public async Task An_imported_year_closes_its_pages_beside_those_of_later_years()
    {
        await ImportAsync(3, "2026-02-02");
        await ImportAsync(50, "2025-06-02");
        var site = await town.Documents.SiteAsync();
        Lines(site["list/entry-01-03/2025-1.html"]).ShouldBe(ItemList.PageRows);
        Lines(site["list/entry-01-03/2025-2.html"]).ShouldBe(10);
        Lines(site["list/entry-01-03.html"]).ShouldBe(13);
        site.ShouldNotContainKey("list/entry-01-03/2026-1.html");
        site["list/quarter-2025-Q2.html"].ShouldContain("镇政府召开例会");
    }

    [Fact]
    public async Task Importing_a_thousand_items_writes_each_page_of_their_lists_once()
    {
        foreach (var line in await Imports.ApplyAsync(town, Enumerable.Range(1, 1_000).Select(i => Submissions.PastRow(i))))
            line.Outcome.ShouldBe("imported");
        var puts = new List<string>();
        town.Gate.Before = call => Note(puts, call);
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-year", $"{TownHall.Agency}-2025", 1));
        puts.ShouldBeUnique();
        puts.RemoveAll(p => p.Contains("data/", StringComparison.Ordinal) || p.Contains("search", StringComparison.Ordinal));
        // Months, year, home, feed and site map; three lists of 25 pages, the page that leads to them, and what the month has no room for.
        puts.Count.ShouldBe(12 + 4 + (3 * 25) + 1 + 24);
        var month = await town.PageAsync("list/2025-06.html");
        Encoding.UTF8.GetByteCount(month).ShouldBeLessThan(100 * 1024);
        month.ShouldContain("共 1000 条");
        month.ShouldContain("/list/month-2025-06/2025-24.html");
    }

    [Fact]
    public async Task Lists_that_nothing_stands_in_are_there_and_say_so()
    {
        await town.WriteMissingListsAsync();
        var site = await town.Documents.SiteAsync();
        site["list/entry-07-01.html"].ShouldContain("这里还没有公开信息。");
        site["list/village-cun-01.html"].ShouldContain("这里还没有公开信息。");
        site.ShouldNotContainKey("list/entry-02-01.html");
        site["column/content.html"].ShouldNotContain("entry-02-01");
        await town.ApprovedNewsAsync("甲");
        await town.PumpAsync();
        var before = await town.PageAsync("list/entry-01-03.html");
        await town.WriteMissingListsAsync();
        (await town.PageAsync("list/entry-01-03.html")).ShouldBe(before);
    }

    [Theory]
    [InlineData("put list/entry-01-03.html")]
    [InlineData("put list/quarter-2026-Q1.html")]
    public async Task A_list_that_was_read_before_a_rivals_item_is_not_written_over_the_rivals(string worstMoment)
    {
        var slow = await town.ApprovedNewsAsync("甲");
        await town.PumpAsync();
        var quick = await town.ApprovedNewsAsync("乙");
        town.Gate.RivalBefore(worstMoment, town.PumpAsync);
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-lists", slow.Id, 1));
        var page = await town.PageAsync(worstMoment["put ".Length..]);
        page.ShouldContain(quick.Id);
        page.ShouldContain(slow.Id);
    }

    [Fact]
    public async Task Publishing_one_item_among_a_thousand_calls_storage_no_more_often_than_among_ten()
    {
        var few = await CallsAmongAsync(13);
        var many = await CallsAmongAsync(1_013);
        many.ShouldBe(few);
    }

    private static async Task<int> CallsAmongAsync(int others)
    {
        var town = new TownHall();
        await Imports.ApplyAsync(town, Enumerable.Range(1, others).Select(i => Submissions.PastRow(i, "2026-02-02")));
        await town.PumpAsync();
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-year", $"{TownHall.Agency}-2026", 1));
        await town.ApprovedNewsAsync("新的一条");
        var calls = 0;
        town.Gate.Before = _ =>
        {
            calls++;
            return Task.CompletedTask;
        };
        await town.PumpAsync();
        return calls;
    }

    private async Task<List<string>> ImportAsync(int count, string publishedOn)
    {
        var first = publishedOn.StartsWith("2025", StringComparison.Ordinal) ? 5_001 : 1;
        var lines = await Imports.ApplyAsync(town, Enumerable.Range(first, count).Select(i => Submissions.PastRow(i, publishedOn)));
        await town.PumpAsync();
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-year", $"{TownHall.Agency}-{publishedOn[..4]}", 1));
        return [.. lines.Select(l => l.Id!)];
    }

    /// <summary>What the delivery of everything that waits writes to the site.</summary>
    private async Task<List<string>> WrittenAsync()
    {
        var written = new List<string>();
        town.Gate.Before = call => Note(written, call);
        await town.PumpAsync();
        town.Gate.Open();
        return written;
    }

    private static Task Note(List<string> written, string call)
    {
        if (call.StartsWith("put ", StringComparison.Ordinal))
            written.Add(call[4..]);
        return Task.CompletedTask;
    }

    private static int Lines(string page) => page.Split("<time datetime").Length - 1;
}
