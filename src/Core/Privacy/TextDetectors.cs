namespace Lianxin.Core.Privacy;

/// <summary>
/// The gate's detectors for running text (S44): resident numbers, mobile numbers, bank accounts. A hit stops a submission and
/// an approval. Reading takes time in proportion to the length of the text, whatever stands in it.
/// </summary>
public static class TextDetectors
{
    public const string Title = "title";
    public const string Body = "body";

    /// <summary>The place of an element, <c>elements.{key}</c>.</summary>
    public static string Element(string key) => $"elements.{key}";

    /// <summary>Everything found in one text, in order of place. Each character belongs to one hit at most.</summary>
    /// <param name="place">Name of the place, copied into the findings.</param>
    /// <param name="text">The text as it was given.</param>
    public static IReadOnlyList<PersonalDataFinding> Scan(string place, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scan = new ScannedText(text);
        if (scan.Groups.Length == 0)
            return [];
        // The surest first: what is a resident number is no bank account.
        ResidentIdDetector.Find(scan);
        MaskedIdDetector.Find(scan);
        MobileDetector.Find(scan);
        BankAccountDetector.Find(scan);
        scan.Hits.Sort((a, b) => a.Start.CompareTo(b.Start));
        return [.. scan.Hits.Select(h => Finding(place, scan.Text, h))];
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

    private static PersonalDataFinding Finding(string place, NormalisedText text, Hit hit)
    {
        var start = text.OriginalStart(hit.Start);
        return new PersonalDataFinding(hit.Kind, place, Excerpt.Of(text, hit), hit.Rule)
        {
            Start = start,
            Length = text.OriginalEnd(hit.End) - start,
        };
    }
}
