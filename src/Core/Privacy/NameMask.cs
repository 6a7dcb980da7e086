using System.Buffers;
using System.Text;

namespace Lianxin.Core.Privacy;

/// <summary>
/// 姓名遮盖: 张三 becomes 张*, 张小三 becomes 张*三 (privacy-and-quality §3, profile <c>name-mask-online</c>). Only what can be a person's
/// name is touched; companies, villages and sums stay.
/// </summary>
public static class NameMask
{
    /// <summary>Longest name that is taken for a person's, in characters without the dot of minority names.</summary>
    private const int LongestName = 4;

    private static readonly SearchValues<char> Separators = SearchValues.Create("、，,；;/ \t\n\r　");

    /// <summary>Words that end a body's name and no person's.</summary>
    private static readonly string[] BodyEndings =
        ["公司", "合作社", "村", "组", "社", "厂", "店", "场", "站", "所", "院", "校", "局", "中心", "委员会", "协会", "农场", "项目", "户", "人", "元", "无", "工程"];

    /// <summary>One name; what cannot be a person's name comes back as it was.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsName(name))
        {
            return name;
        }

        var runes = name.EnumerateRunes().ToList();
        var masked = new StringBuilder(name.Length).Append(runes[0]);
        for (var i = 1; i < runes.Count; i++)
        {
            // A dot parts the names of minorities: 买买提·艾力.
            _ = runes[i].Value == '·' || (i == runes.Count - 1 && runes.Count > 2) ? masked.Append(runes[i]) : masked.Append('*');
        }

        return masked.ToString();
    }

    /// <summary>Every name in a text of names with something between them: <c>张三、李小四</c>.</summary>
    public static string OfList(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !Separators.Contains(text[i]))
            {
                continue;
            }

            masked.Append(Of(text[start..i]));
            if (i < text.Length)
            {
                masked.Append(text[i]);
            }

            start = i + 1;
        }

        return masked.ToString();
    }

    /// <summary>The names of such a text that <see cref="OfList"/> would mask.</summary>
    public static IReadOnlyList<string> NamesIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var names = new List<string>();
        foreach (var part in text.AsSpan().SplitAny(Separators))
        {
            if (IsName(text[part]))
            {
                names.Add(text[part]);
            }
        }

        return names;
    }

    /// <summary>
    /// A cell of a column of names: the letters of a name that was stretched with spaces (张　三) belong together, and what stands in brackets
    /// behind it (户主) stays.
    /// </summary>
    public static string OfCell(string text)
    {
        if (IsNobody(text))
            return text;
        var bracket = text.AsSpan().IndexOfAny('(', '（');
        var name = (bracket > 0 ? text[..bracket] : text).Trim();
        var together = string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
        var masked = IsName(together) ? Of(together) : OfList(name);
        return bracket > 0 ? masked + text[bracket..] : masked;
    }

    /// <summary>Whether a cell of a column of names is plainly no person's: empty, a sum's head, a company, a village, a number.</summary>
    public static bool IsNobody(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var cell = text.Trim();
        return !cell.Any(char.IsLetter) || cell is "合计" or "小计" or "总计" or "共计" || Array.Exists(BodyEndings, e => cell.EndsWith(e, StringComparison.Ordinal));
    }

    private static bool IsName(string text)
    {
        var letters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value == '·')
            {
                continue;
            }

            if (!IsHan(rune))
            {
                return false;
            }

            letters++;
        }

        var longest = text.Contains('·', StringComparison.Ordinal) ? 2 * LongestName : LongestName;
        return letters >= 2 && letters <= longest && !Array.Exists(BodyEndings, e => text.EndsWith(e, StringComparison.Ordinal));
    }

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF) or 0x3007;
}
