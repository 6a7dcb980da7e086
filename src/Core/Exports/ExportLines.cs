using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Core.Exports;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExportedRow))]
[JsonSerializable(typeof(ExportedBlob))]
[JsonSerializable(typeof(ExportedMessage))]
[JsonSerializable(typeof(ExportManifest))]
internal sealed partial class ExportJson : JsonSerializerContext;

/// <summary>The lists of an export as text, one sealed line for each entry. Reading answers null for a line that is not as it was written.</summary>
public static class ExportLines
{
    private static readonly ExportJson Json =
        new(new JsonSerializerOptions(ExportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(ExportedRow row) => SummedLine.Seal(JsonSerializer.Serialize(row, Json.ExportedRow));

    public static string Of(ExportedBlob blob) => SummedLine.Seal(JsonSerializer.Serialize(blob, Json.ExportedBlob));

    public static string Of(ExportedMessage message) => SummedLine.Seal(JsonSerializer.Serialize(message, Json.ExportedMessage));

    public static string Of(ExportManifest manifest) => SummedLine.Seal(JsonSerializer.Serialize(manifest, Json.ExportManifest));

    public static ExportedRow? Row(string line) => SummedLine.Open(line) is { } json ? JsonSerializer.Deserialize(json, Json.ExportedRow) : null;

    public static ExportedBlob? Blob(string line) => SummedLine.Open(line) is { } json ? JsonSerializer.Deserialize(json, Json.ExportedBlob) : null;

    public static ExportedMessage? Message(string line) => SummedLine.Open(line) is { } json ? JsonSerializer.Deserialize(json, Json.ExportedMessage) : null;

    public static ExportManifest? Manifest(string line) => SummedLine.Open(line) is { } json ? JsonSerializer.Deserialize(json, Json.ExportManifest) : null;
}
