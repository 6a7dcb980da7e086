using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Cases;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Feedback;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>Makes the forms of feedback and cases: names as in the JSON bodies of api.md, values as typed where a form was refused.</summary>
/// <param name="typed">Fields of a refused form; null for a fresh one.</param>
/// <param name="refusal">Why it was refused.</param>
internal sealed class FeedbackForms(DisclosureCatalogue catalogue, IReadOnlyDictionary<string, IReadOnlyList<string>>? typed = null, Refusal? refusal = null)
{
    private const int LongText = 2_000;

    private IReadOnlyList<FormOption> Offices => [.. catalogue.Offices.Select(o => new FormOption(o.Code, o.Title))];

    private IReadOnlyList<FormOption> Groups => [new("", "不涉及某个社"), .. catalogue.Groups.Select(g => new FormOption(g.Code, g.Title))];

    public StepForm New(string office) => Form("new", "", "登记来电、来信、来访", "代群众登记，并把回执码告诉本人。", "登记",
    [
        Choice("new", "channel", "来源", true, [.. Enum.GetValues<FeedbackChannel>().Where(c => c != FeedbackChannel.Web).Select(c => new FormOption(Names.Of(c), FeedbackWords.Of(c)))]),
        Choice("new", "kind", "类别", true, [.. Enum.GetValues<FeedbackKind>().Select(k => new FormOption(Names.Of(k), FeedbackWords.Of(k)))]),
        Lines("new", "text", "内容", 5_000, "群众的原话；只在工作台可见") with { Required = true },
        Field("new", "contact", "联系方式") with { MaxLength = 200, Hint = "只用于答复，不会公开" },
        Field("new", "receivedOn", "收到日期") with { Kind = FieldKind.Date, Pattern = Periods.DayPattern, Characters = 14, Hint = "不填即今天" },
        Field("new", "item", "所针对的公开信息编号") with { MaxLength = 200 },
        Select("new", "office", "承办站所", office, Offices) with { Hint = "没有填写公开信息编号时使用" },
    ]);

    public StepForm Screening(FeedbackPiece piece) => Form("screening", "screening", "梳理筛选", "能办的登记办理；可以直接答复的答复；重复的合并到先收到的一条；不予办理的写明理由。", "提交",
    [
        Choice("screening", "decision", "处理方式", true, new("register", "登记办理（列入“连心”登记）"), new("answer", "直接答复"), new("merge", "合并到另一条"), new("decline", "不予办理")),
        Lines("screening", "reply", "答复、理由", LongText, "直接答复和不予办理的必填，本人凭回执码可见"),
        Select("screening", "office", "承办站所", piece.Office, Offices) with { Hint = "登记办理时使用" },
        Select("screening", "group", "所属社", "", Groups) with { Hint = "登记办理时使用；“连心”墙按社公示" },
        Field("screening", "request", "诉求概述") with { MaxLength = 200, Hint = "会公示，不要写姓名和联系方式；不填则按类别和信息标题自动写成" },
        Lines("screening", "plan", "解决方案", 1_000, "会公示"),
        Select("screening", "difficulty", "难易程度", FeedbackClocks.Hard, [new(FeedbackClocks.Hard, "复杂（15个工作日）"), new(FeedbackClocks.Simple, "简单（5个工作日）")]),
        Field("screening", "dueOn", "办理期限") with { Kind = FieldKind.Date, Pattern = Periods.DayPattern, Characters = 14, Hint = "不填则按难易程度计算" },
        Field("screening", "into", "并入的编号") with { MaxLength = 200, Hint = "合并时必填：先收到的那条反馈或者办理事项的编号" },
    ]);

    /// <summary>The steps that a person may take now; the server checks them again.</summary>
    public IReadOnlyList<StepForm> Of(LianxinCase present, Actor actor)
    {
        var forms = new List<StepForm>();
        if (present.Status is CaseStatus.Registered or CaseStatus.InProgress && actor.Role == Role.Clerk && string.Equals(actor.Office, present.Office, StringComparison.Ordinal))
        {
            forms.Add(Form("progress", "progress", "填写进展", "本人凭回执码可以看到，不要写姓名和联系方式。", "提交进展", [Lines("progress", "text", "进展", LongText, null) with { Required = true }]));
            forms.Add(Form("resolution", "resolution", "答复", "答复后由他人核实销号；答复意见会公示。", "提交答复",
            [
                Choice("resolution", "outcome", "结果", true, [.. Enum.GetValues<CaseOutcome>().Select(o => new FormOption(Names.Of(o), FeedbackWords.Of(o)))]),
                Lines("resolution", "answer", "答复意见", LongText, null) with { Required = true },
                Field("resolution", "passedTo", "转交给") with { MaxLength = 100, Hint = "转交的必填" },
            ]));
        }

        if (present.Status == CaseStatus.Resolved && actor.Role is Role.Clerk or Role.Reviewer or Role.Leader or Role.Chair
            && !string.Equals(actor.Account, present.Resolution?.By, StringComparison.Ordinal))
        {
            forms.Add(Form("confirmation", "confirmation", "核实销号", "办理和答复的人不能自己销号。", "提交",
            [
                Choice("confirmation", "result", "核实结果", true, new("confirmed", "属实，销号"), new("unreachable", "已办结，联系不上本人，销号"), new("return", "不属实，退回办理")),
                Lines("confirmation", "comment", "说明", 1_000, "联系不上本人的，写明何时以何种方式联系过；退回的写明原因"),
            ]));
        }

        return forms;
    }

    private static StepForm Form(string scope, string route, string title, string lead, string button, IReadOnlyList<object> parts) =>
        new(ItemActions.None, scope, route, title, lead, button, parts, []);

    private FormField Field(string scope, string name, string label) => new(scope, name, label) { Value = Typed(name) ?? "", Errors = Errors(name) };

    private FormField Lines(string scope, string name, string label, int longest, string? hint) =>
        Field(scope, name, label) with { Kind = FieldKind.Lines, MaxLength = longest, Hint = hint, TellsOptional = false };

    private FormField Select(string scope, string name, string label, string value, IReadOnlyList<FormOption> options) =>
        Field(scope, name, label) with { Kind = FieldKind.Select, Value = Typed(name) ?? value, Options = options };

    private ChoiceField Choice(string scope, string name, string legend, bool required, params IReadOnlyList<FormOption> options) =>
        new(scope, name, legend, options) { OnlyOne = true, Required = required, Chosen = typed?.GetValueOrDefault(name) ?? [], Errors = Errors(name) };

    private string? Typed(string name) => typed?.GetValueOrDefault(name) is [var first, ..] ? first : null;

    private IReadOnlyList<string> Errors(string name) => refusal?.Errors.GetValueOrDefault(name) ?? [];
}
