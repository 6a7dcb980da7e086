using Lianxin.Core;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Desk;

/// <summary>The filters of the work list, as in the address; empty means all.</summary>
/// <param name="Q">Text looked for.</param>
public sealed record WorklistFilter(string Status = "", string Office = "", string Quarter = "", string Q = "")
{
    public bool IsEmpty => Status.Length + Office.Length + Quarter.Length + Q.Length == 0;

    public IReadOnlyList<FormField> Fields(DisclosureCatalogue catalogue) =>
    [
        new("f", "status", "状态")
        {
            Kind = FieldKind.Select,
            Value = Status,
            Options = [new("", "全部"), .. Enum.GetValues<ItemStatus>().Select(s => new FormOption(Names.Of(s), Words.Of(s)))],
        },
        new("f", "office", "站所")
        {
            Kind = FieldKind.Select,
            Value = Office,
            Options = [new("", "全部"), .. catalogue.Offices.Select(o => new FormOption(o.Code, o.Title))],
        },
        new("f", "quarter", "季度，如 2026-Q1") { Value = Quarter, Pattern = Periods.QuarterPattern, TellsOptional = false },
        new("f", "q", "标题含有") { Value = Q, MaxLength = 100, TellsOptional = false },
    ];

    /// <summary>The same filters with another continuation.</summary>
    public string Address(string? continuation)
    {
        var parts = new (string Name, string Value)[] { ("status", Status), ("office", Office), ("quarter", Quarter), ("q", Q), ("continuation", continuation ?? "") }
            .Where(p => p.Value.Length > 0)
            .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")
            .ToList();
        return parts.Count == 0 ? "/desk" : $"/desk?{string.Join('&', parts)}";
    }
}

/// <summary>One page of the work list.</summary>
/// <param name="Today">The business date, from which the days left are counted.</param>
/// <param name="IsFirst">False where a continuation led here.</param>
/// <param name="Continuation">Leads to the next page; null at the end.</param>
/// <param name="Errors">What is wrong with the filters, by field.</param>
public sealed record WorklistModel(
    WorklistFilter Filter,
    DisclosureCatalogue Catalogue,
    IReadOnlyList<ItemRow> Rows,
    DateOnly Today,
    bool IsFirst = true,
    string? Continuation = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null)
{
    /// <summary>我的任务; null for who has none.</summary>
    public IReadOnlyList<TaskLine>? Tasks { get; init; }

    public IReadOnlyList<FormField> Fields =>
        [.. Filter.Fields(Catalogue).Select(f => f with { Errors = Errors?.GetValueOrDefault(f.Name) ?? [] })];

    public string EntryTitle(ItemRow row) => Catalogue.Entry(row.Entry)?.Title ?? row.Entry;

    public string OfficeTitle(ItemRow row) => Catalogue.Office(row.Office)?.Title ?? row.Office;
}
