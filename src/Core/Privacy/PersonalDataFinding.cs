namespace Lianxin.Core.Privacy;

/// <summary>Personal data found in a text.</summary>
/// <param name="Kind">One of <see cref="PersonalDataKinds"/>.</param>
/// <param name="Place">Where: <c>title</c>, <c>body</c>, <c>elements.{key}</c>, <c>attachments.{file} …</c> with sheet, row, column or page.</param>
/// <param name="Excerpt">The masked hit with a few characters around it; never the raw value.</param>
/// <param name="Rule">Why it counts as a hit, in Chinese, with the rule's source.</param>
public sealed record PersonalDataFinding(string Kind, string Place, string Excerpt, string Rule)
{
    public PrivacySeverity Severity { get; init; } = PrivacySeverity.Hard;

    /// <summary>Where the hit starts in the text as it was given, in UTF-16 units.</summary>
    public int Start { get; init; }

    /// <summary>How long it is there, separators and invisible characters included.</summary>
    public int Length { get; init; }
}
