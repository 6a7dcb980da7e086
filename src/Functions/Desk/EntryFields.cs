using Lianxin.Core.Catalogue;

namespace Lianxin.Functions.Desk;

/// <summary>What a field of an entry's form asks for, and where that comes from.</summary>
/// <param name="Name">Name of the field, as in the form: <c>title</c>, <c>elements.amount</c>.</param>
public sealed record FieldRule(string Name, string Label, string Rule, string Source)
{
    /// <summary>Where the rule stands on the entry's page.</summary>
    public string Anchor => FieldIds.Of("f", Name);
}

/// <summary>The rule and the source of every field of an entry's form: one click away from the field.</summary>
public static class EntryFields
{
    private const string LocalCatalogue = "镇公开目录，本事项的要素";
    private const string FourMusts = "立岗镇2014年年度报告一（二）“四个必须”";
    private const string Personal = "《中华人民共和国政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》";

    public static IReadOnlyList<FieldRule> Of(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return
        [
            new("title", "标题", "必填，最多 200 字，写清谁、什么事、什么时候。", "镇公开目录，每条信息都有的项目"),
            new("formedOn", "成文日期", "必填，信息形成或者变更的日期；从形成之日起算的期限从这一天起算。", Sources(entry)),
            .. Period(entry),
            new("body", "正文", "必填，最多 200000 字，每行一段。不写身份证号、手机号、银行账号；写了，提交时会指出位置。", $"{entry.Basis}；个人信息：{Personal}"),
            .. entry.RequiredElements.Select(e => new FieldRule("elements." + e.Key, e.Label, "必填，" + Of(e.Type), $"{LocalCatalogue}；公开依据：{entry.Basis}")),
            new("musts", "四个必须", entry.Musts.Count == 0
                ? "符合哪一项勾选哪一项。有一项符合而不公开的，须记录豁免条款和理由。"
                : $"本事项一般符合：{string.Join("、", entry.Musts.Select(Words.Of))}。有一项符合而不公开的，须记录豁免条款和理由。", FourMusts),
            new("attachments", "附件", "选填，最多 20 个，每个不超过 20 MB。附件中的个人信息同样检查。", $"个人信息：{Personal}"),
        ];
    }

    /// <summary>Address of a field's rule.</summary>
    public static string Link(CatalogueEntry entry, string field) => $"{CatalogueDesk.PathOf(entry)}#{FieldIds.Of("f", field)}";

    private static string Sources(CatalogueEntry entry) => string.Join("；", entry.DueRules.Select(r => r.Source).Distinct(StringComparer.Ordinal));

    private static IEnumerable<FieldRule> Period(CatalogueEntry entry) =>
        Periods.Field("f", entry.Cadence, "") is { } field ? [new("period", field.Label, $"必填，{field.Hint}。公开任务按它对应到期间。", Sources(entry))] : [];

    private static string Of(ElementType type) => type switch
    {
        ElementType.Text => "一行文字，最多 2000 字。",
        ElementType.LongText => "可以分行，最多 2000 字。",
        ElementType.Date => "日期，年-月-日。",
        ElementType.Month => "月份，年-月。",
        ElementType.Year => "年份，四位数字。",
        ElementType.Money => "金额，单位为元，最多两位小数，不能是负数。",
        ElementType.Count => "整数，不能是负数。",
        ElementType.Phone => "单位电话，不写个人手机号。",
        _ => type.ToString(),
    };
}
