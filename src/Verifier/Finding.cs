namespace Lianxin.Verifier;

/// <summary>The first thing in an export that is not as it was written.</summary>
/// <param name="Part">File below the export's folder.</param>
/// <param name="Subject">Item, feedback, case, anchor, row or blob.</param>
/// <param name="Number">Event, step or line, from 1; 0 where there is no such thing.</param>
public sealed record Finding(string Part, string Subject, int Number, string Expected, string Found);

/// <summary>What was looked through.</summary>
/// <param name="First">Null when everything holds.</param>
public sealed record Verdict(Finding? First, int Parts, int Chains, int Events, int Anchors);
