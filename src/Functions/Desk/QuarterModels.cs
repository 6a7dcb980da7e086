using Lianxin.Core;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Duties;
using Lianxin.Functions.UseCases.Quarters;

namespace Lianxin.Functions.Desk;

/// <summary>A quarter in the list.</summary>
/// <param name="State">Where its two steps are.</param>
/// <param name="Counts">What the freeze found, in words; null before.</param>
public sealed record QuarterLine(Period Quarter, string State, string? Counts);

/// <summary>The list of quarters.</summary>
/// <param name="Clock">Only for the demo's administrator.</param>
public sealed record QuarterListModel(IReadOnlyList<QuarterLine> Lines, PlainForm? Clock = null, Refusal? Refusal = null);

/// <summary>The filters of a quarter's page, as in the address; empty means all.</summary>
/// <param name="Duty">Id of the duty that is opened.</param>
public sealed record QuarterFilter(Period Quarter, string Office = "", string State = "", string Duty = "")
{
    public bool IsEmpty => Office.Length + State.Length == 0;

    public bool Takes(DutyStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return (Office.Length == 0 || string.Equals(Office, standing.Duty.Office, StringComparison.Ordinal))
            && (State.Length == 0 || string.Equals(State, Names.Of(standing.State), StringComparison.Ordinal));
    }

    /// <summary>The same filters with another duty opened.</summary>
    public string Address(string duty = "")
    {
        var parts = new (string Name, string Value)[] { ("office", Office), ("state", State), ("duty", duty) }
            .Where(p => p.Value.Length > 0)
            .Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}")
            .ToList();
        return $"/desk/quarters/{Quarter}{(parts.Count == 0 ? "" : "?" + string.Join('&', parts))}{(duty.Length > 0 ? "#duty" : "")}";
    }

    public IReadOnlyList<FormField> Fields(DisclosureCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return
        [
            new("f", "office", "站所或村")
            {
                Kind = FieldKind.Select,
                Value = Office,
                Options = [new("", "全部"), .. catalogue.Offices.Select(o => new FormOption(o.Code, o.Title))],
            },
            new("f", "state", "状态")
            {
                Kind = FieldKind.Select,
                Value = State,
                Options = [new("", "全部"), .. Enum.GetValues<DutyState>().Select(s => new FormOption(Names.Of(s), DutyWords.Of(s)))],
            },
        ];
    }
}

/// <summary>The opened duty.</summary>
/// <param name="ItemHref">The item that meets it or is on its way, where this person may see it.</param>
/// <param name="SubmitHref">Where the clerk submits for it; null for others.</param>
public sealed record DutyPanel(DutyStanding Standing, string Entry, string Office, string? ItemHref, string? SubmitHref, IReadOnlyList<PlainForm> Forms);

/// <summary>A quarter's sheet of one place on both papers.</summary>
public sealed record SheetLine(string Title, IReadOnlyList<(string Paper, int Pages, string Href)> Papers, PostingState State, IReadOnlyList<Posting> Postings);

/// <summary>Open points that say the same of several places.</summary>
/// <param name="Places">Each place with the address of its duty.</param>
public sealed record PointLine(string Entry, string? Period, OpenPointKind Kind, string What, DateOnly DueOn, IReadOnlyList<PageLink> Places);

/// <summary>A quarter on the desk.</summary>
/// <param name="Hrefs">Where each duty's cell leads to, by its id.</param>
/// <param name="OutsideForms">Forms that belong to no duty: run and evidence of posting.</param>
public sealed record QuarterPageModel(
    QuarterFilter Filter,
    string State,
    CoverageMap Map,
    IReadOnlyDictionary<string, string> Hrefs,
    IReadOnlyDictionary<DutyState, int> Counts,
    IReadOnlyList<OpenPoint> Points,
    IReadOnlyList<SheetLine> Sheets,
    DutyPanel? Panel,
    IReadOnlyList<PlainForm> OutsideForms,
    DisclosureCatalogue Catalogue,
    DateOnly Today,
    DateOnly WarnsFrom,
    Refusal? Refusal = null)
{
    public Period Quarter => Filter.Quarter;

    /// <summary>The open points, twelve villages that miss the same list on one line.</summary>
    public IReadOnlyList<PointLine> PointLines =>
    [
        .. Points
            .GroupBy(p => (p.Standing.Duty.Entry, p.Standing.Duty.Period, p.Kind, p.What, p.Standing.Duty.DueOn))
            .Select(g => new PointLine(
                EntryTitle(g.Key.Entry), g.Key.Period, g.Key.Kind, g.Key.What, g.Key.DueOn, [.. g.Select(p => new PageLink(Filter.Address(p.Standing.Duty.Id), OfficeTitle(p.Standing.Duty.Office)))])),
    ];

    public IReadOnlyDictionary<string, string> Places => QuarterForms.Places((Panel?.Forms ?? []).Concat(OutsideForms));

    public string EntryTitle(string code) => Catalogue.Entry(code)?.Title ?? code;

    public string OfficeTitle(string code) => Catalogue.Office(code)?.Title ?? code;
}

/// <summary>A line of 我的任务: an open duty of the clerk's office, or an order 督办 about it (S2).</summary>
/// <param name="Stage">How far it has come, in words.</param>
/// <param name="Order">What the supervisor asks; null for the duty itself.</param>
public sealed record TaskLine(string Title, string Period, string Stage, string? Order, DateOnly DueOn, string Href);
