using System.Net;
using Lianxin.Functions.UseCases;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

public sealed class HealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_storage_is_away_health_is_503_and_once_it_is_back_200()
    {
        await using var town = new OpenTownHall();
        await town.StartAsync(storageIsAway: true);
        using var away = await GetAsync(town.Public, "/api/health");
        away.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        away.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        (await JsonAsync(away)).GetProperty("storage").GetBoolean().ShouldBeFalse();
        town.Probe.IsAway = false;
        (await UntilAsync(town, HttpStatusCode.OK)).GetProperty("status").GetString().ShouldBe("ok");
        (await town.Room.Documents.FindAsync("$web", "index.html", Cancellation)).ShouldNotBeNull();
        town.Probe.IsAway = true;
        (await UntilAsync(town, HttpStatusCode.ServiceUnavailable)).GetProperty("problem").GetString().ShouldBe("存储不可用");
    }

    [Fact]
    public async Task An_item_that_was_given_up_stands_in_the_report()
    {
        await using var town = new OpenTownHall();
        await town.InitializeAsync();
        var id = await town.SubmittedAsync("发布不了的信息");
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        var attempts = new PublicationAttempts(town.Room.Documents, town.Clock);
        var item = (await town.Room.Register.FindAsync(id, Cancellation))!.Item;
        for (var attempt = 0; attempt < PublicationAttempts.MostSends; attempt++)
        {
            (await UntilAsync(town, HttpStatusCode.OK)).GetProperty("givenUp").GetArrayLength().ShouldBe(0);
            (await attempts.TakeTurnsAsync([item], Cancellation)).Count.ShouldBe(1);
            town.Clock.Advance(TimeSpan.FromHours(6));
        }

        (await UntilAsync(town, HttpStatusCode.OK)).GetProperty("givenUp").EnumerateArray().Select(i => i.GetString()).ShouldBe([id]);
    }

    /// <summary>The answer once it has the status; the preparation goes on in the background, a step of the clock at a time.</summary>
    private static async Task<System.Text.Json.JsonElement> UntilAsync(OpenTownHall town, HttpStatusCode status)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var answer = await GetAsync(town.Public, "/api/health");
            if (answer.StatusCode == status)
                return await JsonAsync(answer);
            attempt.ShouldBeLessThan(200);
            town.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(20, Cancellation);
        }
    }
}
