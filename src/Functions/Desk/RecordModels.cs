using System.Globalization;
using Lianxin.Core;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Reports.Checking;
using Lianxin.Core.Reports.Records;

namespace Lianxin.Functions.Desk;

/// <summary>The list of dated records.</summary>
/// <param name="Kind">Key of the kind that is shown; empty for all.</param>
/// <param name="Entered">The record that was just entered or corrected; null else.</param>
/// <param name="IsFirst">The first page.</param>
public sealed record RecordListModel(
    RecordKinds Kinds, int Year, string Kind, IReadOnlyList<DatedRecord> Rows, DisclosureCatalogue Catalogue, bool MayEnter, bool MayImport, string? Entered, bool IsFirst, string? Continuation)
{
    public IReadOnlyList<FormField> Fields =>
    [
        new FormField("f", "year", "年份") { Value = Year.ToString(CultureInfo.InvariantCulture), Characters = 6, InputMode = "numeric", MaxLength = 4, TellsOptional = false },
        new FormField("f", "kind", "种类") { Kind = FieldKind.Select, Value = Kind, Options = [new("", "全部"), .. Kinds.Kinds.Select(k => new FormOption(k.Key, k.Label))] },
    ];

    public string Address(string? continuation) => string.Create(CultureInfo.InvariantCulture, $"{RecordsDesk.Path}?year={Year}&kind={Uri.EscapeDataString(Kind)}")
        + (continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}");

    public string KindOf(DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Kinds.Find(record.Kind)?.Label ?? record.Kind;
    }

    public string OfficeOf(DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Catalogue.Office(record.Office)?.Title ?? record.Office;
    }

    public string StateOf(DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var kind = Kinds.Find(record.Kind);
        return record.IsVoid ? "已作废"
            : record.Outcome is { } outcome ? kind?.Outcomes.FirstOrDefault(o => o.Key == outcome)?.Label ?? outcome
            : kind?.Outcomes.Count > 0 ? "尚未办结"
            : "";
    }
}

/// <summary>The form of a new record.</summary>
/// <param name="Form">Null while the kind is still to be chosen.</param>
public sealed record RecordNewModel(RecordKinds Kinds, PlainForm? Form, Refusal? Refusal);

/// <summary>A record with its versions.</summary>
/// <param name="Versions">The newest first; the first of them counts.</param>
/// <param name="Forms">What this person may do with it.</param>
public sealed record RecordModel(RecordKind Kind, IReadOnlyList<DatedRecord> Versions, string OfficeTitle, IReadOnlyList<PlainForm> Forms, Refusal? Refusal)
{
    public DatedRecord Record => Versions[0];

    /// <summary>What the kind has, as label and value.</summary>
    public static IEnumerable<(string Label, string Value)> Facts(RecordKind kind, DatedRecord record)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(record);
        yield return ("名称", record.Title);
        yield return (kind.On, Documents.Pages.ChinaText.Day(record.On));
        if (kind.Applicants.Count > 0)
            yield return ("申请人类型", Label(kind.Applicants, record.Applicant));
        if (kind.Categories.Count > 0)
            yield return ("类别", Label(kind.Categories, record.Category));
        if (kind.Amount is { } amount)
            yield return (amount, record.Amount is { } sum ? sum.ToString("#,0.00", CultureInfo.InvariantCulture) + "元" : "");
        if (kind.Publishes is { } publishes)
            yield return (publishes, Day(record.PublishedOn));
        if (kind.Ends is { } ends)
            yield return (ends, Day(record.EndedOn));
        if (kind.Outcomes.Count > 0)
            yield return ("结果", Label(kind.Outcomes, record.Outcome));
    }

    private static string Label(IReadOnlyList<Labelled> choices, string? key) => choices.FirstOrDefault(c => c.Key == key)?.Label ?? key ?? "";

    private static string Day(DateOnly? day) => day is { } known ? Documents.Pages.ChinaText.Day(known) : "";
}
