namespace Lianxin.Core.Reports;

/// <summary>Puts figures, typed text and findings into the order of a format. The same input gives the same content.</summary>
public static class ReportComposer
{
    /// <param name="agencyName">Full or short name: 立岗镇人民政府 or 立岗镇.</param>
    public static ReportContent Compose(
        ReportFormat format,
        ReportFigures figures,
        ReportNarrative? narrative,
        IReadOnlyList<ReportFinding> findings,
        string agencyName,
        int year)
    {
        ArgumentNullException.ThrowIfNull(format);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(findings);
        var words = new ReportWords(figures, narrative, agencyName);
        // An unsigned draft carries the last day it counts, so that no clock is read.
        var datedOn = narrative?.SignedOn ?? figures.Scope.To;
        return new ReportContent(
            [.. format.Title.Select(words.Fill)],
            words.Fill(format.Issuer),
            words.Fill(format.Subject),
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{words.Town}/{year}/{format.Name}/{format.Version}"),
            datedOn,
            [.. format.Parts.SelectMany(p => Blocks(p, format, figures, narrative, findings, words))]);
    }

    private static IEnumerable<ReportBlock> Blocks(
        FormatPart part,
        ReportFormat format,
        ReportFigures figures,
        ReportNarrative? narrative,
        IReadOnlyList<ReportFinding> findings,
        ReportWords words) => part.Kind switch
        {
            PartKind.Heading => [new HeadingBlock(part.Level, words.Fill(part.Text))],
            PartKind.Sentence => Paragraphs(words.Fill(part.Text)),
            PartKind.Narrative => Paragraphs(words.Fill(Typed(narrative, part))),
            PartKind.ClassTable => [ReportTables.Classes(words.Fill(part.Text), figures)],
            PartKind.BenefitTable => ReportTables.Benefits(words.Fill(part.Text), figures) is { } table ? [table] : [],
            PartKind.MonthChart => [ReportTables.Months(words.Fill(part.Text), figures)],
            PartKind.FigureNotes => ReportNotes.Figures(figures),
            PartKind.FindingNotes => ReportNotes.Findings(words.Fill(part.Text), findings),
            PartKind.Note => [new NoteBlock(words.Fill(part.Text))],
            PartKind.Signature => narrative?.SignedOn is { } on ? [new SignatureBlock(words.Fill(format.Issuer), on)] : [],
            _ => throw new ArgumentOutOfRangeException(nameof(part), part.Kind, "A part kind without a composer."),
        };

    private static string Typed(ReportNarrative? narrative, FormatPart part)
    {
        var text = narrative?.Sections.GetValueOrDefault(part.Section);
        return string.IsNullOrWhiteSpace(text) ? part.Text : text;
    }

    /// <summary>Every line of a typed text is a paragraph; renderers indent.</summary>
    private static IEnumerable<ReportBlock> Paragraphs(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new ParagraphBlock(line));
}
