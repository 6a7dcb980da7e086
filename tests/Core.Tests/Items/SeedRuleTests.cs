using Lianxin.Core.Access;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

public class SeedRuleTests
{
    [Fact]
    public void S1_the_supervisor_reads_everything_and_changes_nothing()
    {
        var item = Town.Reviewed();
        Visibility.Of(item, Town.Supervisor).ShouldBe(View.Full);

        var tries = new[]
        {
            Submission.Create(Town.Input(), Town.Identity("2"), Town.As(Town.Supervisor), draft: false).Refusal,
            Submission.Submit(item, Town.As(Town.Supervisor)).Refusal,
            Examination.Review(Town.Submitted(), Town.Accept, Town.Group, Town.As(Town.Supervisor)).Refusal,
            GroupDecision.GiveOpinion(item, "agree", null, Town.As(Town.Supervisor)).Refusal,
            GroupDecision.Approve(Town.Agreed(), Town.Approve, Town.As(Town.Supervisor)).Refusal,
            PublicationSteps.Withdraw(item, "原因", Town.As(Town.Supervisor)).Refusal,
        };

        tries.ShouldAllBe(t => t != null && t.Kind == RefusalKind.Forbidden);
    }

    [Fact]
    public void S3_an_office_without_its_three_responsible_people_cannot_submit()
    {
        var bare = Town.Catalogue with
        {
            Offices = [.. Town.Catalogue.Offices.Select(o => o.Code == "minzheng" ? o with { Manager = " " } : o)],
        };

        Submission.Create(Town.Input(), Town.Identity(), Town.As(Town.Clerk) with { Catalogue = bare }, draft: false)
            .Refusal!.Code.ShouldBe("responsibility-incomplete");
    }

    [Fact]
    public void S4_what_a_must_touches_is_not_narrowed_without_an_exemption_and_its_article()
    {
        var agreed = Town.Agreed();

        GroupDecision.Approve(agreed, Town.Approve with { Audience = "party-only" }, Town.As(Town.Chair)).Refusal!.Code.ShouldBe("must-be-public");
        GroupDecision.Approve(agreed, Town.Approve with { Audience = "party-only", ExemptionArticle = "条例第十四条" }, Town.As(Town.Chair)).Refusal.ShouldNotBeNull();
        var exempt = GroupDecision.Approve(
            agreed, Town.Approve with { Audience = "party-only", ExemptionArticle = "条例第十四条", ExemptionReason = "涉及国家秘密" }, Town.As(Town.Chair));
        exempt.Value!.After.Exemption.ShouldBe(new Exemption("条例第十四条", "涉及国家秘密", "chair"));
    }

    [Fact]
    public void S4_keeping_an_item_back_altogether_needs_the_same_record()
    {
        GroupDecision.Approve(Town.Agreed(), Town.Approve with { Decision = "reject" }, Town.As(Town.Chair)).Refusal!.Code.ShouldBe("must-be-public");
    }

    [Fact]
    public void S5_acceptance_without_the_four_answers_is_refused()
    {
        var partly = Town.Accept with { True = false };

        var refusal = Examination.Review(Town.Submitted(), partly, Town.Group, Town.As(Town.Reviewer)).Refusal!;

        refusal.Code.ShouldBe("review-answers-missing");
        refusal.Errors.Keys.ShouldBe(["answers.true"]);
    }

    [Fact]
    public void An_unclear_secrecy_check_stops_acceptance()
    {
        Examination.Review(Town.Submitted(), Town.Accept with { SecrecyCheck = "refer" }, Town.Group, Town.As(Town.Reviewer))
            .Refusal!.Errors.ShouldContainKey("secrecyCheck");
    }

    [Fact]
    public void S9_only_the_chair_approves_and_never_an_item_of_their_own()
    {
        GroupDecision.Approve(Town.Agreed(), Town.Approve, Town.As(Town.LeaderOne)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        GroupDecision.Approve(Town.Agreed() with { SubmittedBy = "chair" }, Town.Approve, Town.As(Town.Chair)).Refusal!.Code.ShouldBe("own-item");
        Examination.Review(Town.Submitted() with { SubmittedBy = "reviewer" }, Town.Accept, Town.Group, Town.As(Town.Reviewer)).Refusal!.Code.ShouldBe("own-item");
    }

    [Fact]
    public void S10_one_objection_blocks_until_it_is_withdrawn_or_overridden_with_a_reason()
    {
        var objected = GroupDecision.GiveOpinion(Town.Agreed(), "disagree", "名单不全", Town.As(Town.LeaderTwo)).Value!.After;

        GroupDecision.Approve(objected, Town.Approve, Town.As(Town.Chair)).Refusal!.Code.ShouldBe("opinions-not-unified");
        var overridden = GroupDecision.Approve(objected, Town.Approve with { OverrideReason = "已核实名单完整" }, Town.As(Town.Chair)).Value!;
        overridden.After.Approval!.OverrideReason.ShouldBe("已核实名单完整");
        overridden.Events[0].Details["overrideReason"].ShouldBe("已核实名单完整");
        var withdrawn = GroupDecision.GiveOpinion(objected, "agree", null, Town.As(Town.LeaderTwo)).Value!.After;
        GroupDecision.Approve(withdrawn, Town.Approve, Town.As(Town.Chair)).Accepted.ShouldBeTrue();
    }

    [Fact]
    public void S10_silence_counts_as_no_objection_only_after_the_window_and_with_two_thirds_answered()
    {
        var oneAnswered = GroupDecision.GiveOpinion(Town.Reviewed(), "agree", null, Town.As(Town.LeaderOne)).Value!.After;
        var fourthDay = new DateTimeOffset(2026, 4, 3, 9, 0, 0, TimeSpan.FromHours(8));

        GroupDecision.Approve(oneAnswered, Town.Approve, Town.As(Town.Chair)).Refusal!.Code.ShouldBe("opinions-pending");
        GroupDecision.Approve(oneAnswered, Town.Approve, Town.As(Town.Chair, fourthDay)).Accepted.ShouldBeTrue();
        // Only the chair of three has spoken: one third.
        GroupDecision.Approve(Town.Reviewed(), Town.Approve, Town.As(Town.Chair, fourthDay)).Refusal!.Code.ShouldBe("opinions-pending");
    }

    [Fact]
    public void S11_party_only_items_never_leave_and_party_first_items_leave_on_their_day()
    {
        var only = Town.Approved("02-01");
        var onItsDay = new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.FromHours(8));
        var inside = PublicationSteps.Publish(only, 1, Town.As(Town.Queue, onItsDay))!.After;
        inside.Status.ShouldBe(ItemStatus.PublishedToParty);
        Visibility.Of(inside, Actor.Anyone(Town.Agency)).ShouldBe(View.None);
        Visibility.Of(inside, Town.Admin).ShouldBe(View.None);
        Visibility.Of(inside, Town.Member).ShouldBe(View.Full);
        PublicationSteps.Publish(inside, 1, Town.As(Town.Queue, onItsDay.AddYears(5))).ShouldBeNull();

        var first = PublicationSteps.Publish(Town.Approved("01-02"), 1, Town.As(Town.Queue))!.After;
        first.Status.ShouldBe(ItemStatus.PublishedToParty);
        Visibility.Of(first, Actor.Anyone(Town.Agency)).ShouldBe(View.None);
        var day = new DateTimeOffset(first.PublishOn!.Value, new TimeOnly(0, 0), TimeSpan.FromHours(8));
        PublicationSteps.Publish(first, 1, Town.As(Town.Queue, day.AddSeconds(-1))).ShouldBeNull();
        PublicationSteps.Publish(first, 1, Town.As(Town.Queue, day))!.After.Status.ShouldBe(ItemStatus.Published);
    }

    [Fact]
    public void S44_personal_data_stops_submission_and_approval()
    {
        var leaking = Town.Input() with { Body = "户主证件号999999199003070012。" };

        var refusal = Submission.Create(leaking, Town.Identity(), Town.As(Town.Clerk), draft: false).Refusal!;
        refusal.Code.ShouldBe("personal-data");
        refusal.Findings.ShouldHaveSingleItem().Kind.ShouldBe("resident-id");
        refusal.Findings[0].Excerpt.ShouldNotContain("999999199003070012");

        // It may be kept as a draft, to be mended, but not submitted or approved.
        var draft = Submission.Create(leaking, Town.Identity(), Town.As(Town.Clerk), draft: true).Value!.After;
        Submission.Submit(draft, Town.As(Town.Clerk)).Refusal!.Code.ShouldBe("personal-data");
        var agreed = Town.Agreed();
        GroupDecision.Approve(agreed with { Content = draft.Content }, Town.Approve, Town.As(Town.Chair)).Refusal!.Code.ShouldBe("personal-data");
    }

    [Fact]
    public void A_clerk_works_only_for_their_own_office()
    {
        Submission.Change(Town.Submitted() with { Status = ItemStatus.Returned }, new ItemInput { Title = "x" }, Town.As(Town.OtherClerk)).Refusal!.Code.ShouldBe("not-own-office");
        Visibility.Of(Town.Submitted(), Town.OtherClerk).ShouldBe(View.None);
    }
}
