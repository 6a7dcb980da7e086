using System.Net;
using System.Text;
using Lianxin.LocalHost.Manifest;
using Microsoft.AspNetCore.Http.Features;

namespace Lianxin.LocalHost.Http;

/// <summary>Everything that comes in from outside: functions by their declared routes, the static site, and nothing else.</summary>
internal sealed class FrontDoor(IReadOnlyList<HttpFunction> functions, Upstream upstream, StaticSite site, AdminDoor admin, HostKey key, int? sitePort)
{
    /// <summary>The real host's body limit, in bytes.</summary>
    public const long BodyLimit = 104_857_600;

    /// <summary>How long a caller may take to send the head of a request.</summary>
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);

    /// <summary>How long running requests may go on once the host stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Addresses that belong to the app or the host even where no function answers them.</summary>
    private static readonly string[] Reserved = ["/api", "/desk", "/admin", "/runtime"];

    public WebApplication Build(params IReadOnlyList<int> ports)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        // Configuration from outside (ASPNETCORE_URLS above all) must not open other addresses.
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, "");
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Grace);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = BodyLimit;
            server.Limits.RequestHeadersTimeout = HeadersTimeout;
            // Header bytes pass as they came, whatever their encoding.
            server.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
            server.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
            foreach (var port in ports)
            {
                server.Listen(IPAddress.Loopback, port);
            }
        });
        var app = builder.Build();
        app.Run(ServeAsync);
        return app;
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (!RequestTarget.IsPlain(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (context.Request.ContentLength > BodyLimit)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var path = context.Request.Path;
        var onSitePort = context.Connection.LocalPort == sitePort;
        if (!onSitePort && path.StartsWithSegments("/admin"))
        {
            admin.Serve(context);
        }
        else if (!onSitePort && Match(context.Request) is { } function)
        {
            if (function.NeedsKey && !key.IsShownBy(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            await upstream.ServeAsync(context);
        }
        else if ((sitePort is not null && !onSitePort) || Reserved.Any(prefix => path.StartsWithSegments(prefix)))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            await site.ServeAsync(context);
        }
    }

    private HttpFunction? Match(HttpRequest request) => functions.FirstOrDefault(function =>
        (function.Methods is null || function.Methods.Contains(request.Method.ToUpperInvariant())) && function.Route.Matches(request.Path));

    /// <summary>Signals are this program's own business: it stops its children in order.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
