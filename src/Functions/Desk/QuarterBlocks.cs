using Lianxin.Core.Catalogue;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Desk;

/// <summary>The opened duty on its page.</summary>
public sealed record DutyPanelModel(DutyPanel Panel, QuarterPageModel Page);

/// <summary>我的任务 on the work list.</summary>
public sealed record TaskBlockModel(IReadOnlyList<TaskLine> Tasks, DateOnly Today);

/// <summary>One table of the heat map.</summary>
public sealed record HeatTableModel(string Scope, string Caption, IReadOnlyList<Office> Offices, IReadOnlyList<CoverageMapRow> Rows, QuarterPageModel Page)
{
    /// <summary>Offices and villages apart: their entries are not the same, and one table of both is nearly empty.</summary>
    public static IEnumerable<HeatTableModel> Of(QuarterPageModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        foreach (var (scope, words, isVillage) in new[] { ("offices", "站所", false), ("villages", "村", true) })
        {
            List<Office> places = [.. page.Map.Offices.Where(o => o.IsVillage == isVillage)];
            List<CoverageMapRow> rows = [.. page.Map.Rows.Where(r => places.Any(o => r.Cells.ContainsKey(o.Code)))];
            if (rows.Count > 0)
            {
                yield return new HeatTableModel(scope, $"公开事项×{words}：{rows.Count} 项，{places.Count} 个{words}", places, rows, page);
            }
        }
    }
}
