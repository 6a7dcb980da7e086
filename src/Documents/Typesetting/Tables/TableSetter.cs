using Lianxin.Core.Reports;
using Lianxin.Documents.Typesetting.Flow;
using Lianxin.Documents.Typesetting.Text;

namespace Lianxin.Documents.Typesetting.Tables;

/// <summary>A table with its caption above.</summary>
internal static class TableSetter
{
    public static void Add(BlockSetter set, TableBlock table, CaptionNumbers numbers)
    {
        if (table.Rows.Count == 0) return;
        var measured = new TableMeasurer(set.Text, TableLook.Report).Measure(table);
        var node = set.Root.Add("Table");
        var caption = numbers.Table(table.Caption);
        if (caption.Length > 0)
            set.AddCentred(set.Text.Lines(caption, TextStyle.Caption, PageGeometry.Width), node.Add("Caption"), keepWithNext: true);
        set.Add(new TableItem(measured, new TableStructure(node, measured.Grid), PageFrame.Report));
    }
}
