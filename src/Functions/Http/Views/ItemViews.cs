using System.Text.Json.Serialization;
using Lianxin.Core;
using Lianxin.Core.Audit;
using Lianxin.Core.Calendar;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Http.Views;

public sealed record DeadlineView(string Kind, DateOnly DueOn, string Because, bool Provisional)
{
    public static DeadlineView Of(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return new DeadlineView(deadline.Kind, deadline.DueOn, deadline.Because, deadline.Provisional);
    }
}

/// <summary>Answer to a submission (api.md, <c>POST /api/items</c>).</summary>
public sealed record SubmittedView(string Id, string IndexNumber, string Status, int Version, IReadOnlyList<DeadlineView> Deadlines)
{
    /// <summary>校对 of what came in: advice, as whatever blocks was refused.</summary>
    public IReadOnlyList<ProofreadingView> Proofreading { get; init; } = [];

    public static SubmittedView Of(Item item, ItemStatus status)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new SubmittedView(item.Id, item.IndexNumber, Names.Of(status), item.Version, [.. item.Deadlines.Select(DeadlineView.Of)]);
    }
}

/// <param name="Correction">更正: the version put an error right.</param>
public sealed record VersionView(int Version, DateTimeOffset PublishedAt, string? ChangeNote, bool Correction);

/// <summary>Another item that one is linked with.</summary>
public sealed record ItemLinkView(string Id, string Title);

public sealed record AttachmentView(string Name, string MediaType, long Size, string Sha256, bool Public);

public sealed record ReviewView(string By, DateTimeOffset At, bool Accepted, string Comment, string SecrecyCheck);

public sealed record OpinionView(string By, string Name, string Opinion, string Comment, DateTimeOffset At);

public sealed record ConsultationView(IReadOnlyList<string> Members, DateOnly EndsOn, IReadOnlyList<OpinionView> Opinions);

public sealed record ResponsibilityView(string Leader, string Manager, string Clerk);

/// <summary>What only the staff sees of an item.</summary>
public sealed record WorkingView(
    string Stage,
    string SubmittedBy,
    DateTimeOffset? SubmittedAt,
    ResponsibilityView Responsibility,
    ReviewView? Review,
    ConsultationView? Consultation,
    string? OverrideReason,
    string? ExemptionArticle,
    string? ExemptionReason,
    DateOnly? PartyUntil);

/// <summary>One item (api.md, <c>GET /api/items/{id}</c>); <see cref="Working"/> is absent for the public.</summary>
public sealed record ItemView(
    string Id,
    string IndexNumber,
    string Entry,
    string Category,
    string Office,
    string Title,
    string Body,
    DateOnly FormedOn,
    string? Period,
    string? Village,
    IReadOnlyDictionary<string, string> Elements,
    IReadOnlyList<string> Musts,
    string Source,
    string Audience,
    IReadOnlyList<string> Channels,
    int Version,
    string Status,
    IReadOnlyList<DeadlineView> Deadlines,
    DateOnly? DueOn,
    IReadOnlyList<VersionView> Versions,
    DateTimeOffset? PublishedAt,
    DateOnly? PublishOn,
    IReadOnlyList<AttachmentView> Attachments,
    string? Url,
    WorkingView? Working)
{
    /// <summary>澄清 (S38): the public item that this one clarifies, and those that clarify it.</summary>
    public ItemLinkView? Clarifies { get; init; }

    public IReadOnlyList<ItemLinkView> ClarifiedBy { get; init; } = [];

    /// <summary>校对, for staff; absent for the public.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProofreadingView>? Proofreading { get; init; }

    /// <summary>Personal data that warns, for staff; absent for the public.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PreviewFindingView>? Warnings { get; init; }

    /// <param name="notes">What staff is told beside the item; null for the public.</param>
    public ItemView Noted(UseCases.Privacy.ItemNotes? notes) => notes is null
        ? this
        : this with { Proofreading = [.. notes.Proofreading.Select(ProofreadingView.Of)], Warnings = [.. notes.Personal.Select(PreviewFindingView.Of)] };

    public ItemView Linked(UseCases.ClarificationLinks links)
    {
        ArgumentNullException.ThrowIfNull(links);
        return this with
        {
            Clarifies = links.Clarifies is { } target ? new ItemLinkView(target.Id, target.Title) : null,
            ClarifiedBy = [.. links.ClarifiedBy.Select(l => new ItemLinkView(l.Id, l.Title))],
        };
    }

    /// <param name="full">True for staff: the working version; false: the last published one.</param>
    /// <param name="url">Address of the public page, once there is one.</param>
    /// <param name="working">Whether reviews and opinions are shown too; not to a Party member who only reads.</param>
    public static ItemView Of(Item item, bool full, string? url, bool working = true)
    {
        ArgumentNullException.ThrowIfNull(item);
        var content = full ? item.Content : PublicCopy.Of(item, item.Released!);
        return new ItemView(
            item.Id,
            item.IndexNumber,
            item.Entry,
            item.Category,
            item.Office,
            content.Title,
            content.Body,
            content.FormedOn,
            content.Period,
            content.Village,
            content.Elements,
            [.. item.Musts.Select(Names.Of)],
            item.Source,
            Names.Of(full ? item.Audience : item.Released!.Audience),
            item.Channels,
            full ? item.Version : item.Released!.Version,
            Names.Of(item.OutwardStatus),
            [.. item.Deadlines.Select(DeadlineView.Of)],
            item.DueOn,
            [.. item.Releases.Select(r => new VersionView(r.Version, r.PublishedAt, full ? r.Content.ChangeNote : PublicCopy.Of(item, r).ChangeNote, r.Content.IsCorrection))],
            item.PublishedAt,
            full ? item.PublishOn : null,
            [.. content.Attachments
                .Select(a => new AttachmentView(a.Name, a.MediaType, a.Size, a.Sha256, UseCases.AttachmentRules.MayLeave(a)))
                .Where(a => full || a.Public)],
            url,
            full && working ? WorkingOf(item) : null);
    }

    private static WorkingView WorkingOf(Item item) => new(
        Names.Of(item.Status),
        item.SubmittedBy,
        item.SubmittedAt,
        new ResponsibilityView(item.Responsibility.Leader, item.Responsibility.Manager, item.Responsibility.Clerk),
        item.Review is { } review ? new ReviewView(review.By, review.At, review.Accepted, review.Comment, review.SecrecyCheck) : null,
        item.Consultation is { } asked
            ? new ConsultationView(
                asked.Members, asked.EndsOn, [.. asked.Opinions.Select(o => new OpinionView(o.By, o.Name, o.Agrees ? "agree" : "disagree", o.Comment, o.At))])
            : null,
        item.Approval?.OverrideReason,
        item.Exemption?.Article,
        item.Exemption?.Reason,
        item.PartyUntil);
}

/// <summary>A row of <c>GET /api/items</c>.</summary>
public sealed record ItemRowView(
    string Id, string IndexNumber, string Title, string Entry, string Category, string Office, string Status, string? Period, DateTimeOffset? PublishedAt, DateOnly? DueOn)
{
    public static ItemRowView Of(ItemRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new ItemRowView(
            row.Id, row.IndexNumber, row.Title, row.Entry, row.Category, row.Office, Names.Of(row.Status), row.Period, row.PublishedAt, row.DueOn);
    }
}

public sealed record ItemListView(IReadOnlyList<ItemRowView> Items, string? Continuation);

/// <summary>A step in an item's history.</summary>
public sealed record EventView(
    int Number,
    string Kind,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    string By,
    string ByName,
    string Role,
    string? From,
    string To,
    string Reason,
    IReadOnlyDictionary<string, string> Details,
    string PreviousHash,
    string Hash)
{
    public static EventView Of(ItemEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return new EventView(
            e.Number, e.Kind, e.At, e.RecordedAt, e.By, e.ByName, e.ByRole, e.From is { } from ? Names.Of(from) : null, Names.Of(e.To), e.Reason, e.Details, e.PreviousHash, e.Hash);
    }
}

/// <summary>An item's history; <see cref="Unbroken"/> says whether the chain of hashes holds.</summary>
public sealed record HistoryView(IReadOnlyList<EventView> Items, bool Unbroken, string? Continuation);
