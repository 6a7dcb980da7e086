namespace Lianxin.Core.Privacy;

/// <summary>Masks the columns of a pasted table whose head says that they hold persons' names.</summary>
public static class NameColumns
{
    private static readonly string[] Heads = ["姓名", "户主", "户主姓名", "申请人", "当事人", "补贴对象", "受益人", "受益对象", "救助对象", "保障对象", "领取人", "收款人", "对象"];

    private static readonly char[] CellSeparators = ['\t', '|', ',', '，'];

    /// <summary>The text with those columns masked; everything else stays as it was.</summary>
    public static string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!Array.Exists(Heads, h => text.Contains(h, StringComparison.Ordinal)))
        {
            return text;
        }

        var lines = text.Split('\n');
        HashSet<int> columns = [];
        var separator = '\0';
        for (var i = 0; i < lines.Length; i++)
        {
            if (HeadOf(lines[i]) is { } head)
            {
                (separator, columns) = head;
            }
            else if (columns.Count > 0 && lines[i].Contains(separator, StringComparison.Ordinal))
            {
                var cells = lines[i].Split(separator);
                lines[i] = string.Join(separator, cells.Select((cell, at) => columns.Contains(at) ? MaskCell(cell) : cell));
            }
            else
            {
                // A line without cells ends the table.
                columns = [];
            }
        }

        return string.Join('\n', lines);
    }

    private static (char Separator, HashSet<int> Columns)? HeadOf(string line)
    {
        foreach (var separator in CellSeparators)
        {
            var cells = line.Split(separator);
            if (cells.Length < 2)
            {
                continue;
            }

            var columns = cells.Index().Where(c => Heads.Contains(c.Item.Trim(), StringComparer.Ordinal)).Select(c => c.Index).ToHashSet();
            if (columns.Count > 0)
            {
                return (separator, columns);
            }
        }

        return null;
    }

    private static string MaskCell(string cell)
    {
        var core = cell.Trim();
        return core.Length == 0 ? cell : cell.Replace(core, NameMask.OfList(core), StringComparison.Ordinal);
    }
}
