using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Lianxin.Functions.Telemetry;
using Lianxin.Functions.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Telemetry;

/// <summary>What leaves the app for a collector. Nobody listens at the address; the exporters of these tests stand behind the scrubbers.</summary>
public sealed class TelemetryTests
{
    private const string Nobody = TelemetrySetup.Endpoint + "=http://127.0.0.1:9";
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private readonly Gathered<Activity> spans = new();
    private readonly Gathered<LogRecord> logs = new();
    private readonly Gathered<Metric> metrics = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OpenTownHall Listened() => new()
    {
        Settings = [Nobody],
        Further = services =>
        {
            services.ConfigureOpenTelemetryTracerProvider(t => t.AddInMemoryExporter(spans));
            services.ConfigureOpenTelemetryLoggerProvider(l => l.AddInMemoryExporter(logs));
            services.ConfigureOpenTelemetryMeterProvider(m => m.AddInMemoryExporter(metrics));
        },
    };

    [Fact]
    public async Task With_nothing_configured_nobody_listens()
    {
        await using var town = new OpenTownHall();
        await town.StartAsync();
        town.Service<IServiceProvider>().GetService<TracerProvider>().ShouldBeNull();
        town.Service<IServiceProvider>().GetService<MeterProvider>().ShouldBeNull();
        town.Service<IServiceProvider>().GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<FiguresWatch>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_function_goes_on_with_the_trace_of_the_message_that_called_it()
    {
        await using var town = Listened();
        await town.InitializeAsync();
        var id = await town.SubmittedAsync("随信息走的链路");
        var payload = JsonSerializer.Serialize(new { kind = "render-page", subject = id, subjectVersion = 1, traceParent = $"00-{Trace}-b7ad6b7169203331-01" });
        await DeliverAsync(town, payload);
        await DeliverAsync(town, """{"kind":"nonsense","subject":"x","subjectVersion":1,"traceParent":7}""");
        town.Service<TracerProvider>().ForceFlush();
        var functions = spans.Where(s => s.Source.Name == Signals.Name).ToList();
        // Whatever else runs in this process is heard here too.
        var followed = functions.Single(s => s.TraceId.ToString() == Trace);
        (followed.DisplayName, followed.ParentSpanId.ToString(), followed.Status).ShouldBe(("function PublishItem", "b7ad6b7169203331", ActivityStatusCode.Unset));
        functions.ShouldContain(s => s.Status == ActivityStatusCode.Error && "function-failed".Equals(s.GetTagItem(Signals.ErrorType)));
    }

    [Fact]
    public async Task Titles_names_addresses_and_tokens_are_in_no_span_log_or_metric()
    {
        await using var town = Listened();
        await town.InitializeAsync();
        var id = await town.PublishedAsync("示例某人的救助公示");
        using var key = await SendAsync(
            town.Clerk, HttpMethod.Get, "/api/items/" + id + "?q=示例某人", null, ("Idempotency-Key", "geheim-schluessel"), ("tracestate", "who=shiliren"), ("User-Agent", "shiliren/1"));
        using var bearer = await SendAsync(town.Public, HttpMethod.Get, "/api/accounts/shiliren", null, ("Authorization", "Bearer eyJnichtfuerandere"));
        using var failed = await SendAsync(town.Public, HttpMethod.Get, "/api/accounts/shiliren/nowhere", null);
        town.Service<TracerProvider>().ForceFlush();
        town.Service<MeterProvider>().ForceFlush();

        spans.Select(s => s.DisplayName).ShouldContain("GET /api/items/{id}");
        logs.ShouldNotBeEmpty();
        var everything = Everything();
        foreach (var secret in new[] { "示例某人", "示例", "shiliren", "geheim", "eyJ", "127.0.0.1 ", "某clerk", "reviewer", "right" })
        {
            everything.ShouldNotContain(secret);
        }

        logs.Where(l => l.Exception is not null || l.FormattedMessage is not null).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_figures_of_health_and_the_durations_of_functions_are_metrics()
    {
        await using var town = Listened();
        await town.InitializeAsync();
        await town.PublishedAsync("数一数");
        for (var attempt = 0; !metrics.Any(m => m.Name == "lianxin.serving"); attempt++)
        {
            attempt.ShouldBeLessThan(200);
            await Task.Delay(20, Cancellation);
            town.Service<MeterProvider>().ForceFlush();
        }

        metrics.Select(m => m.Name).Where(n => n.StartsWith("lianxin.", StringComparison.Ordinal)).Distinct().ShouldBe(
            [
                "lianxin.chains.lost", "lianxin.function.duration", "lianxin.notices.failed", "lianxin.outbox.age", "lianxin.poison.messages",
                "lianxin.publications.overdue", "lianxin.reports.overdue", "lianxin.serving", "lianxin.troubles",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("http://127.0.0.1:10002/devstoreaccount1/accounts(PartitionKey='ligang',RowKey='shiliren')", "GET accounts")]
    [InlineData("https://lianxin.blob.core.windows.net/sealed/agencies/a.json?sig=geheim", "GET sealed")]
    [InlineData("https://robot.example/cgi-bin/send?key=geheim", "GET")]
    public void A_call_to_the_outside_says_which_store_and_nothing_of_its_address(string address, string name)
    {
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "Scrubbed", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Scrubbed");
        using var span = source.StartActivity("x", ActivityKind.Client)!;
        span.SetTag("http.request.method", "GET").SetTag("url.full", address).SetTag("whatever.comes", "geheim").SetStatus(ActivityStatusCode.Error, "geheim");
        using var scrubber = new SpanScrubber();
        scrubber.OnEnd(span);
        span.DisplayName.ShouldBe(name);
        span.StatusDescription.ShouldBeNull();
        string.Join(' ', span.TagObjects.Select(t => $"{t.Key}={t.Value}")).ShouldNotContain("geheim");
        span.GetTagItem("url.full").ShouldBeNull();
    }

    private static async Task DeliverAsync(OpenTownHall town, string payload)
    {
        var envelope = new { Data = new { item = JsonSerializer.Serialize(payload) }, Metadata = new { DequeueCount = "1" } };
        using var answer = await SendAsync(town.Public, HttpMethod.Post, "/PublishItem", JsonContent.Create(envelope, null, JsonSerializerOptions.Default));
    }

    /// <summary>Every word of every span, log and metric.</summary>
    private string Everything()
    {
        var words = new List<string>();
        foreach (var span in spans)
        {
            words.AddRange([span.DisplayName, span.TraceStateString ?? "", span.StatusDescription ?? "", .. span.TagObjects.Select(t => $"{t.Key}={t.Value}"), .. span.Events.Select(e => e.Name), .. span.Baggage.Select(b => b.Value ?? "")]);
        }

        foreach (var log in logs)
        {
            words.AddRange([log.Body ?? "", log.FormattedMessage ?? "", log.Exception?.ToString() ?? "", .. (log.Attributes ?? []).Select(a => $"{a.Key}={a.Value}")]);
        }

        foreach (var metric in metrics)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                foreach (var tag in point.Tags)
                    words.Add($"{metric.Name} {tag.Key}={tag.Value}");
            }
        }

        return string.Join('\n', words);
    }
}
