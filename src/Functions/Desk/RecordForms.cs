using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;
using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>Makes the forms of dated records: exactly the fields that a kind has, values as typed where a form was refused.</summary>
/// <param name="action">Address they post to.</param>
/// <param name="typed">Fields of a refused form; null for a fresh one.</param>
/// <param name="refusal">Why it was refused.</param>
public sealed class RecordForms(string action, IReadOnlyDictionary<string, IReadOnlyList<string>>? typed = null, Refusal? refusal = null)
{
    private const string Enter = "enter";
    private const string Back = "void";

    public PlainForm New(RecordKind kind) => new(
        FormOf(Enter), $"登记{kind.Label}", "一件一条；报告里的数字由登记逐条算出。", action, "登记", Fields(kind, null), [Hidden("kind", kind.Key)]);

    public PlainForm Correction(RecordKind kind, DatedRecord record) => new(
        FormOf(Enter),
        "更正",
        "更正后是新的版本，原来的版本保留。改了编号或年份的，原记录作废，按新的编号、年份登记。",
        action,
        "更正",
        [.. Fields(kind, record), Field(Enter, "reason", "更正的理由") with { Kind = FieldKind.Lines, Rows = 2, Required = true, MaxLength = 200 }],
        [Hidden("kind", kind.Key), Hidden("replaces", record.Id)]);

    /// <summary>Everything of the record is sent along unchanged, as the API wants it.</summary>
    public PlainForm Voiding(RecordKind kind, DatedRecord record) => new(
        FormOf(Back),
        "作废",
        "作废的记录保留，不再计入任何报告。",
        action,
        "作废",
        [Field(Back, "reason", "作废的理由") with { Kind = FieldKind.Lines, Rows = 2, Required = true, MaxLength = 200 }],
        [
            Hidden("kind", kind.Key),
            Hidden("replaces", record.Id),
            Hidden("void", "true"),
            .. Fields(kind, null).Select(f => Hidden(f.Name, ValueOf(record, f.Name))),
        ]);

    /// <summary>Fields of the kind, in the order in which people fill them in.</summary>
    private List<FormField> Fields(RecordKind kind, DatedRecord? record)
    {
        var fields = new List<FormField>
        {
            Field(Enter, "number", "编号（文号、受理号）", record) with { Required = true, MaxLength = 100 },
            Field(Enter, "title", "名称", record) with { MaxLength = 200, Hint = "不写个人姓名和住址" },
            Date("on", kind.On, record) with { Required = true },
        };
        if (kind.Applicants.Count > 0)
            fields.Add(Select("applicant", "申请人类型", kind.Applicants, record) with { Required = true });
        if (kind.Categories.Count > 0)
            fields.Add(Select("category", "类别", kind.Categories, record) with { Required = true });
        if (kind.Amount is { } amount)
            fields.Add(Field(Enter, "amount", amount + "（元）", record) with { Required = true, InputMode = "decimal", Characters = 14, Hint = "最多两位小数，例如 120.50" });
        if (kind.Publishes is { } publishes)
            fields.Add(Date("publishedOn", publishes, record) with { Hint = "还没有公开的不填" });
        if (kind.Ends is { } ends)
            fields.Add(Date("endedOn", ends, record) with { Hint = kind.Outcomes.Count > 0 ? "还没有办结的不填；填了就要选结果" : "还没有到这一步的不填" });
        if (kind.Outcomes.Count > 0)
            fields.Add(Select("outcome", "结果", kind.Outcomes, record));
        return fields;
    }

    private FormField Date(string name, string label, DatedRecord? record) =>
        Field(Enter, name, label, record) with { Kind = FieldKind.Date, Pattern = Periods.DayPattern, Characters = 14 };

    private FormField Select(string name, string label, IReadOnlyList<Labelled> choices, DatedRecord? record) => Field(Enter, name, label, record) with
    {
        Kind = FieldKind.Select,
        Options = [new("", "请选择"), .. choices.Select(c => new FormOption(c.Key, c.Label))],
    };

    /// <summary>Errors and typed values go to the form that was posted: the one that takes back, or the other.</summary>
    private FormField Field(string scope, string name, string label, DatedRecord? record = null)
    {
        var isPosted = typed is not null && typed.ContainsKey("void") == (scope == Back);
        return new FormField(scope, name, label)
        {
            Value = isPosted && typed!.TryGetValue(name, out var values) ? values[0] : record is null || isPosted ? "" : ValueOf(record, name),
            Errors = isPosted ? refusal?.Errors.GetValueOrDefault(name) ?? [] : [],
        };
    }

    /// <summary>Apart from the fields' own scope: there is a field called title, and a form's heading ends so too.</summary>
    private static string FormOf(string scope) => "form-" + scope;

    private static KeyValuePair<string, string> Hidden(string name, string value) => new(name, value);

    private static string ValueOf(DatedRecord record, string name) => name switch
    {
        "number" => record.Number,
        "title" => record.Title,
        "on" => ChinaText.Day(record.On),
        "endedOn" => Day(record.EndedOn),
        "publishedOn" => Day(record.PublishedOn),
        "applicant" => record.Applicant ?? "",
        "outcome" => record.Outcome ?? "",
        "category" => record.Category ?? "",
        "amount" => record.Amount?.ToString(CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };

    private static string Day(DateOnly? day) => day is { } known ? ChinaText.Day(known) : "";
}
