namespace Lianxin.Core.Proofreading;

/// <summary>
/// 校对 (S43, privacy-and-quality §6.3): reads a text once for each rule, each in time proportional to its length, and says what to look at.
/// Only wrong names of the state and of organs stop anything; all else is advice.
/// </summary>
public sealed class Proofreader(ProofreadingRules rules)
{
    /// <summary>Advice on one text beyond this many is left out; nobody reads on.</summary>
    public const int MostAdvice = 100;

    private readonly ConfusionRule confusions = new(rules.Pairs);
    private readonly RepeatRule repeats = new(rules.Repeats);
    private readonly LeaderRule? leaders = rules.Leaders.Count > 0 ? new LeaderRule(rules.Leaders) : null;

    /// <summary>Rules alone, without any list: for what is decided before data was read.</summary>
    public static Proofreader WithoutLists { get; } = new(ProofreadingRules.None);

    /// <summary>Everything in one text, in order of place.</summary>
    /// <param name="place">Name of the place, copied into the findings.</param>
    public IReadOnlyList<ProofreadingFinding> Read(string place, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slips = new List<Slip>();
        confusions.Find(text, slips);
        repeats.Find(text, slips);
        leaders?.Find(text, slips);
        PairedMarks.Find(text, slips);
        PunctuationRule.Find(text, slips);
        DateRule.Find(text, slips);
        DocumentNumberRule.Find(text, slips);
        slips.Sort((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End)));
        return Chosen(place, text, slips);
    }

    private static List<ProofreadingFinding> Chosen(string place, string text, List<Slip> slips)
    {
        var findings = new List<ProofreadingFinding>();
        var (advice, end, kind) = (0, 0, "");
        foreach (var slip in slips)
        {
            var hard = slip.Severity == ProofreadingSeverity.Hard;
            // One place is told once: the earlier finding covers those inside it and those of its kind that begin there, unless they are graver.
            var isCovered = slip.End <= end || (slip.Start < end && string.Equals(slip.Kind, kind, StringComparison.Ordinal));
            if (!hard && (isCovered || ++advice > MostAdvice))
                continue;
            (end, kind) = (Math.Max(end, slip.End), slip.Kind);
            findings.Add(new ProofreadingFinding(slip.Kind, place, Surroundings.Of(text, slip.Start, slip.End), slip.Suggestion, slip.Rule, slip.Severity)
            {
                Start = slip.Start,
                Length = slip.End - slip.Start,
            });
        }

        return findings;
    }
}
