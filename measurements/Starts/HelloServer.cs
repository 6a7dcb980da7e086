using System.Net;

namespace Lianxin.Bench.Starts;

/// <summary>The smallest web server of the same framework: what any start costs before our code is reached.</summary>
internal static class HelloServer
{
    public const string Argument = "hello-server";

    public static async Task<int> RunAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        await using var app = builder.Build();
        app.MapGet("/", (RequestDelegate)(context => context.Response.WriteAsync("hello")));
        await app.RunAsync();
        return 0;
    }
}
