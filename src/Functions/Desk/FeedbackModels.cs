using Lianxin.Core;
using Lianxin.Core.Cases;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Feedback;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Desk;

/// <summary>A page of the feedback list.</summary>
/// <param name="Status">The filter as in the address; empty for all.</param>
/// <param name="Item">Id of the item whose feedback is shown; empty for all.</param>
/// <param name="MayEnter">Whether this person enters what came by phone, letter or at the window.</param>
public sealed record FeedbackListModel(
    string Status,
    string Item,
    IReadOnlyList<FeedbackRow> Rows,
    FeedbackCounts Counts,
    DisclosureCatalogue Catalogue,
    DateOnly Today,
    bool MayEnter,
    bool IsFirst = true,
    string? Continuation = null)
{
    public IReadOnlyList<FormField> Fields =>
    [
        new("f", "status", "状态")
        {
            Kind = FieldKind.Select,
            Value = Status,
            Options = [new("", "全部"), .. Enum.GetValues<FeedbackState>().Select(s => new FormOption(Names.Of(s), FeedbackWords.Of(s)))],
        },
        new("f", "item", "公开信息编号") { Value = Item, MaxLength = 200, TellsOptional = false },
    ];

    public string OfficeTitle(string code) => Catalogue.Office(code)?.Title ?? code;

    public string Address(string? continuation) => Addresses.Of("/desk/feedback", ("status", Status), ("item", Item), ("continuation", continuation));
}

/// <summary>The form in which staff enter feedback.</summary>
public sealed record FeedbackNewModel(StepForm Form, Refusal? Refusal);

/// <summary>One piece on the desk.</summary>
/// <param name="Form">The screening; null where this person may not or there is nothing to screen.</param>
public sealed record FeedbackPieceModel(
    FeedbackPiece Piece, string OfficeTitle, IReadOnlyList<string> Merged, DateOnly Today, StepForm? Form, Refusal? Refusal);

/// <summary>A page of the 连心 register.</summary>
public sealed record CaseListModel(
    string Status, string Month, IReadOnlyList<CaseRow> Rows, DisclosureCatalogue Catalogue, DateOnly Today, bool IsFirst = true, string? Continuation = null)
{
    public IReadOnlyList<FormField> Fields =>
    [
        new("f", "status", "状态")
        {
            Kind = FieldKind.Select,
            Value = Status,
            Options = [new("", "全部"), .. Enum.GetValues<CaseStatus>().Select(s => new FormOption(Names.Of(s), FeedbackWords.Of(s)))],
        },
        new("f", "month", "登记月份，如 2026-03") { Kind = FieldKind.Month, Value = Month, TellsOptional = false },
    ];

    public string OfficeTitle(string code) => Catalogue.Office(code)?.Title ?? code;

    public string GroupTitle(string? code) => code is null ? "" : Catalogue.Group(code)?.Title ?? code;

    public string Address(string? continuation) => Addresses.Of("/desk/cases", ("status", Status), ("month", Month), ("continuation", continuation));
}

/// <summary>One case on the desk with the forms of the steps that this person may take.</summary>
public sealed record CaseModel(LianxinCase Case, string OfficeTitle, string GroupTitle, DateOnly Today, IReadOnlyList<StepForm> Forms, Refusal? Refusal);

/// <summary>Days left until something is due, in words.</summary>
public static class DaysLeft
{
    private const int Soon = 3;

    /// <param name="dueOn">Null when nothing is due any more.</param>
    public static DueNote Of(DateOnly? dueOn, DateOnly today) => dueOn is not { } due ? new("已办结", "quiet") : (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var days => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"已逾期 {-days} 天"), "bad"),
        0 => new("今天到期", "warn"),
        <= Soon and var days => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"还剩 {days} 天"), "warn"),
        var days => new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"还剩 {days} 天"), "quiet"),
    };
}

/// <summary>Addresses with those of their parameters that say something.</summary>
internal static class Addresses
{
    public static string Of(string path, params IReadOnlyList<(string Name, string? Value)> parameters)
    {
        var parts = parameters.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return parts.Count == 0 ? path : $"{path}?{string.Join('&', parts)}";
    }
}
