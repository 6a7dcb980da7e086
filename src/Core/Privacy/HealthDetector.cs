using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Finds illness, disability and birth control 病情、残疾、计生 beside a person's name. The words alone are everyday business of a
/// township (防治, 救助, 补贴) and raise no alarm.
/// </summary>
internal static class HealthDetector
{
    public const string Rule = "具名的病情、残疾或计划生育信息；《个人信息保护法》第二十八条";
    private const int NameDistance = 22;

    private static readonly WordList Words = new(
        "尿毒症", "白血病", "肝癌", "肺癌", "胃癌", "乳腺癌", "宫颈癌", "食道癌", "食管癌", "肠癌", "癌症", "恶性肿瘤", "脑瘤", "肿瘤", "艾滋病", "HIV", "hiv", "乙肝", "丙肝", "肝炎", "肝硬化", "肺结核", "结核病",
        "精神病", "精神分裂", "精神障碍", "抑郁症", "癫痫", "脑瘫", "唐氏综合", "糖尿病", "高血压", "心脏病", "冠心病", "脑梗", "脑出血", "脑溢血", "偏瘫", "瘫痪", "透析", "肾衰", "肾病", "梅毒", "性病",
        "血友病", "布病", "包虫病", "重病", "因病", "因残", "肢体残疾", "智力残疾", "精神残疾", "视力残疾", "听力残疾", "言语残疾", "多重残疾", "一级残疾", "二级残疾", "三级残疾", "四级残疾", "重度残疾", "残疾一级",
        "残疾二级", "残疾三级", "残疾四级", "肢残", "智障", "聋哑", "失独", "流产", "引产", "结扎", "上环", "避孕", "不孕", "孕检", "怀孕", "节育手术");

    private static readonly SearchValues<string> Schemes = SearchValues.Create(
        ["救助", "补贴", "防治", "防控", "筛查", "宣传", "知识", "预防", "讲座", "保险", "健康", "项目", "专项", "义诊", "普查", "培训", "随访", "管理", "药具", "治疗费"], StringComparison.Ordinal);

    private static readonly SearchValues<string> Links = SearchValues.Create(["患", "确诊", "诊断", "查出", "罹", "身有", "属"], StringComparison.Ordinal);
    private static readonly SearchValues<string> Lessons = SearchValues.Create(["内容", "讲", "知识", "宣传", "培训", "主题"], StringComparison.Ordinal);
    private static readonly SearchValues<char> Light = SearchValues.Create(" ,、:;()-/\t|男女岁因有身系被是为属得于年月日龄0123456789汉回族");
    private static readonly string[] People = ["患者", "病人", "儿童", "对象", "人员", "人", "者", "户"];
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。!?\n");

    public static void Find(ScannedText scan)
    {
        var text = scan.Text;
        for (var (at, length) = Words.Next(text, 0); at >= 0; (at, length) = Words.Next(text, at + length))
        {
            if (!IsScheme(text, at + length) && Beside(text, at, at + length) is { } hit)
                scan.Add(new Hit(PersonalDataKinds.Health, hit.Start, hit.End, Rule));
        }
    }

    private static bool IsScheme(NormalisedText text, int end) =>
        text.Characters[end..Math.Min(text.Length, end + 5)].ContainsAny(Schemes);

    private static (int Start, int End)? Beside(NormalisedText text, int start, int end)
    {
        var from = Math.Max(0, start - NameDistance);
        var stop = text.Characters[from..start].LastIndexOfAny(SentenceEnds);
        from = stop < 0 ? from : from + stop + 1;
        if (PersonNames.LastIn(text, from, start) is { } name && Connects(text.Characters[name.End..start]))
            return (name.Start, end);
        var next = end;
        foreach (var word in People)
        {
            if (text.Characters[next..].StartsWith(word, StringComparison.Ordinal))
            {
                next += word.Length;
                break;
            }
        }

        return next > end && PersonNames.EndAt(text, next, apart: true) is { } last ? (start, last) : null;
    }

    private static bool Connects(ReadOnlySpan<char> gap) =>
        !gap.ContainsAnyExcept(Light) || (gap.ContainsAny(Links) && !gap.ContainsAny(Lessons));
}
