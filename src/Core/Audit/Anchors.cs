using System.Globalization;

namespace Lianxin.Core.Audit;

/// <summary>Makes and proves daily anchors. Pure: heads, days and instants come in as arguments.</summary>
public static class Anchors
{
    private const int ShortGroups = 4;

    /// <summary>The anchor that follows <paramref name="before"/>.</summary>
    /// <param name="known">Heads of all anchors before, by subject.</param>
    /// <param name="present">Heads as they are now, in any order.</param>
    public static AnchorRecord Next(
        string agency, DateOnly day, DateTimeOffset madeAt, DailyAnchor? before, IReadOnlyDictionary<string, ChainHead> known, IEnumerable<ChainHead> present)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(present);
        var changed = present.Where(h => !known.TryGetValue(h.Subject, out var old) || h.Events > old.Events)
            .OrderBy(h => h.Subject, StringComparer.Ordinal).ToList();
        var all = Fold(known, changed);
        var draft = new DailyAnchor(
            agency, day, before?.Day, madeAt.ToUniversalTime(), (before?.Number ?? 0) + 1, all.Count, RootOf(all.Values), before?.Hash ?? "", "");
        return new AnchorRecord(draft with { Hash = HashOf(draft) }, changed);
    }

    /// <summary>Heads after an anchor: those before it, and over them what it says has changed.</summary>
    public static IReadOnlyDictionary<string, ChainHead> Fold(IReadOnlyDictionary<string, ChainHead> known, IEnumerable<ChainHead> changed)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(changed);
        var all = new Dictionary<string, ChainHead>(known, StringComparer.Ordinal);
        foreach (var head in changed)
        {
            all[head.Subject] = head;
        }

        return all;
    }

    /// <summary>
    /// Chains that are shorter than an anchor says, gone, or as long with another end. A longer one is not looked into here:
    /// that takes its events (<see cref="EventChain"/>, <see cref="StepChain"/>).
    /// </summary>
    public static IReadOnlyList<LostHead> Lost(IReadOnlyDictionary<string, ChainHead> known, IEnumerable<ChainHead> present)
    {
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(present);
        var now = present.ToDictionary(h => h.Subject, StringComparer.Ordinal);
        return
        [
            .. known.Values.OrderBy(h => h.Subject, StringComparer.Ordinal)
                .Select(h => new LostHead(h, now.GetValueOrDefault(h.Subject)))
                .Where(l => l.Found is null || l.Found.Events < l.Anchored.Events
                    || (l.Found.Events == l.Anchored.Events && !string.Equals(l.Found.Hash, l.Anchored.Hash, StringComparison.Ordinal))),
        ];
    }

    /// <summary>Whether the record follows from the one before and from the heads it tells; null when it holds, else what was expected and what was found.</summary>
    /// <param name="all">Heads after this record.</param>
    public static (string Expected, string Found)? Fault(AnchorRecord record, DailyAnchor? before, IReadOnlyDictionary<string, ChainHead> all)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(all);
        var anchor = record.Anchor;
        (string Expected, string Found)[] pairs =
        [
            (Text((before?.Number ?? 0) + 1), Text(anchor.Number)),
            (before?.Hash ?? "", anchor.Previous),
            (Day(before?.Day), Day(anchor.Since)),
            (Text(all.Count), Text(anchor.Heads)),
            (RootOf(all.Values), anchor.Root),
            (HashOf(anchor), anchor.Hash),
        ];
        return pairs.Where(p => !string.Equals(p.Expected, p.Found, StringComparison.Ordinal)).Select(p => ((string, string)?)p).FirstOrDefault();
    }

    /// <summary>As it is printed: the day and the first 16 hexadecimal digits, in groups of four.</summary>
    public static string Printed(DailyAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(anchor);
        return $"{Day(anchor.Day)} {string.Join(' ', anchor.Hash.Chunk(4).Take(ShortGroups).Select(c => new string(c)))}";
    }

    private static string RootOf(IEnumerable<ChainHead> heads) =>
        ChainHash.Of(heads.OrderBy(h => h.Subject, StringComparer.Ordinal).SelectMany(h => new[] { h.Subject, Text(h.Events), h.Hash }));

    private static string HashOf(DailyAnchor anchor) => ChainHash.Of(
        [anchor.Agency, Day(anchor.Day), Day(anchor.Since), ChainHash.Of(anchor.MadeAt), Text(anchor.Number), Text(anchor.Heads), anchor.Root, anchor.Previous]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
