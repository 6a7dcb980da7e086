using System.Globalization;

namespace Lianxin.MakeSample;

/// <summary>Items of a made-up township in 2025: few kinds, so that the report of the year has something to count.</summary>
internal sealed class Items2025(Dice dice)
{
    public const string Head = "number,entry,office,village,title,body,formed_on,published_on,period,elements,channels,url\n";

    private const int Count = 118;

    private static readonly string[] Matters = ["春耕生产", "森林防火", "人居环境整治", "防汛备汛", "安全生产检查", "集市秩序整治", "农村公路养护", "养老服务"];
    private static readonly string[] Courses = ["刺绣手工艺", "电工", "家政服务", "果树修剪", "电商直播"];

    public IEnumerable<string> Rows() => Enumerable.Range(0, Count)
        .Select(_ => new DateOnly(2025, 1, 2).AddDays(dice.Between(0, 350)))
        .Order()
        .Select((day, at) => Row($"SL2025-{(at + 1).ToString("0000", CultureInfo.InvariantCulture)}", day));

    private string Row(string number, DateOnly formed)
    {
        var published = formed.AddDays(dice.Between(1, 12));
        return dice.Between(1, 10) switch
        {
            <= 5 => News(number, formed, published),
            <= 7 => Jobs(number, formed, published),
            8 => Document(number, formed, published),
            9 => Purchase(number, formed, published),
            _ => Division(number, formed, published),
        };
    }

    private string News(string number, DateOnly formed, DateOnly published)
    {
        var matter = dice.Pick(Matters);
        var title = $"示例镇部署{matter}工作";
        var body = $"示例镇召开{matter}工作会议，明确任务、时限和责任站所，会后逐村检查落实情况。";
        return Line(number, "01-03", "dangzheng", title, body, formed, published, "portal",
            ("title", title), ("event_date", Iso(formed)), ("place", "镇政府会议室"), ("body", body), ("source", "党政办"));
    }

    private string Jobs(string number, DateOnly formed, DateOnly published)
    {
        var course = dice.Pick(Courses);
        return Line(number, "13-02", "laobao", $"免费培训：{course}", $"镇劳动保障所举办{course}免费培训，欢迎报名。", formed, published, "portal;notice-board",
            ("post_or_course", course), ("conditions", "年满18周岁，身体健康"), ("how_to_apply", "到镇劳动保障所报名"), ("date", Iso(formed)),
            ("subsidy", "免费培训"), ("hotline", "0951-8000112"));
    }

    private string Document(string number, DateOnly formed, DateOnly published)
    {
        var matter = dice.Pick(Matters);
        var title = $"示例镇关于做好{matter}工作的通知";
        var body = $"为做好{matter}工作，现就有关事项通知如下：压实责任，定期检查，及时报告。";
        return Line(number, "08-01", "dangzheng", title, body, formed, published, "portal;notice-board",
            ("title", title), ("doc_no", $"示例镇发〔2025〕{number[^3..].TrimStart('0')}号"), ("doc_date", Iso(formed)), ("issuer", "示例镇人民政府"), ("body", body),
            ("explanation", "文件由党政办解读"), ("validity", "有效"));
    }

    private string Purchase(string number, DateOnly formed, DateOnly published)
    {
        var sum = dice.Between(20, 90) * 1000;
        return Line(number, "10-04", "caizheng", $"{dice.Pick(Matters)}项目采购结果", "项目采购结果公开，资金由镇财政安排。", formed, published, "portal;notice-board",
            ("project", $"{dice.Pick(Matters)}项目"), ("method", "询价"), ("winner", "示例建设有限公司"), ("contract_sum", sum.ToString(CultureInfo.InvariantCulture)),
            ("schedule", "60天"), ("charge", "无"), ("fee_basis", "无"), ("fee_standard", "无"), ("amount_year", "0"));
    }

    private static string Division(string number, DateOnly formed, DateOnly published) =>
        Line(number, "07-02", "dangzheng", "机构职能调整", "镇属站所职能和办公地点有调整，现予公开。", formed, published, "portal;service-window;notice-board",
            ("office", "民生服务中心"), ("functions", "办理群众申请的服务事项"), ("head_name", "示例负责人"), ("address", "示例镇政府一楼"), ("hours", "工作日8:30至18:00"),
            ("contact", "0951-8000104"), ("division_of_work", "由示例分管领导丁分管"));

    private static string Line(
        string number, string entry, string office, string title, string body, DateOnly formed, DateOnly published, string channels, params (string, string)[] elements) =>
        Csv.Row(number, entry, office, "", title, body, Iso(formed), Iso(published), "", Csv.Json(elements), channels, "");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
