using System.Globalization;
using System.Text;
using Lianxin.Documents.OpenData;

namespace Lianxin.Documents.Tests.Search;

/// <summary>Synthetic items 示例 of many years, the same for the same seed: words of the field, rare characters, numbers, other scripts.</summary>
internal static class ManyItems
{
    public const int FirstYear = 2015;

    private static readonly string[] Words =
        ("道路硬化 农村低保 示例村 民生资金 秸秆禁烧 森林防火 立岗镇 财政所 党政办 春耕 补贴 发放 清单 公示 工程 招标 结果 村级 卫生室 水渠 维修 人居环境 整治 "
        + "安全生产 检查 通报 会议 传达 精神 入户 走访 困难群众 救助 义务植树 G307 线 2014年 第3季度 COVID 𠮷田 ＡＢＣ 股份 合作社 土地 流转 林权 报告 示例 镇 村 水").Split(' ');

    private static readonly string[] Marks = ["，", "。", "、", " ", "", "", "", "（", "）", "\n", "-"];

    /// <param name="of">Items of each year.</param>
    public static IReadOnlyList<(int Year, IReadOnlyList<OpenItem> Items)> Make(int years, int of, int seed = 7)
    {
        var dice = new Random(seed);
        return [.. Enumerable.Range(FirstYear, years).Select(year => (year, (IReadOnlyList<OpenItem>)[.. Enumerable.Range(1, of).Select(n => One(dice, year, n))]))];
    }

    public static string Text(Random dice, int words)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            text.Append(Words[dice.Next(Words.Length)]).Append(Marks[dice.Next(Marks.Length)]);
            // A character of its own, so that there are rare pairs too.
            if (dice.Next(3) == 0)
            {
                text.Append((char)(0x4E00 + dice.Next(3000)));
            }
        }

        return text.ToString();
    }

    private static OpenItem One(Random dice, int year, int number)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"ligang-{year}-{number:00000}");
        var day = new DateOnly(year, 1, 1).AddDays(number * 364 / 10_000);
        var at = new DateTimeOffset(day, new TimeOnly(1, 0), TimeSpan.Zero);
        var document = dice.Next(4) == 0 ? string.Create(CultureInfo.InvariantCulture, $"示政发〔{year}〕{number}号") : null;
        return new OpenItem(
            id, "https://town.example/items/" + id + ".html", string.Create(CultureInfo.InvariantCulture, $"640122000/{year}-{number:00000}"), document,
            Text(dice, 4), "10", "财政预决算与公共资金", "10-03", "民生工程与专项资金", "财政类", "立岗镇人民政府", "caizheng", "财政所", null, dice.Next(3) == 0 ? "示例村" : null,
            day, null, day, at, at, 1, null, "主动公开", "《中华人民共和国政府信息公开条例》第二十一条", "有效", false, "概述", Text(dice, 40), [new OpenElement("金额", "12.5万元")], []);
    }
}
