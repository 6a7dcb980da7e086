using System.Globalization;

namespace Lianxin.MakeSample;

/// <summary>
/// The 282 opinions that the town collected in 2014. Their number is the published report's; what they were about, of which kind, and what
/// became of them is made up here, the counts of each included.
/// </summary>
internal sealed class Opinions(Dice dice)
{
    public const int Count = 282;

    private static readonly (string Office, string Matter, string Ask, string Plan, string Done)[] Matters =
    [
        ("nongye", "{v}田间机耕道雨后泥泞，农机进出不便", "整修{v}机耕道", "农闲时组织整修，铺设砂砾", "机耕道已整修，砂砾已铺设"),
        ("nongye", "{v}支渠淤积，灌水期下游用不上水", "清理{v}支渠", "灌溉前完成清淤", "支渠已清淤，灌水正常"),
        ("minzheng", "希望{v}低保评议结果贴得再久一些", "延长低保公示时间", "公示期由七天改为常年张贴", "低保名单已常年张贴"),
        ("minzheng", "{v}老年人活动室缺少桌椅", "配齐活动室桌椅", "从福利资金中调剂购置", "桌椅已购置并送到"),
        ("zhifa", "{v}路口摆摊占道，学生上下学不安全", "整治{v}路口占道", "划定摊位，上下学时段值守", "摊位已划定，安排专人值守"),
        ("fuwu", "办事窗口中午没有人，来回跑路", "窗口中午值班", "实行中午轮流值班", "窗口已实行中午值班"),
        ("caizheng", "村务公开栏的收支只有总数，看不明白", "公开收支细目", "统一使用细目表公开", "已按细目表公开"),
        ("guotu", "{v}宅基地审批进度不清楚", "公布审批进度", "在公开栏逐月公布进度", "审批进度已逐月公布"),
        ("wenjiao", "{v}教学点冬季取暖不足", "改善教学点取暖", "检修锅炉，增加储煤", "锅炉已检修，煤已备足"),
        ("weisheng", "{v}卫生室常用药品不全", "补齐常用药品", "按目录补充药品", "药品已按目录补齐"),
        ("anjian", "{v}变压器旁堆放柴草，有火灾隐患", "清理变压器周边", "组织清理并设警示牌", "柴草已清理，警示牌已设"),
        ("dangzheng", "希望镇上开会的事早点贴出来", "提前公布会议安排", "会议三天前公布安排", "会议安排已提前公布"),
        ("nongjing", "{v}集体机动地发包没有通知到户", "发包信息通知到户", "发包前十天张榜并广播", "发包信息已张榜并广播"),
        ("laobao", "想知道哪里有农闲时的活", "公布用工信息", "每月收集用工信息张贴", "用工信息已每月张贴"),
    ];

    private static readonly string[] Tails = ["", "，盼望尽快解决。", "，请镇上看一看。", "，大家都有意见。", "，群众反映较多。", "，已经有一段时间了。"];
    private static readonly string[] Answers =
        ["情况已当面说明，本人表示理解。", "有关政策已解释清楚，并送去办事指南。", "意见很好，已转有关站所在工作中改进。", "已在村民会议上统一答复。"];

    private static readonly string[] Declined = ["所反映的事项已进入诉讼程序，请按法院裁判办理。", "没有具体的时间和地点，无法核实。"];

    private static readonly string[] Ends =
        [.. Repeat("done-confirmed", 83), .. Repeat("done-unreachable", 5), .. Repeat("cannot-be-done", 7), .. Repeat("passed-on", 4), .. Repeat("", 5)];

    public static string Head =>
        "number,kind,channel,office,received_on,text,decision,screened_on,reply,group,request,plan,end,answer,passed_to,answered_on,closed_on\n";

    public IEnumerable<string> Rows()
    {
        var decisions = Shuffled([.. Repeat("register", Ends.Length), .. Repeat("answer", 141), .. Repeat("decline", 22), .. Repeat("", Count - Ends.Length - 163)]);
        var kinds = Shuffled([.. Repeat("opinion", 214), .. Repeat("complaint", 51), .. Repeat("error", 17)]);
        var ends = new Queue<string>(Shuffled(Ends));
        var days = Enumerable.Range(0, Count).Select(_ => dice.Pick(Days2014.Of(dice.Between(2, 11)))).Order().ToList();
        return Enumerable.Range(0, Count).Select(i => Row(i + 1, kinds[i], days[i], decisions[i], ends));
    }

    private string Row(int number, string kind, DateOnly received, string decision, Queue<string> ends)
    {
        var matter = dice.Pick(Matters);
        var village = dice.Between(1, Offices.Villages);
        string Fill(string text) => text.Replace("{v}", Offices.VillageTitle(village), StringComparison.Ordinal);
        var channel = dice.Pick(["window", "window", "window", "letter", "phone"]);
        var text = Fill(matter.Matter) + dice.Pick(Tails);
        var screened = Days2014.Plus(received, dice.Between(1, 5));
        var registers = decision is "register";
        var end = registers ? ends.Dequeue() : "";
        var answered = Days2014.Plus(screened, dice.Between(3, 12));
        var closed = Days2014.Plus(answered, dice.Between(1, 4));
        var reply = decision switch { "answer" => dice.Pick(Answers), "decline" => dice.Pick(Declined), _ => "" };
        return Csv.Row(
            string.Create(CultureInfo.InvariantCulture, $"YJ2014-{number:000}"), kind, channel, matter.Office, Iso(received), text, decision,
            decision.Length > 0 ? Iso(screened) : "", reply,
            registers ? $"{Offices.VillageCode(village)}-{dice.Between(1, 2)}" : "",
            registers ? Fill(matter.Ask) : "", registers ? matter.Plan : "", end, AnswerOf(end, matter.Done),
            end is "passed-on" ? "县级主管部门" : "", end.Length > 0 ? Iso(answered) : "", end.Length > 0 ? Iso(closed) : "");
    }

    private static string AnswerOf(string end, string done) => end switch
    {
        "" => "",
        "cannot-be-done" => "现阶段没有资金来源，已向本人说明。",
        "passed-on" => "不属镇上职权，已转交并告知本人。",
        _ => done + "。",
    };

    private List<string> Shuffled(IReadOnlyList<string> from)
    {
        var all = from.ToList();
        for (var i = all.Count - 1; i > 0; i--)
        {
            var with = dice.Between(0, i);
            (all[i], all[with]) = (all[with], all[i]);
        }

        return all;
    }

    private static IEnumerable<string> Repeat(string text, int times) => Enumerable.Repeat(text, times);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
