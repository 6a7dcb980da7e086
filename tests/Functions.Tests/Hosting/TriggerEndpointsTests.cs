using System.Net;
using System.Text;
using System.Text.Json;
using Lianxin.Functions.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class TriggerEndpointsTests
{
    private static readonly FunctionApp Two = new(new TimerFunction("Tick", "0 * * * * *"), new QueueFunction("Q", "work"));

    private readonly Work work = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Tick", "timer-scheduled")]
    [InlineData("Tick", "timer-past-due")]
    [InlineData("Tick", "timer-runonstartup-first")]
    [InlineData("Q", "queue-plain-text")]
    [InlineData("Q", "queue-unicode")]
    [InlineData("Q", "queue-json-overriding-Id-and-DequeueCount")]
    public async Task A_recorded_call_that_succeeds_is_answered_with_an_empty_json_object(string function, string recorded)
    {
        await using var app = await StartAsync();
        using var answer = await ReplayAsync(app, function, recorded);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("{}");
        work.Invocations.ShouldBe([Recorded.Headers(recorded)["X-Azure-Functions-InvocationId"]]);
        app.Lines.Count(l => l.Contains($"function {function} done", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_body_that_fails_is_answered_with_500_and_logged_on_one_line_without_telling_the_caller_why()
    {
        work.Body = _ => throw new InvalidOperationException("secret\nof two lines");
        await using var app = await StartAsync();
        using var answer = await ReplayAsync(app, "Q", "queue-failing-attempt1");
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        JsonDocument.Parse(text).RootElement.GetProperty("code").GetString().ShouldBe("function-failed");
        text.ShouldNotContain("secret");
        var line = app.Lines.Single(l => l.Contains("function Q failed", StringComparison.Ordinal));
        line.ShouldContain("InvalidOperationException: secret of two lines");
        line.TrimEnd('\n').ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_body_that_takes_too_long_is_cancelled_before_the_host_kills_the_process()
    {
        var running = new TaskCompletionSource();
        work.Body = cancellation =>
        {
            running.SetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        };
        await using var app = await StartAsync();
        var call = ReplayAsync(app, "Q", "queue-plain-text");
        await running.Task.WaitAsync(Cancellation);
        app.Clock.Advance(TriggerDeadline.HostJson - TimeSpan.FromSeconds(1));
        using var answer = await call;
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("deadline-passed");
    }

    [Theory]
    [InlineData("Tick", "queue-plain-text")]
    [InlineData("Q", "timer-scheduled")]
    [InlineData("Q", "http-NOT-forwarded-get")]
    public async Task An_envelope_of_another_kind_is_refused_and_runs_nothing(string function, string recorded)
    {
        await using var app = await StartAsync();
        using var answer = await ReplayAsync(app, function, recorded);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        work.Invocations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task What_is_no_envelope_is_refused(string body)
    {
        await using var app = await StartAsync();
        using var answer = await app.Client.PostAsync(new Uri("/Q", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("unknown-envelope");
    }

    [Theory]
    [InlineData("x-ms-invocation-id", "1")]
    [InlineData("X-Forwarded-For", "203.0.113.9:51234")]
    [InlineData("Host", "town.example")]
    [InlineData("Host", "127.0.0.1")]
    [InlineData("Host", "127.0.0.1:7071")]
    [InlineData("Host", "town.example:{port}")]
    public async Task A_call_from_outside_that_was_passed_on_finds_no_such_address(string header, string value)
    {
        await using var app = await StartAsync();
        var port = app.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var answer = await ReplayAsync(app, "Q", "queue-plain-text", (header, value.Replace("{port}", port, StringComparison.Ordinal)));
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        work.Invocations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_host_may_call_by_name_instead_of_by_number()
    {
        await using var app = await StartAsync();
        using var answer = await ReplayAsync(app, "Q", "queue-plain-text", ("Host", $"localhost:{app.Address.Port}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_a_post_reaches_a_function_and_only_one_that_exists()
    {
        await using var app = await StartAsync();
        (await app.Client.GetAsync(new Uri("/Q", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await ReplayAsync(app, "Nobody", "queue-plain-text")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_app_whose_function_has_no_body_does_not_start() =>
        (await Should.ThrowAsync<InvalidOperationException>(() => RunningApp.StartAsync(functions: Two))).Message.ShouldContain("Tick");

    private Task<RunningApp> StartAsync() => RunningApp.StartAsync(functions: Two, services: services =>
    {
        services.AddSingleton(work);
        services.AddTimerHandler<Recorder>("Tick");
        services.AddQueueHandler<Recorder>("Q");
    });

    private static async Task<HttpResponseMessage> ReplayAsync(
        RunningApp app, string function, string recorded, params (string Name, string Value)[] more)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/" + function) { Content = new ByteArrayContent(Recorded.Body(recorded)) };
        request.Headers.TransferEncodingChunked = true;
        foreach (var (name, value) in Recorded.Headers(recorded).Where(h => h.Key.StartsWith("X-", StringComparison.Ordinal)))
            request.Headers.Add(name, value);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", Recorded.Headers(recorded)["Content-Type"]);
        foreach (var (name, value) in more)
            request.Headers.Add(name, value);
        return await app.Client.SendAsync(request, Cancellation);
    }

    internal sealed class Work
    {
        public Func<CancellationToken, Task> Body { get; set; } = _ => Task.CompletedTask;

        public List<string> Invocations { get; } = [];
    }

    internal sealed class Recorder(Work work) : ITimerHandler, IQueueHandler
    {
        public Task RunAsync(TimerTick tick, CancellationToken cancellation) => Note(tick.InvocationId, cancellation);

        public Task HandleAsync(Delivery delivery, CancellationToken cancellation) => Note(delivery.InvocationId, cancellation);

        private Task Note(string invocation, CancellationToken cancellation)
        {
            work.Invocations.Add(invocation);
            return work.Body(cancellation);
        }
    }
}
