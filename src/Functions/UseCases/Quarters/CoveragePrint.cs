using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Pdf;
using Lianxin.Documents.Sheets;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Quarters;

/// <summary>Prints the picture of a quarter.</summary>
public sealed class CoveragePrint(Lazy<FontLibrary> fonts, PortalSettings portal, ReferenceData reference, BusinessClock business)
{
    public PdfRendering Render(QuarterView view, Actor by, SheetPaper paper) => new CoverageSheetRenderer(fonts.Value).Render(SheetOf(view, by), paper);

    private CoverageSheet SheetOf(QuarterView view, Actor by)
    {
        ArgumentNullException.ThrowIfNull(view);
        var map = CoverageMap.Of(view, reference.Catalogue, by);
        var head = new SheetHead(
            $"coverage/{view.Record.Agency}/{view.Quarter}",
            $"{portal.AgencyName}{view.Quarter.ToChinese()}信息公开覆盖图",
            portal.AgencyName,
            "全镇各站所和村",
            view.Quarter.ToChinese(),
            business.Today,
            null,
            null,
            null,
            null);
        return new CoverageSheet(head, business.Today, [.. map.Offices.Select(o => o.Title)], [.. map.Rows.Select(r => RowOf(map, r))]);
    }

    private CoverageRow RowOf(CoverageMap map, CoverageMapRow row) => new(
        row.Entry.Code,
        row.Entry.Title,
        [.. map.Offices.Select(o => row.Cells.TryGetValue(o.Code, out var duties) ? CellOf(map, map.Worst(duties)) : null)],
        row.Entry.Audience == Audience.PartyOnly);

    private CoverageCell CellOf(CoverageMap map, DutyStanding duty) =>
        new(map.StateOf(duty), duty.State is DutyState.Pending or DutyState.Overdue ? duty.Duty.DueOn.DayNumber - business.Today.DayNumber : null);
}
