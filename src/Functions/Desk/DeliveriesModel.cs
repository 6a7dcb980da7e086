using Lianxin.Core;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Notices;

namespace Lianxin.Functions.Desk;

/// <summary>The filters of the list of notices, as in the address; empty means all.</summary>
/// <param name="Person">Key of the person.</param>
public sealed record DeliveryFilter(string State = "", string Person = "")
{
    public bool IsEmpty => State.Length + Person.Length == 0;

    public IReadOnlyList<FormField> Fields =>
    [
        new("f", "state", "状态")
        {
            Kind = FieldKind.Select,
            Value = State,
            Options = [new("", "全部"), .. Enum.GetValues<DeliveryState>().Select(s => new FormOption(Names.Of(s), Words.Of(s)))],
        },
        new("f", "person", "人员代码") { Value = Person, MaxLength = 100, TellsOptional = false },
    ];

    /// <summary>The same filters with another continuation.</summary>
    public string Address(string? continuation)
    {
        var parts = new (string Name, string Value)[] { ("state", State), ("person", Person), ("continuation", continuation ?? "") }
            .Where(p => p.Value.Length > 0)
            .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")
            .ToList();
        return parts.Count == 0 ? "/desk/deliveries" : $"/desk/deliveries?{string.Join('&', parts)}";
    }
}

/// <summary>One page of the list of notices, what failed first.</summary>
/// <param name="IsFirst">False where a continuation led here.</param>
/// <param name="Continuation">Leads to the next page; null at the end.</param>
/// <param name="Errors">What is wrong with the filters, by field.</param>
public sealed record DeliveriesModel(
    DeliveryFilter Filter,
    DisclosureCatalogue Catalogue,
    IReadOnlyList<NoticeDelivery> Rows,
    bool IsFirst = true,
    string? Continuation = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null)
{
    public IReadOnlyList<FormField> Fields => [.. Filter.Fields.Select(f => f with { Errors = Errors?.GetValueOrDefault(f.Name) ?? [] })];

    public string OfficeTitle(NoticeDelivery row) => row.Office.Length == 0 ? "全镇" : Catalogue.Office(row.Office)?.Title ?? row.Office;
}

/// <summary>A notice with what it says.</summary>
public sealed record DeliveryModel(NoticeDelivery Delivery, Digest Digest)
{
    /// <summary>As <see cref="DeliverySteps.Retry"/> would take it.</summary>
    public bool MayRetry => Delivery.State is DeliveryState.Failed or DeliveryState.GivenUp or DeliveryState.DeskOnly && Delivery.Channel != NoticeChannel.Desk;
}
