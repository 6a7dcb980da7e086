using System.Globalization;
using Lianxin.Core.Items;
using Lianxin.Storage.Register.Lists;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Register;

public sealed class ListWalkTests
{
    [Fact]
    public async Task A_search_that_finds_little_gives_short_pages_and_still_finds_everything()
    {
        KeyedItemRow[] rows = [.. Enumerable.Range(0, 12_000).Select(n => Row(n, n is 10 or 7_000 or 11_999))];
        ItemQuery query = Sample.Query("town", 200) with { Text = "要找" };
        var found = new List<string>();
        var scanned = new List<int>();
        string? continuation = null;
        do
        {
            int looked = 0;
            ItemPage page = await ListWalk.RunAsync(
                query with { Continuation = continuation },
                () => Task.FromResult<IReadOnlyList<int>>([2026]),
                range => rows.Where(r => range.Keys.Holds(r.Key)).Select(r => { looked++; return r; }).ToAsyncEnumerable(),
                TestContext.Current.CancellationToken);
            found.AddRange(page.Items.Select(r => r.Id));
            scanned.Add(looked);
            continuation = page.Continuation;
        }
        while (continuation is not null && scanned.Count < 10);

        found.ShouldBe(["10", "7000", "11999"]);
        scanned.ShouldBe([ListWalk.MaxScanned + 1, ListWalk.MaxScanned + 1, 2_000]);
    }

    [Theory]
    [InlineData("2026-Q1", null, 5, "2026-Q2")]
    [InlineData("2026-Q1", "2026-Q3", 5, "2026-Q3")]
    [InlineData("2026-Q1", "2026-03", 5, "2026-Q1")]
    [InlineData("2026-Q1", "2026-12", 5, "2026-Q4")]
    [InlineData("2026-Q1", "2025", 5, "2025-Q4")]
    public void The_quarter_of_an_item_is_its_periods_or_that_of_its_forming(string query, string? period, int formedMonth, string expected)
    {
        ItemRow row = Row(1, false).Row with { Period = period, FormedOn = new DateOnly(2026, formedMonth, 1) };

        ItemFilter.QuarterOf(row).ShouldBe(expected);
        ItemFilter.Matches(Sample.Query("a") with { Quarter = query }, row).ShouldBe(query == expected);
        ItemFilter.Matches(Sample.Query("a") with { Quarter = "x" }, row).ShouldBeFalse();
    }

    private static KeyedItemRow Row(int number, bool wanted) => new(
        string.Create(CultureInfo.InvariantCulture, $"desk-a-draft-{number:D6}"),
        new ItemRow(
            number.ToString(CultureInfo.InvariantCulture),
            "n",
            wanted ? "这是要找的" : "别的",
            "e",
            "c",
            "a",
            ItemStatus.Draft,
            null,
            null,
            null,
            new DateOnly(2026, 1, 1),
            Core.Catalogue.Audience.Public));
}
