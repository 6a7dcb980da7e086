using System.Diagnostics;
using System.Net;
using Lianxin.LocalHost.Tests.Fake;

namespace Lianxin.LocalHost.Tests.Handler;

public sealed class HandlerSupervisorTests(EmulatorFixture emulator) : IDisposable
{
    private readonly FakeApp _app = new FakeApp().Http("Items", "api/items/{*rest}");

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(HttpMode.Proxying)]
    [InlineData(HttpMode.Forwarding)]
    public async Task A_dead_handler_is_restarted_and_a_request_meanwhile_is_served(object mode)
    {
        await using var host = await RunningHost.StartAsync(_app, emulator, (HttpMode)mode);
        for (var round = 0; round < 3; round++)
        {
            var before = await host.HandlerAsync();
            using var process = Process.GetProcessById(before);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            using var body = new StringContent("kept");
            (await host.Client.PostAsync("/api/items", body, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
            (await host.HandlerAsync()).ShouldNotBe(before);
        }

        _app.Script.Seen().Select(seen => seen.Body).ShouldBe(["kept", "kept", "kept"]);
        await host.SaysAsync("3 crashes within 30 minutes: the real host would stop the app here");
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_call_is_a_500()
    {
        _app.Script.Answer(new() { ["GET /api/items"] = new ScriptedReply(Exit: 3) });
        await using var host = await RunningHost.StartAsync(_app, emulator);

        (await host.Client.GetAsync("/api/items", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        await host.SaysAsync("the handler exited with 3 and restarts");
    }

    [Fact]
    public async Task Exit_code_0_is_reported_as_the_end_on_a_real_host()
    {
        _app.Script.Answer(new() { ["GET /api/items"] = new ScriptedReply(Exit: 0) });
        await using var host = await RunningHost.StartAsync(_app, emulator);
        await host.Client.GetAsync("/api/items", TestContext.Current.CancellationToken);

        await host.SaysAsync("the handler exited with 0: the real host would not restart it");
    }

    [Fact]
    public async Task Exit_code_200_is_a_wish_to_be_restarted_and_no_crash()
    {
        _app.Script.Answer(new() { ["GET /api/items"] = new ScriptedReply(Exit: 200) });
        await using var host = await RunningHost.StartAsync(_app, emulator);
        var before = await host.HandlerAsync();
        await host.Client.GetAsync("/api/items", TestContext.Current.CancellationToken);

        await Wait.UntilAsync(async () => await host.HandlerAsync() != before, "restart");
        host.Journal.ShouldNotContain("exited with");
    }

    [Fact]
    public async Task A_call_past_functionTimeout_costs_the_handler_its_life()
    {
        _app.Host(functionTimeout: "00:00:01").Timer("Slow", "* * * * * *");
        _app.Script.Answer(new() { ["POST /Slow"] = new ScriptedReply(DelayMilliseconds: 30_000) });
        await using var host = await RunningHost.StartAsync(_app, emulator);
        var before = await host.HandlerAsync();

        await host.SaysAsync("longer than functionTimeout");
        await Wait.UntilAsync(async () => await host.HandlerAsync() != before, "restart");
    }

    [Fact]
    public async Task The_handler_gets_the_environment_of_the_protocol()
    {
        _app.Http("Environment", "environment");
        await using var host = await RunningHost.StartAsync(_app, emulator);

        var lines = (await host.Client.GetStringAsync("/environment", TestContext.Current.CancellationToken)).Split('\n')
            .Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

        lines["FUNCTIONS_CUSTOMHANDLER_PORT"].ShouldBe(lines["FUNCTIONS_HTTPWORKER_PORT"]);
        Guid.TryParse(lines["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"], out _).ShouldBeTrue();
        lines["FUNCTIONS_APP_ROOT_PATH"].ShouldBe(_app.Folder);
        lines["AzureWebJobsStorage"].ShouldBe(emulator.Connection);
        lines["ASPNETCORE_URLS"].ShouldBe(host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
    }
}
