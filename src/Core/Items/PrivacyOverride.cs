namespace Lianxin.Core.Items;

/// <summary>例外公开 as the reviewer asked for it.</summary>
/// <param name="Reason">Why it has to be published.</param>
/// <param name="Article">The article of law that allows it (条例 Art. 15: consent, or an overriding public interest).</param>
public sealed record PrivacyOverrideInput(string? Reason, string? Article);

/// <summary>例外公开: the reviewer let personal data pass; kept with the item and in its history, and listed for the year's report.</summary>
/// <param name="By">The reviewer's account.</param>
/// <param name="Kinds">What kinds were found then.</param>
/// <param name="Count">How many were found then: whatever is found beyond that stops the item again.</param>
public sealed record PrivacyOverride(string By, DateTimeOffset At, string Reason, string Article, IReadOnlyList<string> Kinds, int Count);
