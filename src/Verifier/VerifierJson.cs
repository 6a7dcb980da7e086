using System.Text.Json.Serialization;
using Lianxin.Core.Audit;

namespace Lianxin.Verifier;

/// <summary>The end of an item's chain, as its row has it.</summary>
internal sealed record ItemEnd(string Id, int EventCount, string LastEventHash);

/// <summary>A piece of feedback or a case: of all that it holds, its steps.</summary>
internal sealed record Stepped(string Id, IReadOnlyList<StepEvent>? Steps);

/// <summary>Reads what Storage and the books write, by the same names.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ItemEnd))]
[JsonSerializable(typeof(ItemEvent))]
[JsonSerializable(typeof(Stepped))]
[JsonSerializable(typeof(AnchorRecord))]
internal sealed partial class VerifierJson : JsonSerializerContext;
