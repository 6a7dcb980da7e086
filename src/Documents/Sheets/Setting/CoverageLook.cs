using Lianxin.Documents.Typesetting;
using Lianxin.Documents.Typesetting.Tables;

namespace Lianxin.Documents.Sheets.Setting;

/// <summary>
/// Sign, name and colours of every state. The sign alone says the state, so nothing is lost in grey print or for colour-blind readers; the
/// lightness of the grounds steps as well (L* about 92, 87, 98, 78, 69, 30).
/// </summary>
internal sealed record CoverageLook(CoverageState State, string Sign, string Name, CellPaint Paint)
{
    public static readonly IReadOnlyList<CoverageLook> All =
    [
        new(CoverageState.Met, "√", "按时公开", new CellPaint(Colour.Hex(0xD5ECF5), Colour.Black)),
        new(CoverageState.Nil, "零", "零报告", new CellPaint(Colour.Hex(0xBFE3D9), Colour.Black)),
        new(CoverageState.Pending, "待", "待公开", new CellPaint(Colour.Hex(0xFFFBE0), Colour.Black)),
        new(CoverageState.Late, "迟", "逾期公开", new CellPaint(Colour.Hex(0xEFB84E), Colour.Black)),
        new(CoverageState.Overdue, "逾", "逾期未公开", new CellPaint(Colour.Hex(0x8A1C1C), Colour.White)),
        new(CoverageState.Waived, "免", "经批准免除", new CellPaint(Colour.Hex(0xA8A8A8), Colour.Black)),
    ];

    /// <summary>What stands where the entry asks nothing of the place.</summary>
    public const string Nothing = "—";

    public static CoverageLook Of(CoverageState state) => All.First(look => look.State == state);
}
