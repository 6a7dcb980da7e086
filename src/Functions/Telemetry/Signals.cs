using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Lianxin.Functions.Hosting;

namespace Lianxin.Functions.Telemetry;

/// <summary>What the app itself tells about its functions. With nobody listening each of it is one look at a list that is empty.</summary>
public static class Signals
{
    /// <summary>Name of the spans' source and of the meter.</summary>
    public const string Name = "Lianxin";

    /// <summary>Why a function failed, as a stable code; absent when it did not.</summary>
    public const string ErrorType = "error.type";

    public const string Function = "lianxin.function";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Durations = Meter.CreateHistogram<double>("lianxin.function.duration", "s", "Time that timer and queue functions take.");

    /// <summary>A span of a timer or queue function; of the trace that sent the message, where it says so. Null when nobody listens.</summary>
    public static Activity? Begin(FunctionDescription function, Envelope envelope, string invocation)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentNullException.ThrowIfNull(envelope);
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityContext parent = default;
        if (function is QueueFunction && envelope.AsDelivery(invocation) is { } delivery)
        {
            ActivityContext.TryParse(TraceParent(delivery.Payload), null, isRemote: true, out parent);
        }

        var span = Source.StartActivity("function " + function.Name, function is QueueFunction ? ActivityKind.Consumer : ActivityKind.Internal, parent);
        return span?.SetTag(Function, function.Name);
    }

    /// <param name="code">Why it failed; null when it did not.</param>
    public static void Ended(FunctionDescription function, TimeSpan duration, string? code)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (code is null)
        {
            Durations.Record(duration.TotalSeconds, new KeyValuePair<string, object?>(Function, function.Name));
            return;
        }

        Durations.Record(duration.TotalSeconds, new(Function, function.Name), new(ErrorType, code));
        if (Activity.Current is { } span && span.Source == Source)
        {
            span.SetStatus(ActivityStatusCode.Error).SetTag(ErrorType, code);
        }
    }

    private static string? TraceParent(string payload)
    {
        try
        {
            using var message = JsonDocument.Parse(payload);
            return message.RootElement.ValueKind == JsonValueKind.Object
                && message.RootElement.TryGetProperty("traceParent", out var parent) && parent.ValueKind == JsonValueKind.String
                    ? parent.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
