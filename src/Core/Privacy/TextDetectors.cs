namespace Lianxin.Core.Privacy;

/// <summary>
/// The gate's detectors for running text (S44), every kind of <see cref="PersonalDataKinds"/>. A hard finding stops a submission and
/// an approval. Reading takes time in proportion to the length of the text, whatever stands in it.
/// </summary>
public static class TextDetectors
{
    /// <summary>Goes up when a detector finds more than it did: what was read by an older one is read again.</summary>
    public const int Version = 3;

    public const string Title = "title";
    public const string Body = "body";

    /// <summary>The place of an element, <c>elements.{key}</c>.</summary>
    public static string Element(string key) => $"elements.{key}";

    /// <summary>Everything in one text that stops it, in order of place. Each character belongs to one hit at most.</summary>
    /// <param name="place">Name of the place, copied into the findings.</param>
    /// <param name="text">The text as it was given.</param>
    public static IReadOnlyList<PersonalDataFinding> Scan(string place, string text) =>
        [.. Scan(place, text, ScanProfile.Usual).Where(f => f.Severity == PrivacySeverity.Hard)];

    /// <summary>Everything found in one text under the profile of its entry, warnings too, in order of place.</summary>
    public static IReadOnlyList<PersonalDataFinding> Scan(string place, string text, ScanProfile profile)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(profile);
        var scan = new ScannedText(text);
        FindIn(scan, profile);
        PastedTables.Find(scan, profile);
        return Findings(place, scan);
    }

    /// <summary>Everything found in what readers get to see of an item.</summary>
    public static IReadOnlyList<PersonalDataFinding> Scan(string title, string body, IReadOnlyDictionary<string, string> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return
        [
            .. Scan(Title, title),
            .. Scan(Body, body),
            .. elements.OrderBy(e => e.Key, StringComparer.Ordinal).SelectMany(e => Scan(Element(e.Key), e.Value)),
        ];
    }

    /// <summary>Runs every detector but that of tables.</summary>
    internal static void FindIn(ScannedText scan, ScanProfile profile)
    {
        // The surest first: what is a resident number is no bank account.
        if (scan.Groups.Length > 0)
        {
            ResidentIdDetector.Find(scan);
            MaskedIdDetector.Find(scan);
            MobileDetector.Find(scan);
            HomePhoneDetector.Find(scan);
            BankAccountDetector.Find(scan);
            PassportDetector.Find(scan);
            PlateDetector.Find(scan);
        }

        EmailDetector.Find(scan, profile);
        AddressDetector.Find(scan, profile);
        HealthDetector.Find(scan);
        MinorDetector.Find(scan);
    }

    /// <summary>The hits of a scan as findings, in order of place.</summary>
    internal static IReadOnlyList<PersonalDataFinding> Findings(string place, ScannedText scan)
    {
        scan.Hits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return [.. scan.Hits.Select(h => Finding(place, scan.Text, h))];
    }

    private static PersonalDataFinding Finding(string place, NormalisedText text, Hit hit)
    {
        var start = text.OriginalStart(hit.Start);
        return new PersonalDataFinding(hit.Kind, place, Excerpt.Of(text, hit), hit.Rule)
        {
            Severity = hit.Severity,
            Start = start,
            Length = text.OriginalEnd(hit.End) - start,
        };
    }
}
