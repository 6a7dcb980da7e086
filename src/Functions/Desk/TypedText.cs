using Lianxin.Core.Catalogue;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.Desk;

/// <summary>A text that somebody typed into a form of the desk.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Label">As the form has it.</param>
public sealed record TypedText(string Name, string Label, string Value)
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["title"] = "标题",
        ["body"] = "正文",
        ["formedOn"] = "成文日期",
        ["period"] = "所属期间",
        ["changeNote"] = "更新说明",
        ["becauseOf"] = "所答复的反馈",
        ["clarifies"] = "所澄清的信息",
        ["comment"] = "意见或说明",
        ["reason"] = "理由",
        ["overrideReason"] = "不采纳反对意见的理由",
        ["exemptionReason"] = "不予公开的理由",
        ["privacyRequest"] = "申请例外的理由",
        ["privacyOverride.reason"] = "例外的理由",
        ["privacyOverride.article"] = "例外的依据",
        ["publishOn"] = "公开日期",
        ["text"] = "内容",
        ["contact"] = "联系方式",
        ["receivedOn"] = "收到日期",
        ["reply"] = "答复、理由",
        ["request"] = "诉求概述",
        ["plan"] = "解决方案",
        ["into"] = "并入的编号",
        ["answer"] = "答复意见",
        ["passedTo"] = "转交给",
        ["dueOn"] = "期限",
        ["number"] = "编号",
        ["on"] = "日期",
        ["endedOn"] = "办结日期",
        ["publishedOn"] = "公开日期",
        ["applicant"] = "申请人类型",
        ["amount"] = "金额",
        ["place"] = "地点",
        ["postedOn"] = "张贴日期",
        ["takenDownOn"] = "取下日期",
        ["name"] = "姓名",
        ["account"] = "账号",
        ["problems"] = "存在的问题",
        ["measures"] = "改进措施",
        ["other"] = "其他事项",
    };

    /// <summary>The texts of a form; what was ticked, chosen or never seen is no text.</summary>
    public static IReadOnlyList<TypedText> Of(IEnumerable<LostField> fields, DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(catalogue);
        var all = fields.ToList();
        var entry = all.Find(f => f.Name == "entry") is { } chosen ? catalogue.Entry(chosen.Value) : null;
        return [.. all.Select(f => (Field: f, Label: LabelOf(f.Name, entry))).Where(f => f.Label is not null).Select(f => new TypedText(f.Field.Name, f.Label!, f.Field.Value))];
    }

    private static string? LabelOf(string name, CatalogueEntry? entry)
    {
        const string Element = "elements.";
        if (name.StartsWith(Element, StringComparison.Ordinal))
            return entry?.RequiredElements.FirstOrDefault(e => e.Key == name[Element.Length..])?.Label ?? name[Element.Length..];
        return name.StartsWith("sections.", StringComparison.Ordinal) ? "报告文字" : name.StartsWith("reasons.", StringComparison.Ordinal) ? "说明" : Labels.GetValueOrDefault(name);
    }
}

/// <summary>A lost form after the sign-in: its texts to look over, the rest as it was.</summary>
public sealed record TypedAgainModel(LostForm Form, IReadOnlyList<TypedText> Texts)
{
    /// <summary>What is carried along unseen: choices, version marks, keys.</summary>
    public IEnumerable<LostField> Rest => Form.Fields.Where(f => !Texts.Any(t => t.Name == f.Name));

    public IReadOnlyList<FormField> Fields => [.. Texts.Select((t, at) => new FormField($"again{at}", t.Name, t.Label)
    {
        Kind = t.Value.Length > 40 || t.Value.Contains('\n', StringComparison.Ordinal) ? FieldKind.Lines : FieldKind.Line,
        Value = t.Value,
        TellsOptional = false,
        Rows = t.Value.Length > 400 ? 14 : 4,
    })];

    public IReadOnlyList<FormField> Files => [.. Form.Files.GroupBy(f => f.Name, StringComparer.Ordinal).Select(g => new FormField("again", g.Key, "附件")
    {
        Kind = FieldKind.File,
        Multiple = true,
        TellsOptional = false,
        Hint = $"文件不能代为保存，请重新选择：{string.Join('、', g.Select(f => f.Value))}",
    })];
}
