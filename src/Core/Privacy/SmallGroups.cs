using System.Globalization;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Columns that together point to one person though no name stands there in full: village with age, sex, illness. Counts how many rows
/// share their values; a group of one or two is somebody whom the neighbours know (privacy-and-quality §3.1, decision record 16).
/// </summary>
internal sealed class SmallGroups
{
    public const string Rule = "所在村与年龄、性别、病情等栏合起来只对应一两个人，不写姓名也能认出；请并档（如年龄段）或只公布汇总数";

    /// <summary>A group of fewer is small.</summary>
    private const int Enough = 3;

    /// <summary>Different groups that are kept; a table with more is counted no further.</summary>
    private const int MostGroups = 200_000;

    private readonly Dictionary<ulong, int> groups = [];
    private readonly List<int> columns = [];
    private string firstHead = "";
    private int rows;

    /// <summary>Takes the heads of a table; the same heads on a further page go on counting.</summary>
    public void ReadHeads(IEnumerable<(int Column, string Head, ColumnKinds Kinds)> heads)
    {
        var (village, others, found, first) = (false, 0, new List<int>(), "");
        foreach (var (column, head, kinds) in heads)
        {
            var isVillage = IsVillage(head);
            var isOther = (kinds & (ColumnKinds.Age | ColumnKinds.Birth | ColumnKinds.Health)) != 0 || IsSexOrSchooling(head);
            village |= isVillage;
            others += isOther ? 1 : 0;
            if (!isVillage && !isOther)
                continue;
            first = found.Count == 0 ? head.Trim() : first;
            found.Add(column);
        }

        if (columns.SequenceEqual(found))
            return;
        columns.Clear();
        groups.Clear();
        (rows, firstHead) = (0, first);
        if (village && others >= 2)
            columns.AddRange(found);
    }

    public bool Counts => columns.Count > 0;

    /// <summary>Takes a row in which nobody is named in full.</summary>
    public void Add(Func<int, string> cellOf)
    {
        // FNV-1a: two different groups with one hash would only make a small group look larger.
        var hash = 14695981039346656037UL;
        var filled = false;
        // The heads again, on the next page of a list.
        if (cellOf(columns[0]).AsSpan().Trim().Equals(firstHead, StringComparison.Ordinal))
            return;
        foreach (var column in columns)
        {
            var cell = cellOf(column).AsSpan().Trim();
            filled |= cell.Length > 0;
            foreach (var c in cell)
                hash = (hash ^ c) * 1099511628211UL;
            hash = (hash ^ '\n') * 1099511628211UL;
        }

        if (!filled || (groups.Count >= MostGroups && !groups.ContainsKey(hash)))
            return;
        rows++;
        groups[hash] = groups.GetValueOrDefault(hash) + 1;
    }

    /// <summary>What the table told, without a value of it; null where nobody can be pointed to.</summary>
    public PersonalDataFinding? Finding(string place)
    {
        var small = groups.Values.Where(n => n < Enough).ToList();
        return small.Count == 0
            ? null
            : new PersonalDataFinding(
                PersonalDataKinds.Combination, place, string.Create(CultureInfo.InvariantCulture, $"{rows}行中有{small.Sum()}行，相同的不足{Enough}人"), Rule)
            {
                Severity = PrivacySeverity.Soft,
            };
    }

    private static bool IsVillage(string head) => head.Trim() is { Length: > 0 and <= 6 } h && (h.Contains('村', StringComparison.Ordinal) || h is "社区" or "组别" or "社别" or "小组" or "所在组");

    private static bool IsSexOrSchooling(string head) => head.Trim() is "性别" or "文化程度" or "学历" or "民族" or "婚姻状况";
}
