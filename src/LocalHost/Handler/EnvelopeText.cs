using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lianxin.LocalHost.Handler;

/// <summary>How the real host spells values in an envelope (recorded payloads in the tests).</summary>
internal static class EnvelopeText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> body)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Strings travel as a JSON string that itself holds a JSON string.</summary>
    public static string Twice(string text) =>
        $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    /// <summary>An instant as the host's JSON library writes a UTC machine's local time: <c>+00:00</c>, fraction without trailing zeros.</summary>
    public static string Local(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + "+00:00";

    /// <summary>Queue times lose their fraction on the way through the host.</summary>
    public static string LocalSeconds(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) + "+00:00";

    public static void WriteSystem(Utf8JsonWriter writer, Call call)
    {
        writer.WriteStartObject("sys");
        writer.WriteString("MethodName", call.Function);
        writer.WriteString("UtcNow", call.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
        writer.WriteString("RandGuid", call.RandomMark);
        writer.WriteEndObject();
    }
}
