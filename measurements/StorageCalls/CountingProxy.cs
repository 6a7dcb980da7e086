using System.Collections.Concurrent;
using System.Net;
using Lianxin.Bench.Running;
using Microsoft.AspNetCore.Http.Features;

namespace Lianxin.Bench.StorageCalls;

/// <summary>Stands between handler and emulator, passes everything on unchanged, and counts the calls.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private static readonly string[] Services = ["blob", "queue", "table"];
    private readonly ConcurrentQueue<string> seen = new();
    private readonly IReadOnlyList<int> behind;
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(3) });
    private readonly int[] ports = FreePorts.Take(3);
    private readonly WebApplication app;

    private CountingProxy(IReadOnlyList<int> behind)
    {
        this.behind = behind;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            foreach (var port in ports)
                kestrel.Listen(IPAddress.Loopback, port);
        });
        app = builder.Build();
        app.Run(PassAsync);
    }

    public string ConnectionString => Emulator.ConnectionFor(ports);

    public static async Task<CountingProxy> StartAsync(Emulator emulator)
    {
        var proxy = new CountingProxy(emulator.Ports);
        await proxy.app.StartAsync();
        return proxy;
    }

    /// <summary>The calls since the last time: service, method and what was called.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (seen.TryDequeue(out var call))
            taken.Add(call);
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        var service = Array.IndexOf(ports, context.Connection.LocalPort);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        seen.Enqueue($"{Services[service]} {context.Request.Method} {context.Request.Path}");
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"http://127.0.0.1:{behind[service]}{target}");
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        if (body.Length > 0 || context.Request.ContentLength is not null)
            request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in context.Request.Headers.Where(h => h.Key is not ("Host" or "Connection" or "Transfer-Encoding" or "Content-Length")))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        using var answer = await http.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Transfer-Encoding" or "Connection" or "Keep-Alive")))
            context.Response.Headers[name] = values.ToArray();
        if (context.Request.Method != HttpMethods.Head && answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
            await context.Response.Body.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
    }
}
