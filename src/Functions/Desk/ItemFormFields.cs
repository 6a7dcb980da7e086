using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Proofreading;

namespace Lianxin.Functions.Desk;

/// <summary>The fields of the item form, in their order; names are those of the JSON body (api.md).</summary>
public sealed class ItemFormFields(ItemFormModel form)
{
    private const string Scope = "i";

    /// <summary>Limits of api.md.</summary>
    private const int TitleCharacters = 200;
    private const int BodyCharacters = 200_000;
    private const int NoteCharacters = 2_000;

    /// <summary>Null where the office is fixed.</summary>
    public FormField? Office => form.Offices.Count == 1
        ? null
        : Of("office", "申报站所", form.Values.Office) with
        {
            Kind = FieldKind.Select,
            Required = true,
            Options = [new("", "请选择"), .. form.Offices.Select(o => new FormOption(o.Code, o.Title))],
        };

    public IReadOnlyList<FormField> Main
    {
        get
        {
            var fields = new List<FormField>
            {
                Of("title", "标题", form.Values.Title) with { RuleLink = EntryFields.Link(form.Entry, "title"), Required = true, MaxLength = TitleCharacters, Hint = "写清谁、什么事、什么时候，最多 200 字" },
                Of("formedOn", "成文日期", form.Values.FormedOn) with
                {
                    RuleLink = EntryFields.Link(form.Entry, "formedOn"),
                    Kind = FieldKind.Date,
                    Required = true,
                    Pattern = Periods.DayPattern,
                    Characters = 14,
                    Hint = "信息形成或者变更的日期，年-月-日，公开期限从这一天起算",
                },
            };
            if (Periods.Field(Scope, form.Entry.Cadence, form.Values.Period) is { } period)
                fields.Add(period with { Errors = Errors("period"), RuleLink = EntryFields.Link(form.Entry, "period") });
            if (ConcernsVillage)
            {
                fields.Add(Of("village", "所涉村", form.Values.Village) with
                {
                    Kind = FieldKind.Select,
                    Options = [new("", "不涉及具体的村"), .. form.Villages.Select(o => new FormOption(o.Code, o.Title))],
                });
            }

            fields.Add(Of("body", "正文", form.Values.Body) with
            {
                RuleLink = EntryFields.Link(form.Entry, "body"),
                Kind = FieldKind.Lines,
                Required = true,
                Rows = 12,
                MaxLength = BodyCharacters,
                Hint = "每行一段。不要写身份证号、手机号、银行账号",
            });
            return fields;
        }
    }

    public IReadOnlyList<FormField> Elements =>
        [.. form.Entry.RequiredElements.Select(e => Typed(Of("elements." + e.Key, e.Label, form.Values.Elements.GetValueOrDefault(e.Key, "")) with { Required = true, RuleLink = EntryFields.Link(form.Entry, "elements." + e.Key) }, e.Type))];

    public ChoiceField Musts => new(Scope, "musts", "四个必须", [.. Enum.GetValues<Must>().Select(m => new FormOption(Names.Of(m), Words.Of(m)))])
    {
        Chosen = form.Values.Musts,
        Errors = Errors("musts"),
        RuleLink = EntryFields.Link(form.Entry, "musts"),
        Hint = "符合哪一项就勾选哪一项。只要有一项符合，就必须公开；不公开的，须记录豁免条款和理由",
    };

    /// <summary>Why a new version came about; empty for an item that was never published.</summary>
    public IReadOnlyList<FormField> Why => form.Target is not { AsksWhy: true }
        ? []
        :
        [
            Of("changeNote", "修改说明", form.Values.ChangeNote) with
            {
                Kind = FieldKind.Lines,
                Required = true,
                MaxLength = NoteCharacters,
                Hint = "改了什么、为什么改。对外公布，写在页面和修改前后对比上",
            },
            Of("becauseOf", "因哪些意见修改", form.Values.BecauseOf) with { Kind = FieldKind.Lines, Rows = 2, Hint = "填写意见的编号，一行一个；公开时引用意见摘要，并告知留下联系方式的人" },
        ];

    public ChoiceField Correction => new(Scope, "correction", "更正", [new FormOption("true", "这次修改是更正错误，更正说明放在页面顶部")])
    {
        Chosen = form.Values.Correction ? ["true"] : [],
        Errors = Errors("correction"),
    };

    public FormField Clarifies => Of("clarifies", "澄清哪条信息", form.Values.Clarifies) with
    {
        MaxLength = 300,
        Hint = "本信息澄清已公开的虚假或者不完整信息时，填那条信息的编号或者公开页面的地址，公开后两个页面互相链接",
    };

    public FormField Attachments => Of("attachments", "附件", "") with
    {
        Kind = FieldKind.File,
        Multiple = true,
        Hint = form.Refusal is null
            ? "可以选多个，最多 20 个，每个不超过 20 MB"
            : "浏览器不会保留选过的文件，请重新选择。最多 20 个，每个不超过 20 MB",
        RuleLink = EntryFields.Link(form.Entry, "attachments"),
    };

    /// <summary>公开副本: asked for where a file is chosen, ticked by whoever wants it.</summary>
    public ChoiceField MaskFiles => new(Scope, "maskFiles", "附件中的个人信息", [new FormOption("true", "附件（.xlsx、.csv、.txt）中有个人信息的，由系统制作遮盖的公开副本，原件封存")])
    {
        Chosen = form.Values.MaskFiles ? ["true"] : [],
        Hint = "副本只含看得见的行和列，证件号、账号、手机号按规定遮盖；Word、PDF 和图片请自行遮盖后再上传",
    };

    /// <summary>Every field by its name, to lead from an error to its place.</summary>
    public IReadOnlyDictionary<string, string> Places
    {
        get
        {
            var fields = new[] { Office, Attachments, Clarifies }.OfType<FormField>().Concat(Why).Concat(Main).Concat(Elements);
            var places = fields.ToDictionary(f => f.Name, f => f.Id, StringComparer.Ordinal);
            places[Musts.Name] = Musts.Id;
            places[Correction.Name] = Correction.Id;
            return places;
        }
    }

    private bool ConcernsVillage =>
        form.Villages.Count > 0
        && (form.Entry.Audience == Audience.Village || form.Entry.Regime == Regime.Village || form.Entry.Offices.Count == 0 || form.Values.Village.Length > 0);

    private static FormField Typed(FormField field, ElementType type) => type switch
    {
        ElementType.LongText => field with { Kind = FieldKind.Lines },
        ElementType.Date => field with { Kind = FieldKind.Date, Pattern = Periods.DayPattern, Characters = 14, Hint = "年-月-日" },
        ElementType.Month => field with { Kind = FieldKind.Month, Pattern = Periods.MonthPattern, Characters = 12, Hint = "年-月，例如 2026-03" },
        ElementType.Year => field with { Pattern = Periods.YearPattern, InputMode = "numeric", Characters = 8, Hint = "四位数字" },
        ElementType.Money => field with { Pattern = "[0-9]+([.][0-9]{1,2})?", InputMode = "decimal", Characters = 18, Hint = "元，最多两位小数，例如 128600.00" },
        ElementType.Count => field with { Pattern = "[0-9]+", InputMode = "numeric", Characters = 12, Hint = "整数" },
        ElementType.Phone => field with { InputMode = "tel", Characters = 20, Hint = "单位电话，不要写个人手机号" },
        ElementType.Text => field,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, string.Create(CultureInfo.InvariantCulture, $"No input is known for {field.Name}.")),
    };

    private FormField Of(string name, string label, string value) => new(Scope, name, label)
    {
        Value = value,
        Errors = Errors(name),
        Advice = [.. form.Proofreading.Where(f => f.Severity == ProofreadingSeverity.Advice && string.Equals(f.Place, name, StringComparison.Ordinal)).Select(Words.Of)],
    };

    private IReadOnlyList<string> Errors(string name) => form.Refusal?.Errors.GetValueOrDefault(name) ?? [];
}
