using System.Globalization;

namespace Lianxin.Core.Privacy;

/// <summary>One person of a published list.</summary>
/// <param name="Name">As it stands there, masked or not; never empty.</param>
/// <param name="Village">Village or group, empty where the list has no such column.</param>
/// <param name="Amount">In yuan; null where there is none.</param>
public sealed record PersonRow(string Name, string Village, decimal? Amount);

/// <summary>Reads the persons of a list that is pasted as a table into a text.</summary>
public static class PersonRows
{
    /// <summary>Rows beyond this many are not compared; a township's longest list is shorter.</summary>
    public const int Most = 20_000;

    private static readonly string[] NameHeads = ["姓名", "户主", "户主姓名", "申请人", "当事人", "补贴对象", "受益人", "受益对象", "救助对象", "保障对象", "领取人", "收款人", "对象"];
    private static readonly char[] Separators = ['\t', '|', ',', '，'];

    /// <summary>Every row below a line of heads that names persons, to the end of that table.</summary>
    public static IReadOnlyList<PersonRow> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var rows = new List<PersonRow>();
        Heads? heads = null;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text[range].TrimEnd('\r');
            if (HeadsOf(line) is { } found)
                heads = found;
            else if (heads is not null && !Read(line, heads, rows))
                heads = null;
            if (rows.Count >= Most)
                break;
        }

        return rows;
    }

    /// <summary>A sum of money as people write it: 1,200.50元. Null for anything else.</summary>
    public static decimal? AmountOf(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        var plain = cell.Trim().TrimEnd('元').TrimStart('¥', '￥').Replace(",", "", StringComparison.Ordinal);
        return plain.Length is > 0 and <= 15 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
    }

    /// <returns>False where the table has ended.</returns>
    private static bool Read(string line, Heads heads, List<PersonRow> rows)
    {
        if (!line.Contains(heads.Separator, StringComparison.Ordinal))
            return false;
        var cells = line.Split(heads.Separator);
        string Cell(int column) => column >= 0 && column < cells.Length ? cells[column].Trim().Trim('"') : "";
        var name = Cell(heads.Name);
        if (name.Length is > 0 and <= 20 && !name.Contains('计', StringComparison.Ordinal))
            rows.Add(new PersonRow(name, Cell(heads.Village), AmountOf(Cell(heads.Amount))));
        return true;
    }

    private static Heads? HeadsOf(string line)
    {
        foreach (var separator in Separators)
        {
            var cells = line.Split(separator);
            if (cells.Length < 2)
                continue;
            var name = Array.FindIndex(cells, c => NameHeads.Contains(c.Trim(), StringComparer.Ordinal));
            if (name >= 0)
                return new Heads(separator, name, Array.FindIndex(cells, IsVillage), Array.FindLastIndex(cells, IsAmount));
        }

        return null;
    }

    private static bool IsVillage(string head) => head.Trim() is { Length: <= 8 } h && (h.Contains('村', StringComparison.Ordinal) || h.Contains("社区", StringComparison.Ordinal) || h is "组别" or "社别");

    private static bool IsAmount(string head) => head.Trim() is { Length: <= 16 } h
        && (h.Contains("金额", StringComparison.Ordinal) || h.Contains("补助", StringComparison.Ordinal) || h.Contains("补贴", StringComparison.Ordinal) || h.Contains("合计", StringComparison.Ordinal) || h.Contains("（元）", StringComparison.Ordinal) || h is "元")
        && !h.Contains("对象", StringComparison.Ordinal) && !h.Contains("标准", StringComparison.Ordinal) && !h.Contains("面积", StringComparison.Ordinal);

    private sealed record Heads(char Separator, int Name, int Village, int Amount);
}
