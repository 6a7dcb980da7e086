using Lianxin.Core.Assessment;
using Lianxin.Core.Calendar;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Sheets;

namespace Lianxin.Functions.UseCases.Assessments;

/// <summary>Prints the assessment of one office for one quarter: one page.</summary>
public sealed class AssessmentPrint(Lazy<FontLibrary> fonts, PortalSettings portal)
{
    /// <summary>Losses that stand one by one; the rest is summed up in a last line, so that one page is enough.</summary>
    private const int LossesInFull = 16;

    public PdfRendering Render(string agency, Period quarter, TimelinessFigures figures, OfficeAssessment office, SheetPaper paper) =>
        new AssessmentSheetRenderer(fonts.Value).Render(SheetOf(agency, quarter, figures, office), paper);

    private AssessmentSheet SheetOf(string agency, Period quarter, TimelinessFigures figures, OfficeAssessment office)
    {
        var head = new SheetHead(
            $"assessment/{agency}/{quarter}/{office.Office.Code}",
            $"{office.Office.Title}{quarter.ToChinese()}信息公开考核",
            portal.AgencyName,
            office.Office.Title,
            quarter.ToChinese(),
            figures.AsOf,
            null,
            null,
            null,
            null);
        return new AssessmentSheet(
            head,
            [.. office.Measures.Select(MeasureOf)],
            office.Total,
            figures.Scheme.FullMarks,
            office.Rank is { } rank ? new AssessmentRank(rank.Position, rank.Of) : null,
            LossesOf(office.Losses));
    }

    private static AssessmentMeasure MeasureOf(OfficeMeasure measure) => new(
        measure.Rule.Title,
        measure.Rule.Unit,
        measure.Proportion.Hits,
        measure.Proportion.Sample,
        measure.Proportion.Low,
        measure.Proportion.High,
        measure.Rule.HigherIsBetter,
        measure.Rule.Points,
        measure.Score);

    private static List<AssessmentLoss> LossesOf(IReadOnlyList<Loss> losses)
    {
        var lines = losses.Take(LossesInFull).Select(l => new AssessmentLoss(l.Reason, l.Points)).ToList();
        var rest = losses.Skip(LossesInFull).ToList();
        if (rest.Count > 0)
        {
            lines.Add(new AssessmentLoss($"其余{rest.Count}项", rest.All(l => l.Points is null) ? null : rest.Sum(l => l.Points ?? 0)));
        }

        return lines;
    }
}
