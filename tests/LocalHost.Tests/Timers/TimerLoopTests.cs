using System.Text.Json;
using Lianxin.LocalHost.Tests.Fake;
using Lianxin.LocalHost.Tests.Payloads;
using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost.Tests.Timers;

public sealed class TimerLoopTests(EmulatorFixture emulator) : IDisposable
{
    private const string Hourly = "0 0 * * * *";

    private readonly FakeApp _app = new();
    private readonly string _name = $"T{Guid.NewGuid():N}";

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_missed_run_comes_back_once_as_past_due_and_the_status_moves_on()
    {
        var longAgo = new DateTimeOffset(2026, 1, 1, 3, 0, 0, TimeSpan.Zero);
        await Store.WriteAsync(_name, new TimerStatus(longAgo, longAgo.AddHours(1), longAgo), TestContext.Current.CancellationToken);
        await using var host = await RunningHost.StartAsync(_app.Timer(_name, Hourly), emulator);

        await Wait.UntilAsync(() => _app.Script.Seen().Count == 1, "past due run");
        var seen = _app.Script.Seen()[0];
        seen.Headers.Keys.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal).ShouldBe(Recorded.Read("timer-past-due").HeaderNames);
        Timer(seen).GetProperty("IsPastDue").GetBoolean().ShouldBeTrue();
        Timer(seen).GetProperty("ScheduleStatus").GetProperty("Last").GetString().ShouldBe("2026-01-01T03:00:00+00:00");
        await Wait.UntilAsync(async () => (await StatusAsync())!.Next > TimeProvider.System.GetUtcNow(), "status written");
    }

    [Fact]
    public async Task A_first_start_writes_the_status_and_runs_nothing()
    {
        await using var host = await RunningHost.StartAsync(_app.Timer(_name, Hourly), emulator);

        await Wait.UntilAsync(async () => await StatusAsync() is not null, "status written");
        (await StatusAsync())!.Last.ShouldBe(TimerStatus.Never);
        _app.Script.Seen().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failing_run_does_not_stop_the_schedule_and_runs_never_overlap()
    {
        _app.Script.Answer(new() { [$"POST /{_name}"] = new ScriptedReply(500, DelayMilliseconds: 1400) });
        await using var host = await RunningHost.StartAsync(_app.Timer(_name, "* * * * * *"), emulator);

        await Wait.UntilAsync(() => _app.Script.Seen().Count >= 3, "third run");
        var calls = _app.Script.Seen().Select(seen => JsonDocument.Parse(seen.Body).RootElement.GetProperty("Metadata").GetProperty("sys").GetProperty("UtcNow").GetDateTimeOffset()).ToList();
        calls.Zip(calls.Skip(1)).ShouldAllBe(pair => pair.Second - pair.First >= TimeSpan.FromSeconds(1.4));
        host.Journal.ShouldContain("the handler answered 500");
    }

    [Fact]
    public async Task A_run_by_hand_needs_the_master_key()
    {
        await using var host = await RunningHost.StartAsync(_app.Timer(_name, Hourly), emulator);
        async Task<int> FireAsync(string key, string name)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/admin/functions/{name}") { Content = new StringContent("{\"input\":\"\"}") };
            request.Headers.Add("x-functions-key", key);
            return (int)(await host.Client.SendAsync(request)).StatusCode;
        }

        var key = await File.ReadAllTextAsync(Path.Combine(_app.Data, "host-key"), TestContext.Current.CancellationToken);
        File.GetUnixFileMode(Path.Combine(_app.Data, "host-key")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);

        (await FireAsync("wrong", _name)).ShouldBe(401);
        (await FireAsync(key.Trim(), "Unknown")).ShouldBe(404);
        (await FireAsync(key.Trim(), _name)).ShouldBe(202);
        await Wait.UntilAsync(() => _app.Script.Seen().Count == 1, "run by hand");
        Timer(_app.Script.Seen()[0]).GetProperty("IsPastDue").GetBoolean().ShouldBeFalse();
    }

    private TimerStatusStore Store => new(emulator.Door.Blobs, "localhost");

    private Task<TimerStatus?> StatusAsync() => Store.ReadAsync(_name, CancellationToken.None);

    private static JsonElement Timer(SeenRequest seen) => JsonDocument.Parse(seen.Body).RootElement.GetProperty("Data").GetProperty("myTimer");
}
