using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lianxin.Functions.Tests.Hosting;

/// <summary>What the server grants a caller who is slow or greedy.</summary>
public sealed class ServerLimitsTests
{
    [Fact]
    public async Task Slow_heads_and_bodies_and_long_headers_have_an_end()
    {
        await using var app = await RunningApp.StartAsync();
        var limits = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;
        limits.RequestHeadersTimeout.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(15));
        limits.MinRequestBodyDataRate.ShouldNotBeNull().BytesPerSecond.ShouldBeGreaterThanOrEqualTo(240);
        limits.MinResponseDataRate.ShouldNotBeNull();
        limits.MaxRequestHeadersTotalSize.ShouldBeLessThanOrEqualTo(32 * 1024);
        limits.MaxRequestHeaderCount.ShouldBeLessThanOrEqualTo(100);
        limits.MaxRequestLineSize.ShouldBeLessThanOrEqualTo(8 * 1024);
        limits.MaxRequestBodySize.ShouldBe(Lianxin.Functions.Hosting.HandlerHost.MaxRequestBytes);
    }
}
