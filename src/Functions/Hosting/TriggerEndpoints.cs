using System.Diagnostics;
using System.Net;
using Lianxin.Functions.Input;
using Lianxin.Functions.Telemetry;

namespace Lianxin.Functions.Hosting;

/// <summary>Marks an endpoint that only the Functions host may call; it stands outside the table of permissions.</summary>
public sealed class HostOnly
{
    public static HostOnly Instance { get; } = new();
}

/// <summary>
/// The addresses <c>POST /{FunctionName}</c> at which the host calls timers and queues. Success is always 200 with the JSON
/// <c>{}</c>: an empty or untyped answer would leave the call hanging until the host kills the process.
/// </summary>
public static partial class TriggerEndpoints
{
    /// <summary>Queue messages end at 64 KiB; double encoding and metadata stay well below this.</summary>
    private const int MaxEnvelope = 1024 * 1024;

    private const string InvocationHeader = "X-Azure-Functions-InvocationId";

    /// <summary>The host's proxy and the front ends before it add these to public requests; the host's own calls never carry them.</summary>
    private static readonly string[] PublicHeaders = ["x-ms-invocation-id", "X-Forwarded-For"];

    /// <summary>Maps every timer and queue function of the list.</summary>
    /// <exception cref="InvalidOperationException">A function of the list has no handler.</exception>
    public static void MapTriggers(this IEndpointRouteBuilder app, FunctionApp functions)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(functions);
        var known = app.ServiceProvider.GetRequiredService<IServiceProviderIsKeyedService>();
        foreach (var function in functions.Triggered)
        {
            var handler = function is TimerFunction ? typeof(ITimerHandler) : typeof(IQueueHandler);
            if (!known.IsKeyedService(handler, function.Name))
                throw new InvalidOperationException($"The function {function.Name} has no {handler.Name}.");
            app.MapPost("/" + function.Name, context => CallAsync(context, function)).WithMetadata(HostOnly.Instance);
        }
    }

    private static async Task CallAsync(HttpContext context, FunctionDescription function)
    {
        if (!IsFromHost(context))
        {
            await Problem.NotFound().WriteAsync(context);
            return;
        }

        var log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(TriggerEndpoints));
        var invocation = context.Request.Headers[InvocationHeader].ToString();
        var envelope = await BoundedBody.ReadAsync(context.Request.Body, MaxEnvelope, context.RequestAborted) is { } bytes
            ? Envelope.Read(bytes)
            : null;
        var run = envelope is null ? null : Bind(context.RequestServices, function, envelope, invocation);
        if (run is null)
        {
            LogUnknown(log, function.Name, invocation);
            await new Problem(StatusCodes.Status400BadRequest, ProblemCodes.UnknownEnvelope, "无法识别的触发消息。").WriteAsync(context);
            return;
        }

        using var span = Signals.Begin(function, envelope!, invocation);
        await RunAsync(context, function, invocation, run, log);
    }

    private static Func<CancellationToken, Task>? Bind(
        IServiceProvider services, FunctionDescription function, Envelope envelope, string invocation)
    {
        if (function is TimerFunction)
        {
            return envelope.AsTick(invocation) is { } tick
                ? cancellation => services.GetRequiredKeyedService<ITimerHandler>(function.Name).RunAsync(tick, cancellation)
                : null;
        }

        if (envelope.AsDelivery(invocation) is not { } delivery)
        {
            return null;
        }

        return cancellation =>
        {
            Task Handle() => services.GetRequiredKeyedService<IQueueHandler>(function.Name).HandleAsync(delivery, cancellation);
            return services.GetService<IQueueWatch>() is { } watch && function is QueueFunction queue
                ? watch.WatchAsync(queue.Queue, delivery, Handle)
                : Handle();
        };
    }

    private static async Task RunAsync(
        HttpContext context, FunctionDescription function, string invocation, Func<CancellationToken, Task> run, ILogger log)
    {
        var services = context.RequestServices;
        var started = Stopwatch.GetTimestamp();
        using var deadline = new CancellationTokenSource(
            services.GetRequiredService<TriggerDeadline>().Limit, services.GetRequiredService<TimeProvider>());
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            deadline.Token, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        try
        {
            await run(ending.Token);
        }
        catch (Exception failure)
        {
            var elapsed = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var code = deadline.IsCancellationRequested ? ProblemCodes.DeadlinePassed : ProblemCodes.FunctionFailed;
            LogFailed(log, function.Name, invocation, elapsed, code, failure);
            Signals.Ended(function, Stopwatch.GetElapsedTime(started), code);
            await new Problem(StatusCodes.Status500InternalServerError, code, "函数未能完成，将按宿主的规则重试。").WriteAsync(context);
            return;
        }

        Signals.Ended(function, Stopwatch.GetElapsedTime(started), null);
        LogDone(log, function.Name, invocation, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 2;
        await context.Response.Body.WriteAsync("{}"u8.ToArray());
    }

    /// <summary>
    /// An old host turns <c>\</c> into <c>/</c>, so that a public request may arrive at a trigger's address by way of a route: it
    /// comes from loopback like the host's own calls, but names the public address or says for whom it was passed on.
    /// </summary>
    private static bool IsFromHost(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && context.Request.Host is { Host: "127.0.0.1" or "localhost", Port: { } port }
        && port == context.Connection.LocalPort
        && !PublicHeaders.Any(context.Request.Headers.ContainsKey);

    [LoggerMessage(Level = LogLevel.Information, Message = "function {Function} done in {Elapsed} ms ({Invocation})")]
    private static partial void LogDone(ILogger log, string function, string invocation, long elapsed);

    [LoggerMessage(Level = LogLevel.Error, Message = "function {Function} failed after {Elapsed} ms with {Code} ({Invocation})")]
    private static partial void LogFailed(
        ILogger log, string function, string invocation, long elapsed, string code, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "function {Function} was called with an unknown envelope ({Invocation})")]
    private static partial void LogUnknown(ILogger log, string function, string invocation);
}
