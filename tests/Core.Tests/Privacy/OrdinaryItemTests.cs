using System.Globalization;
using Lianxin.Core.Privacy;
using Lianxin.Core.Text;

namespace Lianxin.Core.Tests.Privacy;

/// <summary>What a township publishes every day raises no hard finding: the sample year, and items made of its everyday sentences.</summary>
public class OrdinaryItemTests
{
    private static readonly string[] Sentences =
    [
        "{0}召开安全生产工作会议，镇长、书记及各站所负责人{1}人参加。",
        "镇卫生院开展高血压、糖尿病患者免费随访，共{1}人次。",
        "残疾人两项补贴发放{1}人，其中重度残疾人护理补贴{2}元。",
        "联系电话：0951-8000{3}，服务热线12345，举报电话12388。",
        "办公地址：示例镇示例街{3}号镇政府院内二楼{3}室，邮政编码750200。",
        "公开邮箱：xxgk@example.gov.cn；监督信箱：jiandu@example.cn。",
        "统一社会信用代码11441700007280420Y，中标金额{2}元。",
        "索引号11640122MB0000000X/2014-{3}，文号立政发〔2014〕{3}号。",
        "示例五村三社{3}号支渠清淤，投工{1}个，机械{3}台班，合计{2}.00元。",
        "学生营养改善计划惠及小学生{1}人，初中生{3}人，学生安全教育{3}场。",
        "对{1}名留守儿童、困境儿童开展走访，儿童节发放图书{3}册。",
        "艾滋病防治知识讲座在{0}举行，肺结核筛查{1}人。",
        "结扎手术并发症补助按自治区规定执行，计划生育药具发放{1}份。",
        "公务用车运行维护费{2}元，宁夏政府采购网公示{3}日。",
        "合同编号E2014{3}0001，批号G2014{3}，G{3}高速、国道109线施工。",
        "姓名\t村社\t人数\t金额\n张*例\t示例五村三社\t{3}\t{2}\n李*\t示例六村一社\t2\t420",
        "奶牛口蹄疫、布病防控免疫{1}头，羊{2}只。",
        "{0}农民{1}人参加城乡居民医疗保险，住院报销{2}元，因病致贫{3}户。",
        "收据号201411190000{3}，凭证号记-{3}，银行回单一张，金额{2}.50元。",
        "3岁以下婴幼儿照护补贴，6岁至12岁儿童窝沟封闭{1}人。",
        "困难群众大病救助{1}人，临时救助{3}人，资金{2}元；白血病患儿救助项目宣传。",
        "项目开户银行按合同约定，付款{2}元，质保金{3}元。",
        "申请人须提供身份证、户口簿、残疾证、银行卡复印件。",
        "招聘电焊工{3}名，年龄18岁至45岁，身体健康，无高血压、心脏病。",
    ];

    private static readonly string[] Villages = ["示例一村", "示例五村", "示例九村", "镇民生服务中心"];

    [Fact]
    public void S44_the_sample_year_raises_no_hard_finding()
    {
        var found = ShippedRows("1-items.csv").Concat(ShippedRows("3-feedback.csv"))
            .SelectMany(row => row.Fields.SelectMany(f => TextDetectors.Scan($"{row.Line}", f)))
            .Select(f => $"{f.Place} {f.Kind} {f.Excerpt}").ToList();

        found.ShouldBeEmpty();
    }

    [Fact]
    public void At_most_one_in_a_thousand_ordinary_items_raises_a_hard_finding()
    {
        var random = new Random(20141119);
        var alarms = new List<string>();
        for (var item = 0; item < 4_000; item++)
        {
            var body = string.Concat(Enumerable.Range(0, random.Next(2, 7)).Select(_ => Sentence(random) + (random.Next(2) == 0 ? "\n" : "")));
            alarms.AddRange(TextDetectors.Scan("body", body).Take(1).Select(f => $"{f.Kind} {f.Excerpt} in {body}"));
        }

        alarms.Count.ShouldBeLessThanOrEqualTo(4, string.Join('\n', alarms.Take(5)));
    }

    private static string Sentence(Random random) => string.Format(
        CultureInfo.InvariantCulture,
        Sentences[random.Next(Sentences.Length)],
        Villages[random.Next(Villages.Length)],
        random.Next(1, 5_000),
        random.Next(1_000, 9_000_000),
        random.Next(100, 999));

    private static IReadOnlyList<CsvRow> ShippedRows(string file) => CsvText.Read(ShippedData.Sample(file)).Rows;
}
