using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

public class ItemWayTests
{
    [Fact]
    public void S8_an_item_goes_from_submission_to_publication_and_every_step_is_an_event()
    {
        var events = new List<ItemEvent>();
        Item Took(Decision<ItemChange> decision)
        {
            decision.Refusal.ShouldBeNull();
            events.AddRange(decision.Value!.Events);
            return decision.Value.After;
        }

        var item = Took(Submission.Create(Town.Input(), Town.Identity(), Town.As(Town.Clerk), draft: false));
        item = Took(Examination.Review(item, Town.Accept, Town.Group, Town.As(Town.Reviewer)));
        item.Status.ShouldBe(ItemStatus.Reviewed);
        item = Took(GroupDecision.GiveOpinion(item, "agree", "同意", Town.As(Town.LeaderOne)));
        item = Took(GroupDecision.GiveOpinion(item, "agree", null, Town.As(Town.LeaderTwo)));
        item = Took(GroupDecision.Approve(item, Town.Approve, Town.As(Town.Chair)));
        item.Status.ShouldBe(ItemStatus.Approved);
        var onItsDay = new DateTimeOffset(item.PublishOn!.Value, new TimeOnly(8, 0), TimeSpan.FromHours(8));
        var published = PublicationSteps.Publish(item, 1, Town.As(Town.Queue, onItsDay))!;
        events.AddRange(published.Events);

        published.After.Status.ShouldBe(ItemStatus.Published);
        published.After.PublishedAt.ShouldBe(onItsDay);
        events.Select(e => e.Kind).ShouldBe(["submitted", "reviewed", "opinion", "opinion", "approved", "published"]);
        events[1].By.ShouldBe("reviewer");
        events[1].From.ShouldBe(ItemStatus.Submitted);
        EventChain.FirstBreak(events).ShouldBeNull();
    }

    [Fact]
    public void Routine_news_is_approved_by_the_reviewers_acceptance_and_goes_out_at_once()
    {
        var reviewed = Examination.Review(Town.Submitted("01-03"), Town.Accept, Town.Group, Town.As(Town.Reviewer)).Value!;

        reviewed.After.Status.ShouldBe(ItemStatus.Approved);
        reviewed.After.PublishOn.ShouldBe(new DateOnly(2026, 3, 30));
        reviewed.Messages.ShouldHaveSingleItem().ShouldBe(new OutboxMessage("publication", "publish-item", reviewed.After.Id, 1));
    }

    [Fact]
    public void A_periodic_item_waits_for_the_day_after_its_period()
    {
        var approved = Town.Approved("10-03");

        approved.PublishOn.ShouldBe(new DateOnly(2026, 4, 1));
        PublicationSteps.Publish(approved, 1, Town.As(Town.Queue)).ShouldBeNull();
    }

    [Fact]
    public void A_named_day_may_not_be_later_than_the_laws()
    {
        var late = GroupDecision.Approve(Town.Agreed("10-03"), Town.Approve with { PublishOn = "2027-01-01" }, Town.As(Town.Chair));

        late.Refusal!.Code.ShouldBe("publish-on-too-late");
        late.Refusal.Errors.ShouldContainKey("publishOn");
    }

    [Fact]
    public void Publishing_twice_records_it_once()
    {
        var approved = Town.Approved("15-02");
        var published = PublicationSteps.Publish(approved, 1, Town.As(Town.Queue))!.After;

        PublicationSteps.Publish(published, 1, Town.As(Town.Queue)).ShouldBeNull();
        published.Releases.Count.ShouldBe(1);
    }

    [Fact]
    public void S15_a_revision_goes_the_same_way_while_the_public_sees_the_old_version()
    {
        var published = PublicationSteps.Publish(Town.Approved("15-02"), 1, Town.As(Town.Queue))!.After;

        var revised = Submission.Revise(published, new ItemInput { Body = "修改后的正文。", ChangeNote = "根据群众意见补充" }, Town.As(Town.Clerk)).Value!.After;

        revised.Version.ShouldBe(2);
        revised.OutwardStatus.ShouldBe(ItemStatus.Revising);
        revised.Released!.Content.Body.ShouldNotBe("修改后的正文。");
        Visibility.Of(revised, Actor.Anyone(Town.Agency)).ShouldBe(View.Released);
        Submission.Revise(published, new ItemInput { Body = "x" }, Town.As(Town.Clerk)).Refusal!.Errors.ShouldContainKey("changeNote");
    }

    [Fact]
    public void A_rejected_revision_leaves_what_was_public()
    {
        var published = PublicationSteps.Publish(Town.Approved("15-02"), 1, Town.As(Town.Queue))!.After;
        var revised = Submission.Revise(published, new ItemInput { Body = "修改后的正文。", ChangeNote = "补充" }, Town.As(Town.Clerk)).Value!.After;
        var reviewed = Examination.Review(revised, Town.Accept, Town.Group, Town.As(Town.Reviewer)).Value!.After;

        var rejected = GroupDecision.Approve(reviewed, Town.Approve with { Decision = "reject" }, Town.As(Town.Chair)).Value!.After;

        rejected.Status.ShouldBe(ItemStatus.Published);
        rejected.Content.ShouldBe(published.Content);
        rejected.Version.ShouldBe(1);
    }

    [Fact]
    public void A_withdrawn_item_is_gone_for_the_public_and_says_why()
    {
        var published = PublicationSteps.Publish(Town.Approved("15-02"), 1, Town.As(Town.Queue))!.After;

        PublicationSteps.Withdraw(published, " ", Town.As(Town.Chair)).Refusal!.Errors.ShouldContainKey("reason");
        var gone = PublicationSteps.Withdraw(published, "内容有误，另行公布", Town.As(Town.Chair)).Value!;

        gone.After.WithdrawalReason.ShouldBe("内容有误，另行公布");
        gone.Messages.Select(m => m.Kind).ShouldBe(["publish-item", PublicationSteps.RefreshSheetsKind]);
        Visibility.Of(gone.After, Actor.Anyone(Town.Agency)).ShouldBe(View.Gone);
    }
}
