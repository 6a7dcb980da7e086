namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds children and pupils 未成年人 by name: behind a word for them, or with an age under fourteen behind the name
/// (everything about under-14s is sensitive, 个人信息保护法 Art. 28).
/// </summary>
internal static class MinorDetector
{
    public const string Rule = "未成年人姓名；《个人信息保护法》第二十八条";
    private const int Age = 14;

    private static readonly WordList Words =
        new("小学生", "中学生", "初中生", "学生", "幼儿", "儿童", "婴儿", "孤儿", "未成年人", "小朋友", "孩子", "患儿", "学童");

    public static void Find(ScannedText scan)
    {
        AfterWords(scan);
        ByAge(scan);
    }

    private static void AfterWords(ScannedText scan)
    {
        var text = scan.Text;
        for (var (at, length) = Words.Next(text, 0); at >= 0; (at, length) = Words.Next(text, at + length))
        {
            var name = at + length;
            if (text.At(name) is ':' or ' ' or '"' or '“' or ',')
                name++;
            while (PersonNames.EndAt(text, name, apart: true) is { } end)
            {
                scan.Add(new Hit(PersonalDataKinds.Minor, name, end, Rule));
                (at, length) = (end, 0);
                if (text.At(end) is not ('、' or ' '))
                    break;
                name = end + 1;
            }
        }
    }

    /// <summary><c>张某，男，9岁</c>: at most sex and punctuation between name and age.</summary>
    private static void ByAge(ScannedText scan)
    {
        foreach (ref readonly var group in scan.Groups)
        {
            if (group.Length > 2 || scan.Text.At(group.End) != '岁' || Number(scan.Digits(group)) >= Age || scan.Text.At(group.End + 1) is '以' or '至' or '-' or '及')
                continue;
            var end = group.Start;
            while (scan.Text.At(end - 1) is ',' or ' ' or '(' or '、' or '男' or '女' or '今' or '年' or '现' or '仅' or '刚')
                end--;
            if (end < group.Start && PersonNames.LastIn(scan.Text, Math.Max(0, end - 3), end) is { } name && name.End == end)
                scan.Add(new Hit(PersonalDataKinds.Minor, name.Start, group.End + 1, Rule));
        }
    }

    private static int Number(ReadOnlySpan<char> digits) => digits.Length == 1 ? digits[0] - '0' : ((digits[0] - '0') * 10) + digits[1] - '0';
}
