using System.Globalization;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Lianxin.LocalHost.Handler;

namespace Lianxin.LocalHost.Queues;

/// <summary>
/// A queue message as the real host hands it over: the text encoded twice, and the trap it carries: top-level properties of a
/// JSON object in the message overwrite the trigger's own metadata, whatever their case.
/// </summary>
internal static class QueueEnvelope
{
    public static byte[] Write(string binding, string text, QueueMessage message, Call call)
    {
        var metadata = Metadata(message, text, call);
        return EnvelopeText.Write(writer =>
        {
            writer.WriteStartObject("Data");
            writer.WriteString(binding, EnvelopeText.Twice(text));
            writer.WriteEndObject();
            writer.WriteStartObject("Metadata");
            foreach (var (name, write) in metadata)
            {
                write(writer, name);
            }

            writer.WriteEndObject();
        });
    }

    private static OrderedDictionary<string, Action<Utf8JsonWriter, string>> Metadata(
        QueueMessage message, string text, Call call)
    {
        var metadata = new OrderedDictionary<string, Action<Utf8JsonWriter, string>>(StringComparer.OrdinalIgnoreCase)
        {
            ["DequeueCount"] = Text(message.DequeueCount.ToString(CultureInfo.InvariantCulture)),
            ["ExpirationTime"] = Text(EnvelopeText.LocalSeconds(message.ExpiresOn ?? DateTimeOffset.MaxValue)),
            ["Id"] = Text(EnvelopeText.Twice(message.MessageId)),
            ["InsertionTime"] = Text(EnvelopeText.LocalSeconds(message.InsertedOn ?? DateTimeOffset.MinValue)),
            ["NextVisibleTime"] = Text(EnvelopeText.LocalSeconds(message.NextVisibleOn ?? DateTimeOffset.MaxValue)),
            ["PopReceipt"] = Text(EnvelopeText.Twice(message.PopReceipt)),
            ["sys"] = (writer, _) => EnvelopeText.WriteSystem(writer, call),
        };
        foreach (var (name, value) in Shadows(text))
        {
            metadata[name] = value;
        }

        return metadata;
    }

    private static IEnumerable<(string Name, Action<Utf8JsonWriter, string> Value)> Shadows(string text)
    {
        if (!text.AsSpan().Trim().StartsWith("{"))
        {
            yield break;
        }

        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            yield break;
        }

        using (document)
        {
            foreach (var property in document.RootElement.EnumerateObject())
            {
                if (property.Name.EndsWith("trigger", StringComparison.OrdinalIgnoreCase))
                {
                    continue;
                }

                if (property.Value.ValueKind == JsonValueKind.Object)
                {
                    var copy = property.Value.Clone();
                    yield return (property.Name, (writer, name) => Copy(copy, writer, name));
                }
                else if (Spelled(property.Value) is { } spelled)
                {
                    yield return (property.Name, Text(EnvelopeText.Twice(spelled)));
                }
            }
        }
    }

    /// <returns>Null for arrays and null, which the host leaves out.</returns>
    private static string? Spelled(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.Number => value.TryGetInt64(out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : value.GetDouble().ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static void Copy(JsonElement value, Utf8JsonWriter writer, string name)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    private static Action<Utf8JsonWriter, string> Text(string value) => (writer, name) => writer.WriteString(name, value);
}
