using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>Keeps the first findings of a file, hard ones before warnings, and counts them all.</summary>
internal sealed class FindingLog
{
    private readonly List<PersonalDataFinding> hard = [];
    private readonly List<PersonalDataFinding> soft = [];

    public int Count { get; private set; }

    /// <summary>What a person has to look at, because nothing here can.</summary>
    public List<string> Unseen { get; } = [];

    public IReadOnlyList<PersonalDataFinding> Findings => [.. hard.Concat(soft).Take(FileReading.MostFindings)];

    public void Add(IReadOnlyList<PersonalDataFinding> findings)
    {
        foreach (var finding in findings)
        {
            Count++;
            var list = finding.Severity == PrivacySeverity.Hard ? hard : soft;
            if (list.Count < FileReading.MostFindings)
                list.Add(finding);
        }
    }

    public void NeedsEye(string what)
    {
        if (Unseen.Count < 10 && !Unseen.Contains(what, StringComparer.Ordinal))
            Unseen.Add(what);
    }
}
