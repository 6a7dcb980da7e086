using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.LocalHost.Demo;

/// <summary>A refusal as RFC 9457 spells it.</summary>
internal sealed record Problem(string? Code, string? Title, string? Detail, JsonElement? Errors);

/// <summary>The answer of long work: where to watch it.</summary>
internal sealed record Accepted(string? Job);

/// <summary>Long work as <c>GET /api/jobs/{id}</c> shows it.</summary>
internal sealed record JobView(string? State, int Total, int Done, JsonElement? Result, JsonElement? Problem);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Accepted))]
[JsonSerializable(typeof(JobView))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class SampleJson : JsonSerializerContext;
