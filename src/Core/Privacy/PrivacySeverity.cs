namespace Lianxin.Core.Privacy;

/// <summary>What follows from a finding (privacy-and-quality §4.6).</summary>
public enum PrivacySeverity
{
    /// <summary>Stops a submission and an approval.</summary>
    Hard,

    /// <summary>Is shown and stops nothing.</summary>
    Soft,
}
