using Lianxin.Core.Privacy;

namespace Lianxin.Documents.Reading;

/// <summary>One file being read: what may be spent, by which profile, and what was found. A file inside it is read by a scan of its own place.</summary>
/// <param name="Place">Where this file lies inside the one that was uploaded; empty for that one itself.</param>
internal sealed record FileScan(Budget Budget, ScanProfile Profile, FindingLog Log, string Place, int Depth)
{
    /// <summary>Scans a text; <paramref name="place"/> is inside this file.</summary>
    public void Text(string place, string text) => Log.Add(TextDetectors.Scan(Place + place, text, Profile));

    /// <summary>Scans a text of several lines and names the line in each place, unless there is only one.</summary>
    public void Lines(string text, string unit)
    {
        var findings = TextDetectors.Scan("", text, Profile);
        if (findings.Count == 0)
            return;
        var lines = text.AsSpan().TrimEnd("\r\n").Contains('\n');
        var (line, at) = (1, 0);
        var placed = new List<PersonalDataFinding>(findings.Count);
        foreach (var finding in findings)
        {
            line += text.AsSpan(at, finding.Start - at).Count('\n');
            at = finding.Start;
            placed.Add(finding with { Place = lines ? $"{Place}第{line}{unit}" : Place.TrimEnd() });
        }

        Log.Add(placed);
    }

    public FileScan Inside(string name)
    {
        if (Depth + 1 >= Budget.Limits.Depth)
            throw UnreadableFileException.TooMuch("嵌套层数");
        return this with { Place = $"{Place}内含文件“{name}” ", Depth = Depth + 1 };
    }
}
