using System.Text.Json.Serialization;

namespace Lianxin.Functions.UseCases.Checks;

/// <summary>How far the check of an agency's register is, and what it found. Instants are machine time.</summary>
/// <param name="Part">The part that is being worked off; empty between two passes.</param>
/// <param name="Cursor">Where to go on within the part.</param>
/// <param name="Items">Items looked at in this pass.</param>
/// <param name="FinishedAt">End of the last pass that went through everything.</param>
/// <param name="Repaired">How many repairs this pass has made; the newest of them are in <paramref name="Found"/>.</param>
/// <param name="Found">Of the pass that runs or ran last.</param>
/// <param name="Lost">What the last whole pass could only name.</param>
public sealed record CheckState(
    DateTimeOffset StartedAt,
    DateTimeOffset MovedAt,
    string Part,
    string Cursor,
    int Items,
    DateTimeOffset? FinishedAt,
    int Repaired,
    IReadOnlyList<CheckFinding> Found,
    IReadOnlyList<CheckFinding> Lost)
{
    /// <summary>Losses that somebody looked at and put aside with a reason; they are not told again.</summary>
    public IReadOnlyList<CheckFinding> PutAside { get; init; } = [];

    public static CheckState None { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MinValue, "", "", 0, null, 0, [], []);

    /// <summary>What is named now: of the last whole pass, and what the running one has found beside it.</summary>
    [JsonIgnore]
    public IReadOnlyList<CheckFinding> Open => [.. Lost.Concat(Found.Where(f => !f.IsRepaired)).Distinct().Except(PutAside)];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckState))]
internal sealed partial class CheckJson : JsonSerializerContext;
