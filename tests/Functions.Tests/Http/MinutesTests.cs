using System.Net;
using System.Text;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>审批单: what was said and decided, for who may see the whole item.</summary>
public sealed class MinutesTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S9_there_are_minutes_once_there_is_a_decision_and_they_stay_the_same_after_the_publication()
    {
        var id = await town.SubmittedAsync("示例镇防汛物资采购公示");
        var path = $"/api/items/{id}/minutes.pdf";
        (await CodeAsync(await GetAsync(town.Clerk, path), HttpStatusCode.Conflict)).ShouldBe("not-decided");
        using var reviewed = await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"));
        reviewed.EnsureSuccessStatusCode();
        var decided = await town.Clerk.GetByteArrayAsync(path, Cancellation);
        Encoding.UTF8.GetString(decided).ShouldContain($"minutes/{id}/1/");
        await town.DeliverAsync();
        town.Clock.Advance(TimeSpan.FromHours(3));
        (await town.Chair.GetByteArrayAsync(path, Cancellation)).ShouldBe(decided);
    }

    [Fact]
    public async Task They_are_for_staff_who_may_see_the_whole_item()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        (await GetAsync(town.Public, $"/api/items/{id}/minutes.pdf")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync(town.Chair, "/api/items/ligang-2026-nowhere/minutes.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
