using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core.Notices;

namespace Lianxin.Functions.UseCases;

/// <summary>How notices are written into their ledger. Derived properties are left out: they would be a second truth.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(NoticeDelivery))]
internal sealed partial class NoticeJson : JsonSerializerContext;

/// <summary>The one set of options that notices are written with.</summary>
internal static class NoticeTexts
{
    /// <summary>Chinese stays as it is: escaped it would take six characters of a row for one.</summary>
    public static NoticeJson Plain { get; } =
        new(new JsonSerializerOptions(NoticeJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
