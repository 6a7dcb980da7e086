using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lianxin.Functions.Telemetry;

/// <summary>Switches OpenTelemetry on where a collector is named by its own standard settings, <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> first of all.</summary>
public static class TelemetrySetup
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            Register(builder);
        }
    }

    /// <summary>On its own, so that a start without a collector does not even load the libraries.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Register(WebApplicationBuilder builder)
    {
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
            {
                if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_SERVICE_NAME"]))
                {
                    resource.AddService("lianxin");
                }
            })
            .WithTracing(tracing => tracing
                .AddSource(Signals.Name)
                // The runtime's own spans of outgoing calls: storage, mail robots, the county's pages.
                .AddSource("System.Net.Http")
                .AddAspNetCoreInstrumentation(web => web.Filter = context => context.Request.Path != "/")
                .AddProcessor(new SpanScrubber()))
            .WithMetrics(metrics => metrics.AddMeter(Signals.Name, "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime"))
            .WithLogging(logs => logs.AddProcessor(new LogScrubber()))
            .UseOtlpExporter();
        // Only what this app writes itself has known patterns.
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>(null, LogLevel.None);
        builder.Logging.AddFilter<OpenTelemetryLoggerProvider>("Lianxin", LogLevel.Information);
        builder.Services.AddHostedService<FiguresWatch>();
    }
}
