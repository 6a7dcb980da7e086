using System.Net;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

public sealed class CatalogueTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    [Fact]
    public async Task Anyone_reads_16_categories_with_44_entries_under_the_contracts_names()
    {
        using var answer = await GetAsync(town.Public, "/api/catalogue");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var catalogue = await JsonAsync(answer);
        catalogue.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        var categories = catalogue.GetProperty("categories").EnumerateArray().ToList();
        categories.Count.ShouldBe(16);
        var entries = categories.SelectMany(c => c.GetProperty("entries").EnumerateArray()).ToList();
        entries.Count.ShouldBe(44);
        foreach (var entry in entries)
        {
            foreach (var name in new[] { "code", "title", "office", "regime", "cadence", "audience", "approval", "musts", "class", "requiredElements" })
                entry.TryGetProperty(name, out _).ShouldBeTrue($"{entry} has no {name}");
            entry.GetProperty("requiredElements").EnumerateArray().ShouldAllBe(e =>
                e.GetProperty("key").GetString() != "" && e.GetProperty("label").GetString() != "" && e.GetProperty("type").GetString() != "");
        }
    }
}
