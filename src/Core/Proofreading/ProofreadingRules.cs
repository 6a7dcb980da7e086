namespace Lianxin.Core.Proofreading;

/// <summary>A wording that is known to be wrong.</summary>
/// <param name="Wrong">As it is miswritten; <c>#</c> stands for one digit or Chinese numeral.</param>
/// <param name="Right">What is meant; several are parted by <c>|</c>, and the writer has to choose.</param>
/// <param name="Unless">Longer wordings around it that are right.</param>
public sealed record ConfusionPair(string Wrong, string Right, IReadOnlyList<string> Unless, ProofreadingSeverity Severity, string Note);

/// <summary>A leader of the township, as its own office keeps the list.</summary>
/// <param name="Order">Place in the official order, from 1.</param>
/// <param name="Titles">Every title the person holds.</param>
public sealed record LeaderEntry(int Order, string Name, IReadOnlyList<string> Titles);

/// <summary>The data that proof-reading works with; a township changes it without code.</summary>
/// <param name="Pairs">Known wrong wordings.</param>
/// <param name="Repeats">Repetitions that are right, each from the first character of the repeated word on.</param>
/// <param name="Leaders">The township's own list; may be empty.</param>
public sealed record ProofreadingRules(IReadOnlyList<ConfusionPair> Pairs, IReadOnlyList<string> Repeats, IReadOnlyList<LeaderEntry> Leaders)
{
    public static ProofreadingRules None { get; } = new([], [], []);
}
