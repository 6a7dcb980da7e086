using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>Where an item is on its way 申报 → 审核 → 征求意见 → 批准 → 公开 (S8).</summary>
public enum ItemStatus
{
    Draft,
    Submitted,
    Returned,
    Reviewed,
    Approved,
    PublishedToParty,
    Published,
    Revising,
    Withdrawn,
    Expired,
    Rejected,
}

/// <summary>An attached file: the bytes lie in a blob named by <see cref="Sha256"/>.</summary>
public sealed record Attachment(string Name, string MediaType, long Size, string Sha256)
{
    /// <summary>Whether and why it may leave the house; what was stored before there were readers stays in it.</summary>
    public FileClearance Clearance { get; init; }

    /// <summary>公开副本: hash of the sealed original that this file is the masked copy of; null for a file as it came.</summary>
    public string? SealedOriginal { get; init; }

    /// <summary>Whether the copy's columns of names are masked, as the public copy of a village list asks.</summary>
    public bool NamesMasked { get; init; }
}

/// <summary>What is to be published: everything a reader gets to see.</summary>
public sealed record ItemContent
{
    public required string Title { get; init; }
    public required string Body { get; init; }

    /// <summary>成文日期, the day the information was formed or changed, in China Standard Time.</summary>
    public required DateOnly FormedOn { get; init; }

    /// <summary>Month, quarter or year (<c>2026-03</c>, <c>2026-Q1</c>, <c>2026</c>) for periodic entries, else null.</summary>
    public string? Period { get; init; }

    /// <summary>Office code of the village it concerns, else null.</summary>
    public string? Village { get; init; }

    /// <summary>Values of the entry's required elements by key.</summary>
    public IReadOnlyDictionary<string, string> Elements { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Why this version differs from the one before; null for the first. Shown to the public.</summary>
    public string? ChangeNote { get; init; }

    /// <summary>更正: this version puts an error right; the note stands at the top of the page.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>Ids of the feedback 投诉反馈 that this version answers (S15).</summary>
    public IReadOnlyList<string> BecauseOf
    {
        get;
        // What was stored before there was such a list reads as none.
        init => field = value ?? [];
    }
    = [];

    /// <summary>澄清 (S38): id of the published item whose false or incomplete information this one clears up; null for none.</summary>
    public string? Clarifies { get; init; }
}

/// <summary>The responsibility chain of an item (S3), copied from the office's record when it is submitted.</summary>
public sealed record Responsibility(string Leader, string Manager, string Clerk)
{
    public bool IsComplete =>
        !string.IsNullOrWhiteSpace(Leader) && !string.IsNullOrWhiteSpace(Manager) && !string.IsNullOrWhiteSpace(Clerk);
}

/// <summary>审核: the four questions 全面、真实、具体、合法 (S5) and the secrecy check of Art. 17.</summary>
public sealed record Review(string By, DateTimeOffset At, bool Accepted, string Comment, string SecrecyCheck, bool Complete, bool True, bool Specific, bool Lawful);

/// <summary>One member's opinion; the last one counts.</summary>
public sealed record Opinion(string By, string Name, bool Agrees, string Comment, DateTimeOffset At);

/// <summary>征求意见 (S10): who was asked, until when, what they said.</summary>
/// <param name="Members">Accounts of the leading group at the time of asking.</param>
/// <param name="EndsOn">Last day of the window; silence afterwards counts as no objection when two thirds have answered.</param>
public sealed record Consultation(IReadOnlyList<string> Members, DateOnly EndsOn, IReadOnlyList<Opinion> Opinions);

/// <summary>批准 (S9): decision of the chair, or of the review path.</summary>
public sealed record Approval(string By, DateTimeOffset At, bool Approved, string? OverrideReason, string Comment);

/// <summary>A recorded exemption: the article that allows keeping something back, and why it applies (S4).</summary>
public sealed record Exemption(string Article, string Reason, string RecordedBy);

/// <summary>A version that went out to the public.</summary>
/// <param name="Audience">The audience it went out to: a revision that is still on its way does not change it.</param>
/// <param name="DueOn">The deadline that it was published under: a later version has its own and does not make the first one timely.</param>
public sealed record Release(int Version, ItemContent Content, DateTimeOffset PublishedAt, Audience Audience, DateOnly? DueOn);

/// <summary>
/// 公开信息, one item of disclosure: the aggregate. Immutable; every command answers a new one with its events.
/// </summary>
public sealed record Item
{
    /// <summary><c>{agency}-{year}-{unique}</c>; the first two parts are the register partition.</summary>
    public required string Id { get; init; }
    public required string Agency { get; init; }

    /// <summary>The year of the register: the year it was first submitted (or, for an import, formed).</summary>
    public required int Year { get; init; }

    /// <summary>索引号 <c>{prefix}/{yyyy}-{serial}</c>, never changed or reused (Art. 12).</summary>
    public required string IndexNumber { get; init; }
    public required string Entry { get; init; }
    public required string Category { get; init; }
    public required string StatisticClass { get; init; }

    /// <summary>Copied from the catalogue's entry when it is submitted.</summary>
    public Regime Regime { get; init; } = Regime.Government;
    public required string CatalogueVersion { get; init; }

    /// <summary>脱敏方式, how the public copy masks persons; copied from the catalogue's entry when it is submitted.</summary>
    public string MaskProfile { get; init; } = "none";
    public required string Office { get; init; }
    public required ItemContent Content { get; init; }

    /// <summary>Version of <see cref="Content"/>, from 1; a revision adds one.</summary>
    public required int Version { get; init; }
    public required ItemStatus Status { get; init; }
    public IReadOnlyList<Must> Musts { get; init; } = [];

    /// <summary>Where it came from: <c>form</c>, <c>api</c> or <c>import</c>.</summary>
    public string Source { get; init; } = "api";
    public required Responsibility Responsibility { get; init; }
    public required ApprovalPath ApprovalPath { get; init; }
    public required Audience Audience { get; init; }
    public IReadOnlyList<string> Channels { get; init; } = [];
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];
    public string SubmittedBy { get; init; } = "";
    public DateTimeOffset? SubmittedAt { get; init; }
    public Review? Review { get; init; }
    public Consultation? Consultation { get; init; }
    public Approval? Approval { get; init; }
    public Exemption? Exemption { get; init; }

    /// <summary>Why the clerk asks that personal data be published all the same; null for no such wish.</summary>
    public string? PrivacyRequest { get; init; }

    /// <summary>The reviewer's exception for <see cref="Content"/>; a new submission has none.</summary>
    public PrivacyOverride? PrivacyOverride { get; init; }

    /// <summary>The business date on which an approved item goes out.</summary>
    public DateOnly? PublishOn { get; init; }

    /// <summary>Last day of the Party-only stage of a party-first item.</summary>
    public DateOnly? PartyUntil { get; init; }
    public IReadOnlyList<Release> Releases { get; init; } = [];
    public string? WithdrawalReason { get; init; }

    /// <summary>零报告: says that there was nothing in the period, and why (its body).</summary>
    public bool NilReturn { get; init; }

    /// <summary>When it went out inside the Party; null before, and for what never does.</summary>
    public DateTimeOffset? PartyReleasedAt { get; init; }

    /// <summary>Last day of the notice period 公示期 of a published list of persons, in China Standard Time; null where there is none.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>Ids of the published items that clarify this one (S38), oldest first; the link back, kept by the queue function.</summary>
    public IReadOnlyList<string> ClarifiedBy
    {
        get;
        // As above: older rows have no such list.
        init => field = value ?? [];
    }
    = [];

    /// <summary>Revision of the aggregate: every command adds at least one event. The HTTP ETag is made of it.</summary>
    public int EventCount { get; init; }

    /// <summary>Hash of the newest event; the chain proves that none was changed or left out.</summary>
    public string LastEventHash { get; init; } = "";

    /// <summary>The deadline by which it must be public, null only where the entry has none.</summary>
    public DateOnly? DueOn => Deadlines.Count == 0 ? null : Deadlines.Min(d => d.DueOn);

    /// <summary>What the public sees: always the last published version, also while it is being revised.</summary>
    public Release? Released => Releases.Count == 0 ? null : Releases[^1];

    /// <summary>The state as the world sees it: a published item on its way to a new version is <c>revising</c>.</summary>
    public ItemStatus OutwardStatus =>
        Releases.Count > 0 && Status is (ItemStatus.Submitted or ItemStatus.Returned or ItemStatus.Reviewed or ItemStatus.Approved)
            ? ItemStatus.Revising
            : Status;

    /// <summary>A revision took it back into the Party for good: what was public before is no longer.</summary>
    public bool IsClosedAgain =>
        Audience == Audience.PartyOnly && Status is ItemStatus.PublishedToParty or ItemStatus.Withdrawn or ItemStatus.Expired;

    /// <summary>First publication.</summary>
    public DateTimeOffset? PublishedAt => Releases.Count == 0 ? null : Releases[0].PublishedAt;
}
