namespace Lianxin.Core.Proofreading;

/// <summary>A place that a rule noticed.</summary>
internal readonly record struct Slip(int Start, int End, string Kind, string Suggestion, string Rule, ProofreadingSeverity Severity = ProofreadingSeverity.Advice);
