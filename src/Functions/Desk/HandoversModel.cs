using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Handovers;
using Lianxin.Functions.UseCases.Handovers;

namespace Lianxin.Functions.Desk;

/// <summary>The list of handovers: what waits, the form of the tick, what the county shows.</summary>
/// <param name="Status">As in the address; empty means all.</param>
/// <param name="Year">As in the address; empty means this year and the one before.</param>
/// <param name="Refused">Id of the item whose form was refused, with why and what was typed.</param>
public sealed record HandoversModel(
    string Status,
    string Year,
    DisclosureCatalogue Catalogue,
    IReadOnlyList<HandoverLine> Lines,
    DateOnly Today,
    bool IsFirst = true,
    string? Next = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null,
    RefusedHandover? Refused = null)
{
    public IReadOnlyList<FormField> Filters =>
    [
        new("f", "status", "状态")
        {
            Kind = FieldKind.Select,
            Value = Status,
            Options = [new("", "全部"), .. Enum.GetValues<HandoverStatus>().Select(s => new FormOption(Names.Of(s), HandoverWords.Of(s)))],
            Errors = Errors?.GetValueOrDefault("status") ?? [],
        },
        new("f", "year", "公开年份") { Value = Year, MaxLength = 4, Characters = 6, InputMode = "numeric", TellsOptional = false, Errors = Errors?.GetValueOrDefault("year") ?? [] },
    ];

    /// <summary>Whether this person may tick.</summary>
    public static bool MayTick(Actor? actor) => actor is not null && Access.Permissions.Allow(actor, Access.Permissions.RecordHandover);

    public string OfficeTitle(HandoverLine line) => Catalogue.Office(line.Row.Office)?.Title ?? line.Row.Office;

    public IReadOnlyList<FormField> FieldsOf(HandoverLine line)
    {
        var refused = Refused is { } r && r.Id == line.Row.Id ? r : null;
        string Typed(string name, string? otherwise) => refused?.Typed.GetValueOrDefault(name) ?? otherwise ?? "";
        IReadOnlyList<string> Wrong(string name) => refused?.Refusal.Errors.GetValueOrDefault(name) ?? [];
        return
        [
            new(line.Row.Id, "address", "县级门户网址") { Value = Typed("address", line.Done?.Address), Required = true, MaxLength = 500, InputMode = "url", Errors = Wrong("address") },
            new(line.Row.Id, "handedOverOn", "移交日期") { Kind = FieldKind.Date, Value = Typed("handedOverOn", Documents.Pages.ChinaText.Day(Today)), Required = true, Errors = Wrong("handedOverOn") },
        ];
    }

    /// <summary>The same filters with another continuation.</summary>
    public string AddressOf(string? continuation)
    {
        var parts = new (string Name, string Value)[] { ("status", Status), ("year", Year), ("continuation", continuation ?? "") }
            .Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}").ToList();
        return parts.Count == 0 ? HandoverDesk.Address : $"{HandoverDesk.Address}?{string.Join('&', parts)}";
    }
}

/// <summary>A form of the list that was refused.</summary>
public sealed record RefusedHandover(string Id, Refusal Refusal, IReadOnlyDictionary<string, string> Typed)
{
    private static readonly string[] Fields = ["address", "handedOverOn"];

    /// <summary>Where the fields of the form stand on the page.</summary>
    public IReadOnlyDictionary<string, string> Places => Fields.ToDictionary(f => f, f => FieldIds.Of(Id, f), StringComparer.Ordinal);
}

/// <summary>The states of handovers in words.</summary>
public static class HandoverWords
{
    public static string Of(HandoverStatus status) => status switch
    {
        HandoverStatus.Waiting => "待移交",
        HandoverStatus.HandedOver => "已移交，未核实",
        HandoverStatus.Shown => "县级门户已显示",
        HandoverStatus.NotShown => "县级门户显示不全",
        HandoverStatus.Unreachable => "无法核实",
        HandoverStatus.Gone => "县级门户已撤下",
        _ => "县级门户仍在显示",
    };

    public static string ToneOf(HandoverStatus status) => status switch
    {
        HandoverStatus.Shown or HandoverStatus.Gone => "good",
        HandoverStatus.NotShown or HandoverStatus.StillShown or HandoverStatus.Unreachable => "bad",
        _ => "",
    };
}
