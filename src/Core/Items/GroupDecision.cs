using System.Globalization;
using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>An approval as it came in; null where a field was not sent.</summary>
/// <param name="Decision"><c>approve</c> or <c>reject</c>.</param>
/// <param name="PartyUntil">Last day of the Party-only stage of a party-first item.</param>
public sealed record ApprovalInput(
    string? Decision,
    string? Audience,
    IReadOnlyList<string>? Channels,
    string? PublishOn,
    string? PartyUntil,
    string? OverrideReason,
    string? ExemptionArticle,
    string? ExemptionReason,
    string? Comment);

/// <summary>征求意见 and 批准 by the leading group 领导小组 (S9, S10, S11).</summary>
public static class GroupDecision
{
    /// <summary>A member's opinion; the last one counts.</summary>
    public static Decision<ItemChange> GiveOpinion(Item item, string? opinion, string? comment, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(context);
        if (opinion is not ("agree" or "disagree"))
        {
            return Refusal.Field("opinion", "请选择同意（agree）或不同意（disagree）。");
        }

        if ((comment?.Length ?? 0) > context.Limits.Comment)
        {
            return Refusal.Field("comment", $"意见不能超过{context.Limits.Comment}字。");
        }

        if ((RoleRules.Check(context, Role.Leader, Role.Chair) ?? ItemSteps.Check(item.Status, ItemStep.GiveOpinion)) is { } refused)
        {
            return refused;
        }

        var asked = item.Consultation!;
        var given = new Opinion(context.By.Account, context.By.Name, opinion is "agree", comment?.Trim() ?? "", context.Now);
        var consulted = asked with
        {
            // Who joined the group after the question was put may still answer it.
            Members = asked.Members.Contains(given.By, StringComparer.Ordinal) ? asked.Members : [.. asked.Members, given.By],
            Opinions = [.. asked.Opinions.Where(o => !string.Equals(o.By, given.By, StringComparison.Ordinal)), given],
        };
        return ItemChanges.Record(
            item with { Consultation = consulted },
            "opinion",
            item.Status,
            given.Comment,
            context,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["opinion"] = opinion });
    }

    /// <summary>批准 or 不予批准 by the chair, once opinions are unified (统一意见).</summary>
    public static Decision<ItemChange> Approve(Item item, ApprovalInput input, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        var approve = input.Decision is "approve";
        if (!approve && input.Decision is not "reject")
        {
            return Refusal.Field("decision", "请选择批准（approve）或不予批准（reject）。");
        }

        if ((RoleRules.Check(context, Role.Chair) ?? RoleRules.NotOwn(item, context)
            ?? ItemSteps.Check(item.Status, approve ? ItemStep.Approve : ItemStep.Reject)) is { } refused)
        {
            return refused;
        }

        if (new[] { input.Comment, input.OverrideReason, input.ExemptionArticle, input.ExemptionReason }.Any(t => t?.Length > context.Limits.Comment))
        {
            return Refusal.Field("comment", $"意见和理由不能超过{context.Limits.Comment}字。");
        }

        return approve ? Approved(item, input, context) : Rejected(item, input, context);
    }

    /// <summary>What still stands against unity of opinion, or null. The chair's own approval is the chair's opinion.</summary>
    public static Refusal? NotUnified(Consultation consultation, string chair, DateOnly today, string? overrideReason)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        var against = consultation.Opinions.Where(o => !o.Agrees).Select(o => o.Name).ToList();
        if (against.Count > 0 && string.IsNullOrWhiteSpace(overrideReason))
        {
            return new Refusal(RefusalKind.IllegalStep, "opinions-not-unified", $"意见没有统一：{string.Join('、', against)}不同意。请先协商，或写明理由后由组长决定。");
        }

        var answered = consultation.Members.Count(m =>
            string.Equals(m, chair, StringComparison.Ordinal) || consultation.Opinions.Any(o => string.Equals(o.By, m, StringComparison.Ordinal)));
        var missing = consultation.Members.Count - answered;
        var windowOver = today > consultation.EndsOn;
        return missing == 0 || (windowOver && answered * 3 >= consultation.Members.Count * 2)
            ? null
            : new Refusal(
                RefusalKind.IllegalStep,
                "opinions-pending",
                windowOver
                    ? $"征求意见期已满，但答复不足三分之二（{answered}/{consultation.Members.Count}）。"
                    : $"还有{missing}名成员没有发表意见；征求意见期到{consultation.EndsOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}止。");
    }

    private static Decision<ItemChange> Approved(Item item, ApprovalInput input, CommandContext context)
    {
        var overrideReason = ItemChecks.NullIfBlank(input.OverrideReason);
        if ((NotUnified(item.Consultation!, context.By.Account, context.Today, overrideReason) ?? PrivacyGate.Check(item, context)) is { } refused)
        {
            return refused;
        }

        var audience = item.Audience;
        if (ItemChecks.NullIfBlank(input.Audience) is { } audienceName && !Names.TryRead(audienceName, out audience))
        {
            return Refusal.Field("audience", "公开范围无效。");
        }

        var channels = input.Channels is { Count: > 0 } given ? given : item.Channels;
        if (channels.FirstOrDefault(c => !CatalogueWords.Channels.Words.Contains(c, StringComparer.Ordinal)) is { } unknown)
        {
            return Refusal.Field("channels", $"没有“{unknown}”这种公开渠道。");
        }

        var entry = context.Catalogue.Entry(item.Entry);
        if (entry is null)
        {
            return Refusal.Field("entry", "公开事项目录中已没有这一事项，请退回修改。", "unknown-entry");
        }

        var (exemption, kept) = MustRules.Check(
            entry, context.Catalogue.Version, item.Musts, audience, ItemChecks.NullIfBlank(input.ExemptionArticle), ItemChecks.NullIfBlank(input.ExemptionReason), item.Exemption, context.By);
        if (kept is not null)
        {
            return kept;
        }

        var disagreed = item.Consultation!.Opinions.Any(o => !o.Agrees);
        var approved = item with
        {
            Status = ItemStatus.Approved,
            Audience = audience,
            Channels = channels,
            Exemption = exemption,
            Approval = new Approval(context.By.Account, context.Now, true, disagreed ? overrideReason : null, input.Comment?.Trim() ?? ""),
        };
        var scheduled = PublicationDay.Schedule(approved, input.PublishOn, input.PartyUntil, context);
        if (!scheduled.Accepted)
        {
            return scheduled.Refusal;
        }

        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["audience"] = Names.Of(audience),
            ["publishOn"] = scheduled.Value.PublishOn is { } day ? Invariant.Of(day) : "",
        };
        if (disagreed)
        {
            details["overrideReason"] = overrideReason!;
        }

        return ItemChanges.Record(
            scheduled.Value, "approved", item.Status, disagreed ? overrideReason! : approved.Approval.Comment, context, details, PublicationDay.Messages(scheduled.Value, context));
    }

    private static Decision<ItemChange> Rejected(Item item, ApprovalInput input, CommandContext context)
    {
        var article = ItemChecks.NullIfBlank(input.ExemptionArticle);
        var reason = ItemChecks.NullIfBlank(input.ExemptionReason);
        if (item.Released is { } released)
        {
            // The revision falls away; what the public sees stays as it is.
            var back = item with { Status = ItemStatus.Published, Content = released.Content, Version = released.Version, Audience = released.Audience, Consultation = null, Review = null };
            return ItemChanges.Record(back, "revision-rejected", item.Status, input.Comment?.Trim() ?? "", context);
        }

        if (MustRules.CheckRejection(item, article, reason) is { } kept)
        {
            return kept;
        }

        var rejected = item with
        {
            Status = ItemStatus.Rejected,
            Approval = new Approval(context.By.Account, context.Now, false, null, input.Comment?.Trim() ?? ""),
            Exemption = article is null || reason is null ? item.Exemption : new Exemption(article, reason, context.By.Account),
        };
        return ItemChanges.Record(rejected, "rejected", item.Status, rejected.Approval.Comment, context);
    }
}
