using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>An item whose body takes several pages: they come and go with it.</summary>
public sealed class LongBodiesTests
{
    private readonly TownHall town = new();

    [Fact]
    public async Task The_parts_come_with_the_item_follow_its_revision_and_leave_with_it()
    {
        var item = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.News("全年工作总结") with { Body = Text("旧", 3) }));
        await town.PumpAsync();
        (await PartsAsync(item.Id)).ShouldBe([$"items/{item.Id}/part2.html", $"items/{item.Id}/part3.html"]);

        await town.RevisedAsync(item.Id, new ItemInput { Body = Text("新", 2), ChangeNote = "删去重复部分" });
        await town.PumpAsync();
        (await PartsAsync(item.Id)).ShouldBe([$"items/{item.Id}/part2.html", $"items/{item.Id}/v1-part2.html", $"items/{item.Id}/v1-part3.html"]);
        (await town.PageAsync($"items/{item.Id}/part2.html")).ShouldContain("新新");
        (await town.PageAsync($"items/{item.Id}/v1-part2.html")).ShouldContain("旧旧");

        await town.WithdrawnAsync(item.Id);
        await town.PumpAsync();
        (await PartsAsync(item.Id)).ShouldBeEmpty();
        (await town.Documents.SiteAsync()).Values.ShouldAllBe(page => !page.Contains("新新", StringComparison.Ordinal) && !page.Contains("旧旧", StringComparison.Ordinal));
    }

    private static string Text(string sign, int parts) =>
        string.Join('\n', Enumerable.Range(0, parts).Select(_ => string.Concat(Enumerable.Repeat(sign, 19_000)) + "。"));

    private async Task<List<string>> PartsAsync(string id) =>
        [.. (await town.Documents.SiteAsync()).Keys.Where(k => k.StartsWith($"items/{id}/", StringComparison.Ordinal) && k.Contains("part", StringComparison.Ordinal))];
}
