using System.Text;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Search;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Open data and search say what the pages say: no more, no less, and nothing of what went down.</summary>
public sealed class SiteDataTests
{
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_item_stands_in_its_years_data_in_the_newest_and_in_the_search()
    {
        var item = await town.ApprovedNewsAsync("春耕动员会召开");
        await town.PumpAsync();
        foreach (var path in new[] { OpenDataPaths.Json(2026), OpenDataPaths.Csv(2026), OpenDataPaths.NewestJson, OpenDataPaths.NewestCsv, SearchShard.Path(2026) })
        {
            (await TextAsync(path)).ShouldContain("春耕动员会召开", customMessage: path);
        }

        var index = OpenJson.ReadIndex(await BytesAsync(OpenDataPaths.Index))!;
        index.Years.ShouldBe([new OpenYear(2026, 1, "https://town.example/data/items-2026.json", "https://town.example/data/items-2026.csv")]);
        (await TextAsync("search.html")).ShouldContain("2026");
        (await TextAsync(OpenDataPaths.Page)).ShouldContain("items-2026.csv");
        var data = OpenJson.ReadItems(await BytesAsync(OpenDataPaths.Json(2026)))!.Items.Single();
        (data.Id, data.IndexNumber, data.Version, data.Mode).ShouldBe((item.Id, item.IndexNumber, 1, "主动公开"));
    }

    [Fact]
    public async Task What_was_taken_down_is_in_none_of_the_files()
    {
        var item = await town.ApprovedNewsAsync("要撤下的一条");
        await town.ApprovedNewsAsync("留下的一条");
        await town.PumpAsync();
        await town.WithdrawnAsync(item.Id);
        await town.PumpAsync();
        foreach (var path in new[] { OpenDataPaths.Json(2026), OpenDataPaths.Csv(2026), OpenDataPaths.NewestJson, OpenDataPaths.NewestCsv, SearchShard.Path(2026) })
        {
            var text = await TextAsync(path);
            text.ShouldNotContain("要撤下", customMessage: path);
            text.ShouldNotContain(item.Id, customMessage: path);
            text.ShouldContain("留下的一条", customMessage: path);
        }
    }

    [Fact]
    public async Task What_stays_inside_the_Party_leaves_no_trace()
    {
        await town.ApprovedNewsAsync("公开的一条");
        var kept = await town.ApprovedByChairAsync(await town.ReviewedAsync(await town.SubmittedAsync(Submissions.PartyOnly("理论学习一次"))));
        await town.PumpAsync();
        foreach (var (path, text) in (await town.Documents.SiteAsync()).Where(f => f.Key.StartsWith("data/", StringComparison.Ordinal) || f.Key.StartsWith("search", StringComparison.Ordinal)))
        {
            text.ShouldNotContain("理论学习一次", customMessage: path);
            text.ShouldNotContain(kept.Id, customMessage: path);
        }
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        var item = await town.ApprovedNewsAsync("旧标题");
        await town.PumpAsync();
        await town.RevisedAsync(item.Id, "新标题");
        await town.PumpAsync();
        var data = OpenJson.ReadItems(await BytesAsync(OpenDataPaths.Json(2026)))!.Items.Single();
        (data.Title, data.Version).ShouldBe(("新标题", 2));
        (await TextAsync(SearchShard.Path(2026))).ShouldNotContain("旧标题");
    }

    [Fact]
    public async Task Changing_one_item_reads_that_item_and_writes_its_year_only()
    {
        await town.ApprovedNewsAsync("去年的一条");
        await town.PumpAsync();
        town.Clock.Advance(TimeSpan.FromDays(365));
        await town.ApprovedNewsAsync("今年的第一条");
        await town.PumpAsync();
        var third = await town.ApprovedNewsAsync("今年的第二条");
        var calls = new List<string>();
        town.Gate.Before = call =>
        {
            calls.Add(call);
            return Task.CompletedTask;
        };
        await town.PumpAsync();
        calls.Where(c => c.StartsWith("find ligang-", StringComparison.Ordinal)).Distinct().ShouldBe(["find " + third.Id]);
        calls.ShouldContain(c => c.StartsWith("put data/items-2027", StringComparison.Ordinal));
        calls.ShouldNotContain(c => c.StartsWith("put data/items-2026", StringComparison.Ordinal) || c.StartsWith("put search/2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("put data/items-2026.csv")]
    [InlineData("put search/2026.bin")]
    [InlineData("put data/items-2026.json")]
    [InlineData("put data/index.json")]
    public async Task Of_two_writers_the_later_one_leaves_both_items_in_every_file(string worstMoment)
    {
        await town.ApprovedNewsAsync("慢的一条");
        var quick = await town.ApprovedNewsAsync("快的一条");
        var slow = town.NextOfSite()!;
        _ = town.NextOfSite();
        await town.DeliverAsync(slow);
        town.Gate.RivalBefore(worstMoment, async () =>
        {
            await town.DeliverAsync(PublicationDay.Publish(quick));
            await town.DeliverAsync(new OutboxMessage("publication", "refresh-lists", quick.Id, 1));
        });
        await town.PumpAsync();
        foreach (var path in new[] { OpenDataPaths.Json(2026), OpenDataPaths.Csv(2026), SearchShard.Path(2026), OpenDataPaths.NewestCsv })
        {
            var text = await TextAsync(path);
            text.ShouldContain("慢的一条", customMessage: path);
            text.ShouldContain("快的一条", customMessage: path);
        }

        OpenJson.ReadIndex(await BytesAsync(OpenDataPaths.Index))!.Years.Single().Items.ShouldBe(2);
    }

    [Fact]
    public async Task Files_of_another_form_and_years_without_files_are_written_anew()
    {
        await town.ApprovedNewsAsync("去年的一条");
        await town.PumpAsync();
        town.Clock.Advance(TimeSpan.FromDays(365));
        await town.Documents.PutAsync(Containers.Site, OpenDataPaths.Json(2026), "damaged"u8.ToArray(), OpenJson.MediaType, Cancellation);
        await town.Documents.PutAsync(Containers.Site, OpenDataPaths.Index, "{}"u8.ToArray(), OpenJson.MediaType, Cancellation);
        await town.ApprovedNewsAsync("今年的一条");
        await town.PumpAsync();
        OpenJson.ReadItems(await BytesAsync(OpenDataPaths.Json(2026)))!.Items.Single().Title.ShouldBe("去年的一条");
        OpenJson.ReadIndex(await BytesAsync(OpenDataPaths.Index))!.Years.Select(y => y.Year).ShouldBe([2027, 2026]);
    }

    private async Task<byte[]> BytesAsync(string path) => (await town.Room.Documents.FindAsync(Containers.Site, path, Cancellation))!.Bytes;

    private async Task<string> TextAsync(string path) => Encoding.UTF8.GetString(await BytesAsync(path));
}
