using System.Text;

namespace Lianxin.Core.Privacy;

/// <summary>遮盖 in the official style (privacy-and-quality §3): what the offer of a masked copy is made with.</summary>
public static class PrivacyMask
{
    /// <summary>The text with everything covered that stops it; what is masked so is found clean.</summary>
    public static string Of(string text, ScanProfile profile)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Cover(text, TextDetectors.Scan("", text, profile));
    }

    /// <summary>The text with its hard findings covered; their places are those of this very text.</summary>
    public static string Cover(string text, IEnumerable<PersonalDataFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder(text);
        foreach (var finding in findings.Where(f => f.Severity == PrivacySeverity.Hard).OrderByDescending(f => f.Start))
        {
            var shown = new NormalisedText(text.Substring(finding.Start, finding.Length)).Characters.ToString();
            var isNumber = finding.Kind is not (PersonalDataKinds.Address or PersonalDataKinds.Health or PersonalDataKinds.Minor or PersonalDataKinds.Email);
            var plain = isNumber ? shown.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) : shown;
            masked.Remove(finding.Start, finding.Length).Insert(finding.Start, Excerpt.Masked(finding.Kind, plain));
        }

        return masked.ToString();
    }
}
