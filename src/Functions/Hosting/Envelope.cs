using System.Globalization;
using System.Text.Json;

namespace Lianxin.Functions.Hosting;

/// <summary>
/// What the Functions host posts to a timer or queue function: <c>{ "Data": { binding: value }, "Metadata": { … } }</c>.
/// Queue texts come encoded as JSON twice (older documentation shows once); both are read.
/// </summary>
public sealed class Envelope
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    private readonly JsonElement value;
    private readonly JsonElement metadata;

    private Envelope(JsonElement value, JsonElement metadata)
    {
        this.value = value;
        this.metadata = metadata;
    }

    /// <summary>Reads an envelope; null when the bytes are none.</summary>
    public static Envelope? Read(ReadOnlyMemory<byte> utf8)
    {
        if (Parse(utf8) is not { ValueKind: JsonValueKind.Object } root
            || !root.TryGetProperty("Data", out var data)
            || data.ValueKind != JsonValueKind.Object
            || data.GetPropertyCount() != 1)
        {
            return null;
        }

        root.TryGetProperty("Metadata", out var metadata);
        return new Envelope(data.EnumerateObject().First().Value, metadata);
    }

    /// <summary>The envelope as a timer's tick; null when it is something else.</summary>
    public TimerTick? AsTick(string invocationId)
    {
        var timer = value.ValueKind == JsonValueKind.String ? Parse(value.GetString()!) ?? value : value;
        if (timer.ValueKind != JsonValueKind.Object
            || !timer.TryGetProperty("IsPastDue", out var pastDue)
            || pastDue.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return null;
        }

        timer.TryGetProperty("ScheduleStatus", out var status);
        return new TimerTick(Instant(status, "Next"), Instant(status, "Last"), pastDue.GetBoolean(), invocationId);
    }

    /// <summary>The envelope as a queue message; null when it is something else.</summary>
    public Delivery? AsDelivery(string invocationId)
    {
        // A message is always text on the wire; an object here would be a timer's or an HTTP function's envelope.
        if (value.ValueKind != JsonValueKind.String)
            return null;
        var once = value.GetString()!;
        var payload = Parse(once) is { ValueKind: JsonValueKind.String } inner ? inner.GetString()! : once;
        return new Delivery(payload, DequeueCount(payload), invocationId);
    }

    /// <summary>
    /// Top-level properties of a JSON message overwrite the host's metadata, so a count is believed only where none is in the message.
    /// </summary>
    private int? DequeueCount(string payload)
    {
        if (metadata.ValueKind != JsonValueKind.Object || !metadata.TryGetProperty("DequeueCount", out var count))
            return null;
        var shadowed = Parse(payload) is { ValueKind: JsonValueKind.Object } message
            && message.EnumerateObject().Any(p => p.Name.Equals("DequeueCount", StringComparison.OrdinalIgnoreCase));
        return !shadowed
            && count.ValueKind == JsonValueKind.String
            && int.TryParse(count.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    private static DateTimeOffset? Instant(JsonElement status, string name) =>
        status.ValueKind == JsonValueKind.Object
        && status.TryGetProperty(name, out var text)
        && text.ValueKind == JsonValueKind.String
        && DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && instant.Year > 1 // "Never" is written as the year 1.
            ? instant
            : null;

    private static JsonElement? Parse(string text) => Parse(System.Text.Encoding.UTF8.GetBytes(text));

    private static JsonElement? Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
