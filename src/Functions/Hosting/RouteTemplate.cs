namespace Lianxin.Functions.Hosting;

/// <summary>Compares route templates of the Functions host: literals, <c>{parameters}</c> and a final <c>{*catch-all}</c>.</summary>
public static class RouteTemplate
{
    /// <summary>Why the host would refuse a template or the house forbids it; null when it is lawful.</summary>
    public static string? Fault(string template)
    {
        ArgumentNullException.ThrowIfNull(template);
        var segments = template.Split('/');
        if (segments.Any(s => s.Length == 0))
            return "has an empty segment";
        // A catch-all or a parameter at the root would let an outsider reach the address of a timer or a queue.
        if (segments[0].Contains('{', StringComparison.Ordinal))
            return "matches at the root";
        // The host rejects these by their beginning, not by the whole segment.
        if (segments[0].StartsWith("admin", StringComparison.OrdinalIgnoreCase)
            || segments[0].StartsWith("runtime", StringComparison.OrdinalIgnoreCase))
        {
            return "collides with the host's own addresses";
        }

        return segments[..^1].Any(IsCatchAll) ? "has a catch-all before its end" : null;
    }

    /// <summary>Whether some address would match both templates. A catch-all matches nothing at all, too.</summary>
    public static bool Overlap(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return Overlap(first.Split('/'), second.Split('/'));
    }

    private static bool Overlap(ReadOnlySpan<string> first, ReadOnlySpan<string> second)
    {
        if (first.IsEmpty || second.IsEmpty)
            return (first.IsEmpty || IsCatchAll(first[0])) && (second.IsEmpty || IsCatchAll(second[0]));
        if (IsCatchAll(first[0]) || IsCatchAll(second[0]))
            return true;
        var bothLiteral = !first[0].Contains('{', StringComparison.Ordinal) && !second[0].Contains('{', StringComparison.Ordinal);
        return (!bothLiteral || first[0].Equals(second[0], StringComparison.OrdinalIgnoreCase)) && Overlap(first[1..], second[1..]);
    }

    private static bool IsCatchAll(string segment) => segment.StartsWith("{*", StringComparison.Ordinal);
}
