using Lianxin.Core;
using Lianxin.Core.Catalogue;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>The form of one step: names as in the JSON bodies of api.md.</summary>
/// <param name="Route">Last part of the address, for example <c>review</c>.</param>
/// <param name="Parts"><see cref="FormField"/> or <see cref="ChoiceField"/>, in order.</param>
/// <param name="Exemption">Fields that are only needed where something is kept back; folded away.</param>
public sealed record StepForm(ItemActions Action, string Scope, string Route, string Title, string Lead, string Button, IReadOnlyList<object> Parts, IReadOnlyList<FormField> Exemption);

/// <summary>Makes the forms that an item's page offers.</summary>
public sealed class StepForms(DeskItemModel page)
{
    private const int CommentCharacters = 5_000;

    public IReadOnlyList<StepForm> For(ItemActions allowed) =>
        [.. new[] { Submission(), Review(), Opinion(), Approval(), Withdrawal() }.Where(f => allowed.HasFlag(f.Action))];

    private static StepForm Submission() => new(
        ItemActions.Submit,
        "submit",
        "submission",
        "申报",
        "申报后由审核人审核，审核期间不能修改。",
        "提交申报",
        [],
        []);

    private StepForm Review() => new(
        ItemActions.Review,
        "review",
        "review",
        "审核",
        "四个问题都为“是”才能通过；不通过的请写明原因，退回申报人修改。",
        "提交审核意见",
        [
            Choice(ItemActions.Review, "review", "decision", "审核结论", new("accept", "通过"), new("return", "退回修改")) with { OnlyOne = true, Required = true },
            Choice(ItemActions.Review, "review", "secrecyCheck", "保密审查", new("passed", "已审查，可以公开"), new("refer", "不能确定，报上级审定")) with { OnlyOne = true, Required = true },
            Answers(),
            .. FilesAndException(),
            Comment(ItemActions.Review, "review", "审核意见", "退回时必填"),
        ],
        []);

    /// <summary>Only where they are needed: files that no detector can read, and the clerk's request for an exception.</summary>
    private List<object> FilesAndException()
    {
        var parts = new List<object>();
        var unread = page.Item.Content.Attachments.Where(a => !UseCases.AttachmentRules.MayLeave(a)).Select(a => new FormOption(a.Name, a.Name)).ToArray();
        if (unread.Length > 0)
        {
            parts.Add(Choice(ItemActions.Review, "review", "checkedFiles", "已打开查看、没有个人信息的附件（不勾选的不对外公开）", unread));
        }

        if (page.Item.PrivacyRequest is { } request)
        {
            parts.Add(Field(ItemActions.Review, "review", "privacyOverride.reason", "必须公开个人信息的理由", "") with { Hint = $"经办人申请：{request}" });
            parts.Add(Field(ItemActions.Review, "review", "privacyOverride.article", "所依据的法律条文", ""));
        }

        return parts;
    }

    private StepForm Opinion() => new(
        ItemActions.Opine,
        "opinion",
        "opinions",
        "提出意见",
        "可以再次提交，以最后一次为准。有一人不同意，就不能公开，除非撤回意见或者组长写明理由决定。",
        "提交意见",
        [
            Choice(ItemActions.Opine, "opinion", "opinion", "我的意见", new("agree", "同意公开"), new("disagree", "不同意公开")) with { OnlyOne = true, Required = true },
            Comment(ItemActions.Opine, "opinion", "说明", "不同意时请写明理由"),
        ],
        []);

    private StepForm Approval()
    {
        const ItemActions action = ItemActions.Approve;
        var parts = new List<object>
        {
            Choice(action, "approval", "decision", "决定", new("approve", "批准"), new("reject", "不予批准")) with { OnlyOne = true, Required = true },
            Field(action, "approval", "audience", "公开范围", Names.Of(page.Item.Audience)) with
            {
                Kind = FieldKind.Select,
                Options = [.. Enum.GetValues<Audience>().Select(a => new FormOption(Names.Of(a), Words.Of(a)))],
            },
            Choice(action, "approval", "channels", "公开渠道", [.. ChannelNames.Select(c => new FormOption(c, Words.Channel(c)))]) with
            {
                Chosen = Typed(action, "channels") ?? (page.Item.Channels.Count > 0 ? page.Item.Channels : page.Entry.Channels),
            },
            Field(action, "approval", "publishOn", "公开日期", page.Item.PublishOn is { } day ? ChinaText.Day(day) : "") with
            {
                Kind = FieldKind.Date,
                Pattern = Periods.DayPattern,
                Characters = 14,
                Hint = "不填则按事项的时限自动确定；不得晚于法定期限",
            },
        };
        if (page.HasObjection || Errors(action, "overrideReason").Count > 0)
        {
            parts.Add(Field(action, "approval", "overrideReason", "不采纳反对意见的理由", "") with
            {
                Kind = FieldKind.Lines,
                MaxLength = CommentCharacters,
                TellsOptional = false,
                Hint = "有成员不同意。仍要批准的，必须写明理由，理由记入会议记录并列入年度报告",
            });
        }

        parts.Add(Comment(action, "approval", "批示", null));
        return new StepForm(action, "approval", "approval", "批准", "批准后按公开日期自动公开。", "提交决定", parts,
        [
            Field(action, "approval", "exemptionArticle", "豁免条款", "") with { MaxLength = 200, Hint = "例如《政府信息公开条例》第十五条" },
            Field(action, "approval", "exemptionReason", "豁免理由", "") with { Kind = FieldKind.Lines, MaxLength = CommentCharacters },
        ]);
    }

    private StepForm Withdrawal() => new(
        ItemActions.Withdraw,
        "withdraw",
        "withdrawal",
        "撤下",
        "撤下后，公开页面只留下撤下说明；各个版本、对比页、附件和列表中的内容一并取下。撤下不能恢复，改正错误请由经办人修改后再次公开。",
        "撤下",
        [
            Field(ItemActions.Withdraw, "withdraw", "reason", "撤下的原因", "") with
            {
                Kind = FieldKind.Lines,
                Required = true,
                MaxLength = CommentCharacters,
                Hint = "原因将对外公布，不要重复有误的内容，不要写个人信息",
            },
        ],
        []);

    private IEnumerable<string> ChannelNames => page.Entry.Channels.Union(page.Item.Channels, StringComparer.Ordinal);

    private FormField Field(ItemActions action, string scope, string name, string label, string value) =>
        new(scope, name, label) { Value = Typed(action, name) is [var typed, ..] ? typed : value, Errors = Errors(action, name) };

    private FormField Comment(ItemActions action, string scope, string label, string? hint) =>
        Field(action, scope, "comment", label, "") with { Kind = FieldKind.Lines, MaxLength = CommentCharacters, Hint = hint, TellsOptional = hint is null };

    private ChoiceField Choice(ItemActions action, string scope, string name, string legend, params FormOption[] options) =>
        new(scope, name, legend, options) { Chosen = Typed(action, name) ?? [], Errors = Errors(action, name) };

    /// <summary>The four questions of S5; each is a property of its own.</summary>
    private ChoiceField Answers()
    {
        FormOption[] questions =
        [
            new("true", "全面：内容完整，没有遗漏", "answers.complete"),
            new("true", "真实：与事实和原件一致", "answers.true"),
            new("true", "具体：细目清楚，不笼统", "answers.specific"),
            new("true", "合法：依据充分，程序合规", "answers.lawful"),
        ];
        return Choice(ItemActions.Review, "review", "answers", "四个问题（是的打勾）", questions) with
        {
            Chosen = [.. questions.Select(q => q.Name!).Where(n => Typed(ItemActions.Review, n) is ["true", ..])],
            Errors = [.. questions.Select(q => q.Name!).Prepend("answers").SelectMany(n => Errors(ItemActions.Review, n))],
        };
    }

    private IReadOnlyList<string>? Typed(ItemActions action, string name) =>
        page.Refused is { } refused && refused.Action == action ? refused.Typed.GetValueOrDefault(name) ?? [] : null;

    private IReadOnlyList<string> Errors(ItemActions action, string name) =>
        page.Refused is { } refused && refused.Action == action ? refused.Refusal.Errors.GetValueOrDefault(name) ?? [] : [];
}
