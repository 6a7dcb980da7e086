using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>What the queue function wrote when a version went out; kept in the event.</summary>
/// <param name="Pages">Paths on the static site, the item's own page first.</param>
/// <param name="PageHash">SHA-256 of that page's bytes, hexadecimal.</param>
public sealed record PublicationRecord(IReadOnlyList<string> Pages, string PageHash);

/// <summary>公开 and 撤下: what the queue function records once the pages are written, and the taking down.</summary>
public static class PublicationSteps
{
    /// <summary>
    /// Records that the approved version went out. Idempotent by (id, version): a repeated message finds nothing to do and gets null.
    /// </summary>
    /// <param name="record">What was written; null while that is not known, to learn how the item will stand.</param>
    /// <returns>Null when this version is out already, or was overtaken.</returns>
    public static ItemChange? Publish(Item item, int version, CommandContext context, PublicationRecord? record = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(context);
        if (item.Version != version || item.PublishOn is not { } day || day > context.Today)
        {
            return null;
        }

        if (StaysInParty(item, context.Today))
        {
            return item.Status == ItemStatus.Approved
                ? ItemChanges.Record(
                    item with { Status = ItemStatus.PublishedToParty, PublishOn = item.PartyUntil?.AddDays(1), PartyReleasedAt = item.PartyReleasedAt ?? context.Now },
                    "published-to-party",
                    item.Status,
                    "党内公开",
                    context,
                    null,
                    item.Releases.Count > 0 ? [RefreshLists(item), .. Clarification.Messages(item)] : [])
                : null;
        }

        if (!ItemSteps.Allows(item.Status, ItemStep.Publish))
        {
            return null;
        }

        var release = new Release(item.Version, item.Content, context.Now, item.Audience, item.DueOn);
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["version"] = Invariant.Of(item.Version) };
        if (record is not null)
        {
            details["pages"] = string.Join(' ', record.Pages);
            details["pageHash"] = record.PageHash;
        }

        var published = item with
        {
            Status = ItemStatus.Published,
            Releases = [.. item.Releases, release],
            PublishOn = null,
            ExpiresOn = NoticePeriod.EndsOn(item, context),
        };
        return ItemChanges.Record(
            published,
            item.Releases.Count == 0 ? "published" : "republished",
            item.Status,
            item.Content.ChangeNote ?? "公开",
            context,
            details,
            [RefreshLists(item), .. Clarification.Messages(published)]);
    }

    /// <summary>Whether the item may not leave the Party today: party-only for ever, party-first until its day.</summary>
    public static bool StaysInParty(Item item, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Audience switch
        {
            Audience.PartyOnly => true,
            Audience.PartyFirst => item.PartyUntil is not { } until || today <= until,
            _ => false,
        };
    }

    /// <summary>撤下 by the chair with a public reason, also while a revision is on its way; the page becomes a stub.</summary>
    public static Decision<ItemChange> Withdraw(Item item, string? reason, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(context);
        if (ItemChecks.NullIfBlank(reason) is not { } why)
        {
            return Refusal.Field("reason", "请写明撤下的原因，原因将对外公布。");
        }

        if (why.Length > context.Limits.Comment)
        {
            return Refusal.Field("reason", $"原因不能超过{context.Limits.Comment}字。");
        }

        if (Privacy.TextDetectors.Scan("reason", why) is { Count: > 0 } findings)
        {
            return new Refusal(RefusalKind.Invalid, "personal-data", "撤下原因中有个人信息，请删除。") { Findings = [.. findings] };
        }

        var revising = item.OutwardStatus == ItemStatus.Revising;
        return (RoleRules.Check(context, Role.Chair) ?? ItemSteps.Check(item.OutwardStatus, ItemStep.Withdraw)) is { } refused
            ? refused
            : ItemChanges.Record(
                item with
                {
                    Status = ItemStatus.Withdrawn,
                    WithdrawalReason = why,
                    PublishOn = null,
                    Audience = revising ? item.Released!.Audience : item.Audience,
                },
                "withdrawn",
                item.Status,
                why,
                context,
                null,
                [new OutboxMessage("publication", "publish-item", item.Id, item.Version), .. Clarification.Messages(item)]);
    }

    /// <summary>
    /// 公示期满: a list of persons comes down on the day after its notice period and leaves a stub, also while a revision is on its way.
    /// </summary>
    /// <returns>Null when there is nothing to take down today.</returns>
    public static ItemChange? Expire(Item item, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(context);
        if (item.ExpiresOn is not { } last || context.Today <= last || !ItemSteps.Allows(item.OutwardStatus, ItemStep.Expire))
        {
            return null;
        }

        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["noticeUntil"] = Invariant.Of(last) };
        return ItemChanges.Record(
            item with { Status = ItemStatus.Expired, PublishOn = null, Audience = item.Released!.Audience },
            "expired",
            item.Status,
            "公示期满，按规定撤下",
            context,
            details,
            [new OutboxMessage("publication", "publish-item", item.Id, item.Version), .. Clarification.Messages(item)]);
    }

    private static OutboxMessage RefreshLists(Item item) => new("publication", "refresh-lists", item.Id, item.Version);
}
