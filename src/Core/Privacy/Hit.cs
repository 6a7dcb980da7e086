namespace Lianxin.Core.Privacy;

/// <summary>What a detector found, as places in the normalised text.</summary>
internal readonly record struct Hit(string Kind, int Start, int End, string Rule, PrivacySeverity Severity = PrivacySeverity.Hard);
