namespace Lianxin.Core.Reports;

/// <summary>Text that is drafted (草拟) from the figures while nobody has typed any. It states facts only; people edit it.</summary>
public static class ReportDrafting
{
    /// <summary>The drafted text of every section that nobody has typed, by section; what has nothing to say is left out.</summary>
    public static IReadOnlyDictionary<string, string> Of(ReportFigures figures, ReportNarrative? narrative, string agencyName)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var words = new ReportWords(figures, narrative, agencyName);
        return figures.Scope.Format.Parts
            .Where(p => p.Kind == PartKind.Narrative && !IsTyped(narrative, p))
            .Select(p => (p.Section, Text: words.Fill(Text(p, figures))))
            .Where(d => d.Text.Length > 0)
            .ToDictionary(d => d.Section, d => d.Text, StringComparer.Ordinal);
    }

    /// <summary>With its placeholders; empty where no sentence applies.</summary>
    internal static string Text(FormatPart part, ReportFigures figures) =>
        string.Concat(part.Draft
            .Where(s => (s.If is null || IsThere(figures, s.If)) && (s.Unless is null || !IsThere(figures, s.Unless)))
            .Select(s => s.Text));

    internal static bool IsTyped(ReportNarrative? narrative, FormatPart part) =>
        !string.IsNullOrWhiteSpace(narrative?.Sections.GetValueOrDefault(part.Section));

    private static bool IsThere(ReportFigures figures, string key) => figures.Number(key) is { Value: not 0 };
}
