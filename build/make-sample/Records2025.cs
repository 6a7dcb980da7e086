using System.Globalization;

namespace Lianxin.MakeSample;

/// <summary>Dated records of a made-up township up to the end of 2025: what the report of that year counts beside the register of items.</summary>
internal sealed class Records2025(Dice dice)
{
    public const string Head = "kind,number,title,on,ended_on,published_on,applicant,outcome,category,amount,office\n";

    private static readonly DateOnly First = new(2025, 1, 2);

    private static readonly string[] Licences = ["农村宅基地批准", "临时占用道路许可", "设置户外广告许可", "小餐饮登记备案", "林木采伐许可"];
    private static readonly string[] Penalties = ["占道经营处罚", "违法建设处罚", "焚烧秸秆处罚"];
    private static readonly string[] Charges = ["农村集体建设用地服务费", "公共停车场使用费", "集贸市场摊位使用费"];
    private static readonly string[] Wanted = ["土地征收补偿方案", "惠农补贴发放明细", "道路硬化项目合同", "村庄规划图纸", "低保评议记录", "水利项目招标文件"];
    private static readonly string[] Applicants = ["natural_person", "natural_person", "natural_person", "natural_person", "business", "legal_service", "public_interest", "other"];

    private static readonly string[] Outcomes =
    [
        "granted", "granted", "granted", "granted", "partly_granted", "partly_granted", "refused.third_party_rights", "refused.process_information",
        "refused.administrative_inquiry", "cannot_provide.not_held", "cannot_provide.not_held", "cannot_provide.must_be_created",
        "not_processed.petition_complaint", "not_processed.repeated", "other_outcome.no_correction_in_time", "other_outcome.other",
    ];

    public IEnumerable<string> Rows() => [.. Documents(), .. Decisions(), .. Applications(), .. Disputes()];

    private static IEnumerable<string> Documents()
    {
        for (var i = 1; i <= 9; i++)
        {
            var on = new DateOnly(2019 + (i / 2), 3 + (i % 6), 10 + i);
            yield return Row("normative-document", $"示例镇规〔{on.Year}〕{i}号", $"示例镇第{i}号规范性文件", on, i <= 2 ? new DateOnly(2025, 6, 30) : null, on.AddDays(5));
        }

        for (var i = 1; i <= 3; i++)
            yield return Row("normative-document", $"示例镇规〔2025〕{i}号", $"示例镇2025年第{i}号规范性文件", new DateOnly(2025, 2 + (3 * i), 8), null, new DateOnly(2025, 2 + (3 * i), 12));
    }

    private IEnumerable<string> Decisions()
    {
        foreach (var (day, i) in Days(64).Select((d, i) => (d, i + 1)))
            yield return Row("license", $"示例许决〔2025〕{i:000}号", dice.Pick(Licences), day, office: "fuwu");
        foreach (var (day, i) in Days(17).Select((d, i) => (d, i + 1)))
            yield return Row("penalty", $"示例罚决〔2025〕{i:000}号", dice.Pick(Penalties), day, office: "zhifa");
        foreach (var (day, i) in Days(2).Select((d, i) => (d, i + 1)))
            yield return Row("compulsory-measure", $"示例强决〔2025〕{i:000}号", "拆除违法建设", day, office: "zhifa");
        foreach (var (day, i) in Days(24).Select((d, i) => (d, i + 1)))
            yield return Row("charge", $"示例收费2025-{i:000}", dice.Pick(Charges), day, amount: dice.Between(1_000, 48_000) / 100m, office: "caizheng");
    }

    private IEnumerable<string> Applications()
    {
        // Three of the year before were carried over.
        for (var i = 1; i <= 3; i++)
        {
            var on = new DateOnly(2024, 12, 16 + (3 * i));
            yield return Application($"示例依申请2024-{20 + i}", on, on.AddDays(20 + i), dice.Pick(Outcomes));
        }

        foreach (var (day, i) in Days(26).Select((d, i) => (d, i + 1)))
        {
            var ended = day.AddDays(dice.Between(3, 20));
            var isOpen = ended.Year > 2025;
            yield return Application($"示例依申请2025-{i:00}", day, isOpen ? null : ended, isOpen ? "" : dice.Pick(Outcomes));
        }

        yield return Application("示例依申请2025-27", new DateOnly(2025, 12, 22), null, "");
        yield return Application("示例依申请2025-28", new DateOnly(2025, 12, 29), null, "");
        yield return Row("information-fee", "示例费通〔2025〕1号", "信息处理费", new DateOnly(2025, 5, 13), new DateOnly(2025, 5, 20), amount: 120m);
        yield return Row("information-fee", "示例费通〔2025〕2号", "信息处理费", new DateOnly(2025, 9, 4), amount: 340m);
    }

    private static IEnumerable<string> Disputes()
    {
        yield return Row("review", "示例复议2024-02", "不服答复申请行政复议", new DateOnly(2024, 11, 25), new DateOnly(2025, 1, 21), outcome: "upheld", office: "sifa");
        yield return Row("review", "示例复议2025-01", "不服答复申请行政复议", new DateOnly(2025, 7, 8), new DateOnly(2025, 9, 1), outcome: "corrected", office: "sifa");
        yield return Row("review", "示例复议2025-02", "不服答复申请行政复议", new DateOnly(2025, 12, 3), office: "sifa");
        yield return Row("lawsuit-direct", "示例行初2025-01", "信息公开行政诉讼", new DateOnly(2025, 6, 11), new DateOnly(2025, 10, 15), outcome: "upheld", office: "sifa");
        yield return Row("lawsuit-after-review", "示例行初2025-02", "信息公开行政诉讼", new DateOnly(2025, 10, 20), office: "sifa");
    }

    private string Application(string number, DateOnly on, DateOnly? ended, string outcome) =>
        Row("application", number, dice.Pick(Wanted), on, ended, applicant: dice.Pick(Applicants), outcome: outcome);

    private IEnumerable<DateOnly> Days(int count) =>
        Enumerable.Range(0, count).Select(_ => First.AddDays(dice.Between(0, 350))).Order();

    private static string Row(
        string kind, string number, string title, DateOnly on, DateOnly? ended = null, DateOnly? published = null,
        string applicant = "", string outcome = "", decimal? amount = null, string office = "dangzheng") => Csv.Row(
            kind, number, title, Iso(on), ended is { } end ? Iso(end) : "", published is { } day ? Iso(day) : "", applicant, outcome, "",
            amount?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", office);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
