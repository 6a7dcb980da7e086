using System.Globalization;
using Lianxin.Core.Access;

namespace Lianxin.Core.Audit;

/// <summary>Makes and proves the chain of steps that an aggregate keeps with itself.</summary>
public static class StepChain
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The steps with one more at their end.</summary>
    public static IReadOnlyList<StepEvent> Append(
        string subject,
        IReadOnlyList<StepEvent> steps,
        string kind,
        Actor by,
        DateTimeOffset at,
        DateTimeOffset recordedAt,
        string from,
        string to,
        string reason,
        IReadOnlyDictionary<string, string>? details = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(by);
        var draft = new StepEvent(
            steps.Count + 1, kind, at.ToUniversalTime(), recordedAt.ToUniversalTime(), by.Account, by.Name, Names.Of(by.Role), from, to, reason,
            details ?? Nothing, steps.Count == 0 ? "" : steps[^1].Hash, "");
        return [.. steps, draft with { Hash = HashOf(subject, draft) }];
    }

    /// <summary>Number of the first step that does not follow from the ones before, or null when the chain holds.</summary>
    public static int? FirstBreak(string subject, IReadOnlyList<StepEvent> steps) => FirstFault(subject, steps)?.Number;

    /// <summary>The first step that does not follow from the ones before, with what was expected of it; null when the chain holds.</summary>
    public static ChainFault? FirstFault(string subject, IReadOnlyList<StepEvent> steps)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(steps);
        var previous = "";
        for (var i = 0; i < steps.Count; i++)
        {
            var step = steps[i];
            var hash = HashOf(subject, step);
            if (ChainFault.Of(i + 1, step.Number, previous, step.PreviousHash, hash, step.Hash) is { } fault)
            {
                return fault;
            }

            previous = step.Hash;
        }

        return null;
    }

    private static string HashOf(string subject, StepEvent step) => ChainHash.Of(
    [
        subject,
        step.Number.ToString(CultureInfo.InvariantCulture),
        step.Kind,
        ChainHash.Of(step.At),
        ChainHash.Of(step.RecordedAt),
        step.By,
        step.ByName,
        step.ByRole,
        step.From,
        step.To,
        step.Reason,
        .. ChainHash.Of(step.Details),
        step.PreviousHash,
    ]);
}
