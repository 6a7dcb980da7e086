using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>Reads the heads of a table.</summary>
internal static class ColumnHeads
{
    private const int LongestHead = 24;

    private static readonly (WordList Words, ColumnKinds Kind)[] Meanings =
    [
        (new("学生姓名", "儿童姓名", "幼儿姓名", "孩子姓名", "子女姓名", "婴儿姓名", "未成年人姓名"), ColumnKinds.ChildName),
        (new("姓名", "户主", "申请人", "当事人", "补贴对象", "受益人", "受益对象", "救助对象", "保障对象", "领取人", "收款人", "患者"), ColumnKinds.Name),
        (new("身份证", "证件号", "身份号", "残疾证", "残疾人证", "户口簿号", "户口本号", "社保卡", "社会保障号"), ColumnKinds.ResidentId),
        (new("手机", "电话", "联系方式"), ColumnKinds.Phone),
        (new("账号", "帐号", "卡号", "账户", "帐户", "存折", "一卡通", "开户"), ColumnKinds.Account),
        (new("住址", "家庭地址", "户籍地址", "居住地", "详细地址"), ColumnKinds.Address),
        (new("残疾类", "残疾等级", "残疾级", "残疾程度", "残疾情况", "残疾原因", "病情", "病种", "病症", "病名", "疾病", "患病", "诊断", "致贫原因", "致困原因", "健康状况", "孕", "避孕", "结扎", "节育", "宗教"), ColumnKinds.Health),
        (new("出生"), ColumnKinds.Birth),
        (new("年龄"), ColumnKinds.Age),
        (new("护照", "通行证"), ColumnKinds.Passport),
    ];

    /// <summary>A character or two of each head, to pass over other text quickly.</summary>
    private static readonly SearchValues<string> Any = SearchValues.Create(
        ["姓名", "户主", "申请人", "当事人", "对象", "受益人", "领取人", "收款人", "患者", "身份", "证件", "残疾", "户口", "社保卡", "社会保障号", "手机", "电话", "联系方式", "账", "帐", "卡号", "存折", "一卡通", "开户",
            "址", "居住地", "病", "诊断", "原因", "健康状况", "孕", "结扎", "节育", "宗教", "出生", "年龄", "护照", "通行证"],
        StringComparison.Ordinal);

    private static readonly SearchValues<string> NoHealth =
        SearchValues.Create(["补贴", "金额", "标准", "面积", "防治", "病虫", "疫病", "人数", "户数", "合计"], StringComparison.Ordinal);

    /// <summary>Whether a text may hold a table at all.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Any);

    /// <summary>What a cell says as a head; none for a cell that is no head.</summary>
    public static ColumnKinds Of(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.Length is 0 or > LongestHead || !cell.ContainsAny(Any) || DigitsIn(cell) > 2)
            return ColumnKinds.None;
        var kinds = ColumnKinds.None;
        foreach (var (words, kind) in Meanings)
        {
            kinds |= words.IsIn(cell) ? kind : ColumnKinds.None;
        }

        return cell.ContainsAny(NoHealth) ? kinds & ~ColumnKinds.Health : kinds;
    }

    private static int DigitsIn(ReadOnlySpan<char> cell)
    {
        var digits = 0;
        foreach (var c in cell)
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        return digits;
    }
}
