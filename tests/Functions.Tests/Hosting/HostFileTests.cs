using System.Globalization;
using System.Text.Json;
using Lianxin.Functions.Hosting;
using Microsoft.Extensions.Configuration;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class HostFileTests
{
    private static JsonElement File { get; } = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, "host.json"))).RootElement;

    [Fact]
    public void The_host_passes_http_on_in_both_ways_under_an_empty_prefix()
    {
        File.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString().ShouldBe("");
        var handler = File.GetProperty("customHandler");
        handler.GetProperty("enableProxyingHttpRequest").GetBoolean().ShouldBeTrue();
        handler.GetProperty("enableForwardingHttpRequest").GetBoolean().ShouldBeTrue();
        handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString()
            .ShouldBe(typeof(HandlerHost).Assembly.GetName().Name);
    }

    [Fact]
    public void A_run_ends_itself_before_the_host_kills_it()
    {
        var timeout = TimeSpan.Parse(File.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture);
        timeout.ShouldBe(TriggerDeadline.HostJson);
        Deadline(null).ShouldBeLessThan(timeout);
    }

    [Fact]
    public void A_setting_that_overrides_the_host_file_moves_the_deadline_too()
    {
        Deadline("00:05:00").ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        Deadline("-1").ShouldBeInRange(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30));
        Deadline("nonsense").ShouldBe(Deadline(null));
    }

    private static TimeSpan Deadline(string? setting) =>
        TriggerDeadline.From(new ConfigurationBuilder()
            .AddInMemoryCollection([new(TriggerDeadline.Setting, setting)])
            .Build()).Limit;
}
