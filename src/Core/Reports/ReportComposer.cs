namespace Lianxin.Core.Reports;

/// <summary>Puts figures, typed text and findings into the order of a format. The same input gives the same content.</summary>
public static class ReportComposer
{
    /// <param name="agencyName">Full or short name: 立岗镇人民政府 or 立岗镇.</param>
    /// <param name="offices">Titles of the offices by code; a code without one stands for itself.</param>
    /// <param name="anchor">登记簿锚点 as it is printed, beside the QR code or, where there is none, as a last note; null leaves it out.</param>
    /// <param name="address">Where the report will stand on the web; null leaves out its QR code.</param>
    public static ReportContent Compose(
        ReportFormat format,
        ReportFigures figures,
        ReportNarrative? narrative,
        IReadOnlyList<ReportFinding> findings,
        string agencyName,
        int year,
        string? address = null,
        IReadOnlyDictionary<string, string>? offices = null,
        string? anchor = null)
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
            WithAnchor([.. format.Parts.SelectMany(p => Blocks(p, format, figures, narrative, findings, words, address, offices))], anchor));
    }

    private static IReadOnlyList<ReportBlock> WithAnchor(IReadOnlyList<ReportBlock> blocks, string? anchor)
    {
        if (anchor is null)
            return blocks;
        var line = $"登记簿锚点：{anchor}";
        return blocks.Any(b => b is WebCodeBlock)
            ? [.. blocks.Select(b => b is WebCodeBlock code ? code with { Beside = $"{code.Beside}\n{line}" } : b)]
            : [.. blocks, new NoteBlock(line)];
    }

    private static IEnumerable<ReportBlock> Blocks(
        FormatPart part,
        ReportFormat format,
        ReportFigures figures,
        ReportNarrative? narrative,
        IReadOnlyList<ReportFinding> findings,
        ReportWords words,
        string? address,
        IReadOnlyDictionary<string, string>? offices) => part.Kind switch
        {
            PartKind.Heading => [new HeadingBlock(part.Level, words.Fill(part.Text))],
            PartKind.Contents => [new ContentsBlock(words.Fill(part.Text))],
            PartKind.Sentence => Paragraphs(words.Fill(part.Text)),
            PartKind.Narrative => Typed(part, figures, narrative, words),
            PartKind.ClassTable => [ReportTables.Classes(words.Fill(part.Text), figures)],
            PartKind.BenefitTable => ReportTables.Benefits(words.Fill(part.Text), figures) is { } table ? [table] : [],
            PartKind.MonthChart => figures.Total == 0 ? [] : [ReportTables.Months(words.Fill(part.Text), figures)],
            PartKind.Table => [ReportTables.Fixed(words.Fill(part.Text), format, part.Table, figures)],
            PartKind.FigureChart => ReportTables.Sums(words.Fill(part.Text), part, figures) is { } chart ? [chart] : [],
            PartKind.OfficeChart => ReportTables.Offices(words.Fill(part.Text), figures, offices) is { } chart ? [chart] : [],
            PartKind.WebCode => address is null ? [] : [new WebCodeBlock(address, words.Fill(part.Text), words.Fill(part.Beside))],
            PartKind.FigureNotes => ReportNotes.Figures(figures),
            PartKind.FindingNotes => ReportNotes.Findings(words.Fill(part.Text), findings),
            PartKind.Note => [new NoteBlock(words.Fill(part.Text))],
            PartKind.Signature => narrative?.SignedOn is { } on ? [new SignatureBlock(words.Fill(format.Issuer), on)] : [],
            _ => throw new ArgumentOutOfRangeException(nameof(part), part.Kind, "A part kind without a composer."),
        };

    private static IEnumerable<ReportBlock> Typed(FormatPart part, ReportFigures figures, ReportNarrative? narrative, ReportWords words)
    {
        if (ReportDrafting.IsTyped(narrative, part))
            return Paragraphs(words.Fill(narrative!.Sections[part.Section]));
        var drafted = ReportDrafting.Text(part, figures);
        return drafted.Length == 0
            ? Paragraphs(words.Fill(part.Text))
            : [.. Paragraphs(words.Fill(drafted)), new NoteBlock("（以上文字由系统根据登记数据草拟。）")];
    }

    /// <summary>Every line of a typed text is a paragraph; renderers indent.</summary>
    private static IEnumerable<ReportBlock> Paragraphs(string text) =>
        text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new ParagraphBlock(line));
}
