namespace Lianxin.MakeSample;

/// <summary>Offices and villages of the sample, as the offices file of the system has them.</summary>
internal static class Offices
{
    private static readonly Dictionary<string, (string Title, string Telephone)> Known = new(StringComparer.Ordinal)
    {
        ["dangzheng"] = ("党政办", "0951-8000101"),
        ["jiwei"] = ("镇纪委", "0951-8000102"),
        ["sifa"] = ("司法所", "0951-8000103"),
        ["fuwu"] = ("民生服务中心", "0951-8000104"),
        ["zhifa"] = ("综合执法队", "0951-8000105"),
        ["caizheng"] = ("财政所", "0951-8000106"),
        ["minzheng"] = ("民政所", "0951-8000107"),
        ["fupin"] = ("扶贫办", "0951-8000108"),
        ["jisheng"] = ("计生办", "0951-8000109"),
        ["weisheng"] = ("卫生院", "0951-8000110"),
        ["wenjiao"] = ("文教办", "0951-8000111"),
        ["laobao"] = ("劳动保障所", "0951-8000112"),
        ["shichang"] = ("市场监管所", "0951-8000113"),
        ["anjian"] = ("安监站", "0951-8000114"),
        ["guotu"] = ("国土所", "0951-8000115"),
        ["nongye"] = ("农业服务中心", "0951-8000116"),
        ["nongjing"] = ("农经站", "0951-8000117"),
    };

    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    public static int Villages => Numerals.Length;

    public static string VillageCode(int number) => $"cun-{number:00}";

    public static string VillageTitle(int number) => $"示例{Numerals[number - 1]}村";

    public static (string Title, string Telephone) Of(string code) =>
        Known.TryGetValue(code, out var known) ? known : ("村委会", $"0951-80002{code[^2..]}");
}
