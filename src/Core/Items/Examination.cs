using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;

namespace Lianxin.Core.Items;

/// <summary>An examination as it came in.</summary>
/// <param name="Decision"><c>accept</c> or <c>return</c>.</param>
/// <param name="SecrecyCheck"><c>passed</c> or <c>refer</c> (条例 Art. 17: unsure, ask the secrecy body).</param>
public sealed record ReviewInput(string? Decision, string? Comment, string? SecrecyCheck, bool Complete, bool True, bool Specific, bool Lawful)
{
    /// <summary>Lets personal data pass that was found; null for no exception.</summary>
    public PrivacyOverrideInput? PrivacyOverride { get; init; }

    /// <summary>Names of the files that no detector can read and the reviewer has looked at.</summary>
    public IReadOnlyList<string> CheckedFiles { get; init; } = [];
}

/// <summary>审核: the four questions 全面、真实、具体、合法 and the secrecy check, by someone other than the submitter.</summary>
public static class Examination
{
    /// <param name="group">The leading group as it is now; asked when the entry's approval is theirs.</param>
    public static Decision<ItemChange> Review(Item item, ReviewInput input, IReadOnlyList<GroupMember> group, CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(context);
        var accept = string.Equals(input.Decision, "accept", StringComparison.Ordinal);
        if (!accept && input.Decision is not "return")
        {
            return Refusal.Field("decision", "请选择审核结论：通过（accept）或退回（return）。");
        }

        if ((RoleRules.Check(context, Role.Reviewer) ?? RoleRules.NotOwn(item, context)
            ?? ItemSteps.Check(item.Status, accept ? ItemStep.Accept : ItemStep.Return)) is { } refused)
        {
            return refused;
        }

        if (CheckAnswers(input, accept, context) is { } wrong)
        {
            return wrong;
        }

        var review = new Review(
            context.By.Account, context.Now, accept, input.Comment?.Trim() ?? "", input.SecrecyCheck ?? "", input.Complete, input.True, input.Specific, input.Lawful);
        if (!accept)
        {
            return ItemChanges.Record(item with { Status = ItemStatus.Returned, Review = review }, "returned", item.Status, review.Comment, context);
        }

        if (ItemProofreading.Check(item.Content, context) is { } misspelt)
        {
            return misspelt;
        }

        var read = PrivacyGate.Pass(item, input.PrivacyOverride, input.CheckedFiles, context);
        if (!read.Accepted)
        {
            return read.Refusal;
        }

        var passed = read.Value;
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["secrecyCheck"] = "passed", ["answers"] = "complete,true,specific,lawful" };
        if (passed.PrivacyOverride is { } exception)
        {
            details["privacyOverride"] = exception.Reason;
            details["privacyArticle"] = exception.Article;
            details["privacyKinds"] = string.Join(',', exception.Kinds);
        }

        if (input.CheckedFiles.Count > 0)
        {
            details["checkedFiles"] = string.Join('、', input.CheckedFiles);
        }

        if (item.ApprovalPath == ApprovalPath.Group)
        {
            var consultation = new Consultation([.. group.Select(m => m.Account)], context.Calendar.AddWorkingDays(context.Today, context.Procedure.OpinionWorkingDays), []);
            return ItemChanges.Record(
                passed with { Status = ItemStatus.Reviewed, Review = review, Consultation = consultation }, "reviewed", item.Status, Said(review.Comment, "审核通过，征求领导小组意见"), context, details);
        }

        var approved = passed with
        {
            Status = ItemStatus.Approved,
            Review = review,
            Approval = new Approval(context.By.Account, context.Now, true, null, "审核通过即批准"),
        };
        return PublicationDay.Schedule(approved, null, null, context) switch
        {
            { Accepted: true } scheduled => ItemChanges.Record(
                scheduled.Value, "approved", item.Status, Said(review.Comment, "审核通过即批准"), context, details, PublicationDay.Messages(scheduled.Value, context)),
            { Refusal: { } no } => no,
            _ => throw new InvalidOperationException(),
        };
    }

    private static Refusal? CheckAnswers(ReviewInput input, bool accept, CommandContext context)
    {
        if ((input.Comment?.Length ?? 0) > context.Limits.Comment)
        {
            return Refusal.Field("comment", $"意见不能超过{context.Limits.Comment}字。");
        }

        if (!accept)
        {
            return string.IsNullOrWhiteSpace(input.Comment) ? Refusal.Field("comment", "退回时请写明原因。") : null;
        }

        if (input.SecrecyCheck is not "passed")
        {
            return Refusal.Field("secrecyCheck", input.SecrecyCheck is "refer" ? "保密审查未通过，须先报上级或保密部门确定，不能审核通过。" : "请填写保密审查结果（passed 或 refer）。");
        }

        var unanswered = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        void Ask(bool yes, string key, string word)
        {
            if (!yes)
            {
                unanswered[$"answers.{key}"] = [$"“{word}”一项没有确认，不能审核通过。"];
            }
        }

        Ask(input.Complete, "complete", "全面");
        Ask(input.True, "true", "真实");
        Ask(input.Specific, "specific", "具体");
        Ask(input.Lawful, "lawful", "合法");
        return unanswered.Count == 0
            ? null
            : new Refusal(RefusalKind.Invalid, "review-answers-missing", "审核通过须确认全面、真实、具体、合法四项。") { Errors = unanswered };
    }

    private static string Said(string comment, string otherwise) => comment.Length > 0 ? comment : otherwise;
}
