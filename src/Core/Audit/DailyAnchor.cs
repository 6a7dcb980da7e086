namespace Lianxin.Core.Audit;

/// <summary>The end of one chain: how many events a subject has, and the hash of the last one.</summary>
/// <param name="Subject">Kind and id, for example <c>items/…</c>, <c>feedback/…</c>, <c>cases/…</c>.</param>
public sealed record ChainHead(string Subject, int Events, string Hash);

/// <summary>
/// 登记簿锚点: one hash over the ends of all chains of an agency as they stood after a day, chained to the anchor before (decision record 26).
/// Whoever holds an anchor on paper can show that no event before it was changed since. It holds no data, so it is public.
/// </summary>
/// <param name="Day">The last business day (China Standard Time) that it covers.</param>
/// <param name="Since">Day of the anchor before; days between the two had no run and are covered by this one. Null for the first.</param>
/// <param name="MadeAt">Machine instant.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Heads">How many chains it covers.</param>
/// <param name="Root">SHA-256 over all heads in the order of their subjects.</param>
/// <param name="Previous">Hash of the anchor before; empty for the first.</param>
public sealed record DailyAnchor(
    string Agency, DateOnly Day, DateOnly? Since, DateTimeOffset MadeAt, int Number, int Heads, string Root, string Previous, string Hash);

/// <summary>An anchor as it is kept: with the heads that are new or grew since the anchor before, so that all anchors together tell every head.</summary>
public sealed record AnchorRecord(DailyAnchor Anchor, IReadOnlyList<ChainHead> Changed);

/// <summary>A chain that is not what an anchor says it was.</summary>
/// <param name="Found">Null where the subject is gone.</param>
public sealed record LostHead(ChainHead Anchored, ChainHead? Found);
