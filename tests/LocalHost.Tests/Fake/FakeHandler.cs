using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Lianxin.LocalHost.Tests.Fake;

/// <summary>A handler process that records what it receives and answers as it is told.</summary>
public static class FakeHandler
{
    public static async Task<int> RunAsync()
    {
        var script = new FakeScript(Environment.GetEnvironmentVariable(FakeScript.FolderVariable)!);
        if (script.ReplyTo("START", "/").Exit is { } code)
        {
            await Console.Error.WriteLineAsync("told to exit at start");
            return code;
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var port = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_CUSTOMHANDLER_PORT")!, CultureInfo.InvariantCulture);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MaxRequestBodySize = null;
            server.ListenLocalhost(port);
        });
        await using var app = builder.Build();
        app.Run(context => ServeAsync(context, script));
        await app.RunAsync();
        return 0;
    }

    private static async Task ServeAsync(HttpContext context, FakeScript script)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        if (target == "/environment")
        {
            var variables = Environment.GetEnvironmentVariables();
            await context.Response.WriteAsync(string.Join('\n', variables.Keys.Cast<string>().Select(name => $"{name}={variables[name]}")));
            return;
        }

        var reply = script.ReplyTo(context.Request.Method, context.Request.Path);
        script.Record(new SeenRequest(context.Request.Method, target, headers, body.Length > 10_000 ? $"{body.Length} letters" : body, Environment.ProcessId));
        if (reply.Exit is { } code)
        {
            Environment.Exit(code);
        }

        await WaitAsync(context, reply, script);
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        foreach (var (name, value) in reply.Headers ?? [])
        {
            context.Response.Headers[name] = value;
        }

        if (reply.Body.Length > 0)
        {
            await context.Response.WriteAsync(reply.Body);
        }
    }

    private static async Task WaitAsync(HttpContext context, ScriptedReply reply, FakeScript script)
    {
        try
        {
            await Task.Delay(reply.DelayMilliseconds, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            script.Record(new SeenRequest("ABORTED", context.Request.Path, [], "", Environment.ProcessId));
        }
    }
}
