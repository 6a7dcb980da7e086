namespace Lianxin.Core.Privacy;

/// <summary>How far a file could be read.</summary>
public enum ReadingOutcome
{
    /// <summary>All of it.</summary>
    Read,

    /// <summary>Its metadata at most: what a picture shows needs a person's eye.</summary>
    NeedsEye,

    /// <summary>Encrypted, broken, too much, or of a kind that is not taken.</summary>
    Refused,
}

/// <summary>What a file was found to hold. Kept by the hash of its bytes, so that a file is read once for each version of the detectors.</summary>
/// <param name="Code">Why it was refused, stable and kebab-case; empty otherwise.</param>
/// <param name="Detail">What a person is to know of it, in Chinese; never anything that the file says.</param>
/// <param name="Findings">At most <see cref="MostFindings"/>; their places are those inside the file.</param>
/// <param name="Count">How many there were in all.</param>
/// <param name="DetectorVersion"><see cref="TextDetectors.Version"/> at the time.</param>
public sealed record FileReading(
    ReadingOutcome Outcome, string Code, string Detail, IReadOnlyList<PersonalDataFinding> Findings, int Count, int DetectorVersion)
{
    public const int MostFindings = 100;

    /// <summary>Read to its end, and nothing in it stops it.</summary>
    public bool IsClean => Outcome == ReadingOutcome.Read && Findings.All(f => f.Severity != PrivacySeverity.Hard);

    public static FileReading Refuse(string code, string detail) => new(ReadingOutcome.Refused, code, detail, [], 0, TextDetectors.Version);
}
