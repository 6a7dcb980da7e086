namespace Lianxin.Core.Proofreading;

/// <summary>What a finding of the proof-reading 校对 asks for.</summary>
public enum ProofreadingSeverity
{
    /// <summary>A wrong name of the state or of an organ: stops a submission (国办秘函〔2019〕19号: 严重表述错误 is a single veto).</summary>
    Hard,

    /// <summary>Shown beside the text; the writer and the reviewer decide.</summary>
    Advice,
}

/// <summary>One place that should be looked at before it is published (S43).</summary>
/// <param name="Kind">One of <see cref="ProofreadingKinds"/>.</param>
/// <param name="Place"><c>title</c>, <c>body</c>, <c>changeNote</c> or <c>elements.{key}</c>.</param>
/// <param name="Excerpt">The place with a few characters around it; digits and letters around it are covered, because they may be a person's.</param>
/// <param name="Suggestion">What is probably meant, in Chinese; a question where that is not clear.</param>
/// <param name="Rule">Why it was noticed, in Chinese.</param>
public sealed record ProofreadingFinding(string Kind, string Place, string Excerpt, string Suggestion, string Rule, ProofreadingSeverity Severity)
{
    /// <summary>Where it starts in the text, in UTF-16 units.</summary>
    public int Start { get; init; }

    /// <summary>How long it is there.</summary>
    public int Length { get; init; }
}
