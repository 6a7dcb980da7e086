using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lianxin.MakeSample;

/// <summary>RFC 4180 with LF: a field is quoted when it has a comma, a quote or a line end.</summary>
internal static class Csv
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Row(params string[] fields) => string.Join(',', fields.Select(Field)) + "\n";

    public static string Json(IReadOnlyList<(string Key, string Value)> values)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, Plain))
        {
            writer.WriteStartObject();
            foreach (var (key, value) in values)
                writer.WriteString(key, value);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(memory.ToArray());
    }

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
