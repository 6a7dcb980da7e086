using System.Text.Json.Serialization;
using Lianxin.Core.Audit;

namespace Lianxin.Functions.UseCases.Anchors;

/// <summary>All heads as the newest anchor told them, and what was found wrong with them; made again from the anchors when it is gone.</summary>
internal sealed record AnchorFold(DailyAnchor Last, IReadOnlyList<ChainHead> Heads, IReadOnlyList<string> Lost);

/// <summary>How anchors are written; the verifier of an export reads them by the same names.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AnchorRecord))]
[JsonSerializable(typeof(AnchorFold))]
internal sealed partial class AnchorJson : JsonSerializerContext;
