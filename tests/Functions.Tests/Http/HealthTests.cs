using System.Net;
using Lianxin.Functions.Hosting;
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
        (await UntilAsync(town, HttpStatusCode.OK)).GetProperty("storage").GetBoolean().ShouldBeTrue();
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

    [Fact]
    public async Task While_storage_takes_calls_and_answers_none_health_is_503_all_the_same()
    {
        await using var town = new OpenTownHall();
        await town.StartAsync();
        town.Probe.Hangs = true;
        (await UntilAsync(town, HttpStatusCode.ServiceUnavailable, advance: true)).GetProperty("troubles")[0].GetProperty("code").GetString().ShouldBe("storage-away");
        town.Probe.Hangs = false;
        (await UntilAsync(town, HttpStatusCode.OK)).GetProperty("storage").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_timer_that_does_not_run_turns_health_red_within_a_minute_and_its_next_run_green()
    {
        await using var town = new OpenTownHall();
        await town.InitializeAsync();
        await UntilAsync(town, HttpStatusCode.OK);
        await RunTimersAsync(town);
        (await TroublesAsync(town)).ShouldBeEmpty();
        // The next instant of the last timer of a minute is a minute away at most, and it is missed a minute after that.
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        await RunTimersAsync(town, except: FunctionNames.DutySweep);
        (await TroublesAsync(town)).ShouldBe(["timer-late DutySweep"]);
        await RunTimersAsync(town);
        (await TroublesAsync(town)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timer_that_fails_is_named_with_a_reason_that_tells_nothing_of_the_exception()
    {
        await using var town = new OpenTownHall();
        await town.InitializeAsync();
        await UntilAsync(town, HttpStatusCode.OK);
        await RunTimersAsync(town);
        await Should.ThrowAsync<InvalidOperationException>(() => town.Service<TimerRuns>().RecordAsync(
            FunctionNames.PublicationSweep, () => throw new InvalidOperationException("示例某人的低保申请"), Cancellation));
        (await TroublesAsync(town)).ShouldBe(["timer-failed PublicationSweep"]);
        using var answer = await GetAsync(town.Public, "/api/health");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("示例某人");
    }

    [Fact]
    public async Task Poison_and_a_foreign_clock_turn_health_red_and_it_is_green_when_they_are_gone()
    {
        await using var town = new OpenTownHall();
        await town.InitializeAsync();
        await UntilAsync(town, HttpStatusCode.OK);
        await RunTimersAsync(town);
        town.Probe.Poison = 1;
        (await TroublesAsync(town)).ShouldBe(["poison "]);
        town.Probe.Poison = 0;
        town.Probe.StorageNow = () => town.Clock.GetUtcNow().AddMinutes(-2);
        (await TroublesAsync(town)).ShouldBe(["clock "]);
        town.Probe.StorageNow = () => town.Clock.GetUtcNow().AddSeconds(-2);
        (await TroublesAsync(town)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_that_does_not_reach_its_queue_turns_health_red_within_a_minute_until_the_sweep_has_sent_it()
    {
        await using var town = new OpenTownHall();
        await town.InitializeAsync();
        await UntilAsync(town, HttpStatusCode.OK);
        ((Storage.Memory.RecordingSender)town.Room.Messages).IsAway = true;
        var id = await town.SubmittedAsync("没有进入队列的信息");
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        town.Clock.Advance(TimeSpan.FromSeconds(50));
        await RunTimersAsync(town);
        (await TroublesAsync(town)).ShouldBe(["outbox-old "]);
        ((Storage.Memory.RecordingSender)town.Room.Messages).IsAway = false;
        await town.Service<Sweeps>().SendLeftoversAsync("ligang", Cancellation);
        (await TroublesAsync(town)).ShouldBeEmpty();
    }

    private static async Task RunTimersAsync(OpenTownHall town, string? except = null)
    {
        foreach (var timer in TimerRuns.Timers.Where(t => t.Name != except))
            await town.Service<TimerRuns>().RecordAsync(timer.Name, () => Task.CompletedTask, Cancellation);
    }

    /// <summary>What health complains about, as code and subject.</summary>
    private static async Task<IReadOnlyList<string>> TroublesAsync(OpenTownHall town)
    {
        var health = await UntilAsync(town, HttpStatusCode.OK);
        IReadOnlyList<string> troubles = [.. health.GetProperty("troubles").EnumerateArray().Select(t => $"{t.GetProperty("code").GetString()} {t.GetProperty("subject").GetString()}")];
        health.GetProperty("status").GetString().ShouldBe(troubles.Count == 0 ? "ok" : "troubled");
        return troubles;
    }

    /// <summary>The answer once it has the status; the preparation goes on in the background, a step of the clock at a time.</summary>
    /// <param name="advance">Lets time pass while the answer is on its way.</param>
    private static async Task<System.Text.Json.JsonElement> UntilAsync(OpenTownHall town, HttpStatusCode status, bool advance = false)
    {
        for (var attempt = 0; ; attempt++)
        {
            var asked = GetAsync(town.Public, "/api/health");
            while (advance && !asked.IsCompleted)
            {
                town.Clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(5, Cancellation);
            }

            using var answer = await asked;
            if (answer.StatusCode == status)
                return await JsonAsync(answer);
            attempt.ShouldBeLessThan(200);
            town.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(20, Cancellation);
        }
    }
}
