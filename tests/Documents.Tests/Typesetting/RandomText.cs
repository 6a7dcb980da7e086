using System.Text;

namespace Lianxin.Documents.Tests.Typesetting;

/// <summary>Texts as offices write them, with marks, numbers, names of papers and Western words in every order; the same seed gives the same text.</summary>
internal static class RandomText
{
    private static readonly string[] Words =
        ["政府", "信息", "公开", "工作", "的", "和", "依法", "审查", "群众", "我镇", "开展", "落实", "规范", "不断", "加强", "年度", "条例", "办理", "堃", "𠮷"];

    private static readonly string[] Items =
    [
        "2025年", "11月9日", "3,482条", "98.6%", "第711号", "〔2021〕30号", "GB/T 9704-2012", "IPv6", "26个", "1.5万元", "37℃", "2012—2014年", "——", "……",
        "《中华人民共和国政府信息公开条例》", "“五公开”", "（试行）", "〈通知〉", "中国·澄江", "8:30",
    ];

    private const string Marks = "，，，、、。；：！？";

    public static string Of(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        var parts = random.Next(20, 120);
        for (var i = 0; i < parts; i++)
        {
            var words = random.Next(1, 5);
            for (var w = 0; w < words; w++) text.Append(Words[random.Next(Words.Length)]);
            if (random.Next(3) == 0) text.Append(Items[random.Next(Items.Length)]);
            if (random.Next(3) == 0 && text[^1] is not ('—' or '…')) text.Append(Marks[random.Next(Marks.Length)]);
        }
        return text.Append('。').ToString();
    }
}
