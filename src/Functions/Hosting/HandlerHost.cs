using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;

namespace Lianxin.Functions.Hosting;

/// <summary>
/// Runs the app as a custom handler of the Functions host: on the loopback port that the host names, whatever other address
/// the inherited environment may name, and never ending with exit code 0 but when it was told to stop (the host would
/// neither restart a handler that ended with 0 nor notice that it is gone).
/// </summary>
public static class HandlerHost
{
    /// <summary>The host's name for the port, in the environment.</summary>
    public const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    /// <summary>An import of 50 MB in its multipart wrapping; the default of 30,000,000 bytes would break proxied uploads.</summary>
    public const long MaxRequestBytes = 60L * 1024 * 1024;

    /// <summary>How long a caller may take to send the head of a request; the server's own limit of 240 bytes a second holds for its body.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The whole program.</summary>
    /// <param name="compose">Registers services.</param>
    /// <param name="map">Maps the HTTP routes, after the pipeline of the house; triggers are mapped by this method.</param>
    /// <param name="port">The port, where the environment does not name it.</param>
    public static async Task<int> RunAsync(
        string[] args, FunctionApp functions, Action<WebApplicationBuilder> compose, Action<WebApplication> map, string? port = null)
    {
        try
        {
            if (FunctionManifests.Handle(args, functions) is { } code)
                return code;
            await using var app = Build(args, Port(port ?? Environment.GetEnvironmentVariable(PortSetting)), functions, compose, map);
            var told = false;
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => told = true);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => told = true);
            await app.RunAsync();
            return told ? 0 : 1;
        }
        catch (Exception failure)
        {
            // One line, without the stack: the message is written for whoever set the app up.
            Console.Error.WriteLine($"{failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    /// <summary>The app, ready to start; port 0 takes any free one.</summary>
    public static WebApplication Build(
        string[] args, int port, FunctionApp functions, Action<WebApplicationBuilder> compose, Action<WebApplication> map)
    {
        ArgumentNullException.ThrowIfNull(compose);
        ArgumentNullException.ThrowIfNull(map);
        var builder = WebApplication.CreateSlimBuilder(args);
        Bind(builder.WebHost, port);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(TriggerDeadline.From(builder.Configuration));
        Log(builder.Logging);
        compose(builder);
        var app = builder.Build();
        app.UseHandlerPipeline();
        app.MapTriggers(functions);
        map(app);
        return app;
    }

    private static void Bind(ConfigureWebHostBuilder host, int port) => host.ConfigureKestrel(kestrel =>
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        // Whoever sends a header letter by letter holds no place for long.
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        // Wins over the inherited ASPNETCORE_URLS, which names the host's own public address (http://+:80 in its container);
        // the server says so in one warning at start.
        kestrel.Listen(IPAddress.Loopback, port);
    });

    private static void Log(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddConsole(console => console.FormatterName = OneLineFormatter.FormatterName);
        logging.Services.AddSingleton<ConsoleFormatter, OneLineFormatter>();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // Azure's SDK logs each request at this level.
        logging.AddFilter("Azure", LogLevel.Warning);
    }

    private static int Port(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new InvalidOperationException(
                $"{PortSetting} names no port. This program is started by the Functions host; to run everything on one machine use ./run.");
}
