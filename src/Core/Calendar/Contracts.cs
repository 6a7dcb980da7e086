namespace Lianxin.Core.Calendar;

/// <summary>
/// A deadline with its derivation: what started it, by which rule, what was counted and what was skipped.
/// </summary>
/// <param name="Kind">Stable name, for example <c>publish</c> (proactive disclosure).</param>
/// <param name="DueOn">Last day on which the duty is met, a date in China Standard Time (ends 24:00).</param>
/// <param name="Because">The derivation in one Chinese sentence: start, rule with article, days counted, days skipped.</param>
/// <param name="Provisional">True (暂定) when a year without a loaded State Council notice was crossed.</param>
public sealed record Deadline(string Kind, DateOnly DueOn, string Because, bool Provisional = false);
