using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core.Duties;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>How the duties' ledger writes its documents.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DutyRecord))]
[JsonSerializable(typeof(QuarterRecord))]
[JsonSerializable(typeof(Posting))]
[JsonSerializable(typeof(IReadOnlyList<CoverageLine>))]
internal sealed partial class DutyJson : JsonSerializerContext;

/// <summary>The one set of options that the ledger is written with.</summary>
internal static class DutyDocuments
{
    /// <summary>Chinese stays as it is.</summary>
    public static DutyJson Plain { get; } = new(new JsonSerializerOptions(DutyJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
