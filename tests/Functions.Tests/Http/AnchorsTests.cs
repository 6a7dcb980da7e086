using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.UseCases.Anchors;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Anchors are public as hashes, and named to staff.</summary>
public sealed class AnchorsTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_reads_the_anchors_and_the_desk_shows_them()
    {
        var id = await town.SubmittedAsync("锚点之下的信息");
        await town.Service<AnchorBook>().MakeDueAsync(TownHall.Agency, Cancellation);
        var list = await town.Public.GetFromJsonAsync<JsonElement>("/api/anchors", Cancellation);
        var newest = list.GetProperty("items")[0];
        newest.GetProperty("heads").GetInt32().ShouldBeGreaterThan(0);
        list.GetRawText().ShouldNotContain(id);
        var printed = newest.GetProperty("shortForm").GetString()!;
        (await town.Public.GetFromJsonAsync<JsonElement>("/api/health", Cancellation)).GetProperty("lastAnchor").GetString().ShouldBe(printed);
        (await town.Clerk.GetStringAsync("/desk/anchors", Cancellation)).ShouldContain(printed);
        (await town.Public.GetAsync("/api/anchors?before=gestern", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await town.Public.GetFromJsonAsync<JsonElement>("/api/anchors?before=2020-01-01", Cancellation)).GetProperty("items").GetArrayLength().ShouldBe(0);
    }
}
