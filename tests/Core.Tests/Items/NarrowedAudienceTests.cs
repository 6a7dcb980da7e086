using Lianxin.Core.Access;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

/// <summary>A revision may close what was open to all, with an exemption; the gate follows what was carried out, not what is planned.</summary>
public class NarrowedAudienceTests
{
    private static readonly Actor Anyone = Actor.Anyone(Town.Agency);

    private static readonly Item Published = PublicationSteps.Publish(Town.Approved("15-02"), 1, Town.As(Town.Queue))!.After;

    private static Item Narrowing() => Submission.Revise(
        Published,
        new ItemInput { Audience = "party-only", ChangeNote = "收回党内", ExemptionArticle = "条例第十四条", ExemptionReason = "涉及国家秘密" },
        Town.As(Town.Clerk)).Value!.After;

    [Fact]
    public void The_public_keeps_its_version_until_the_narrower_one_is_approved_and_carried_out()
    {
        var narrowing = Narrowing();
        Visibility.Of(narrowing, Anyone).ShouldBe(View.Released);
        PublicationRows.IsPublic(PublicationRows.Of(narrowing)!).ShouldBeTrue();

        var approved = Approved(narrowing);
        var closed = PublicationSteps.Publish(approved, 2, Town.As(Town.Queue))!;

        closed.After.Status.ShouldBe(ItemStatus.PublishedToParty);
        Visibility.Of(closed.After, Anyone).ShouldBe(View.None);
        PublicationRows.IsPublic(PublicationRows.Of(closed.After)!).ShouldBeFalse();
        closed.Messages.ShouldHaveSingleItem().Kind.ShouldBe("refresh-lists");
    }

    [Fact]
    public void A_rejected_narrowing_leaves_the_audience_as_it_was()
    {
        var reviewed = Examination.Review(Narrowing(), Town.Accept, Town.Group, Town.As(Town.Reviewer)).Value!.After;

        var back = GroupDecision.Approve(reviewed, Town.Approve with { Decision = "reject" }, Town.As(Town.Chair)).Value!.After;

        back.Audience.ShouldBe(Audience.Village);
        Visibility.Of(back, Anyone).ShouldBe(View.Released);
    }

    [Fact]
    public void What_is_being_revised_can_be_taken_down_at_once_and_leaves_its_stub()
    {
        var gone = PublicationSteps.Withdraw(Narrowing(), "内容有误", Town.As(Town.Chair)).Value!.After;

        gone.Status.ShouldBe(ItemStatus.Withdrawn);
        Visibility.Of(gone, Anyone).ShouldBe(View.Gone);
        PublicationSteps.Publish(gone, gone.Version, Town.As(Town.Queue)).ShouldBeNull();
    }

    [Fact]
    public void What_never_went_out_cannot_be_taken_down() =>
        PublicationSteps.Withdraw(Town.Approved("10-03"), "内容有误", Town.As(Town.Chair)).Refusal!.Kind.ShouldBe(RefusalKind.IllegalStep);

    [Fact]
    public void A_revision_with_a_later_date_does_not_make_a_late_publication_timely()
    {
        var revised = Submission.Revise(Published, new ItemInput { FormedOn = "2026-03-30", ChangeNote = "更正日期" }, Town.As(Town.Clerk)).Value!.After;

        revised.DueOn.ShouldNotBe(Published.DueOn);
        PublicationRows.Of(revised)!.DueOn.ShouldBe(Published.DueOn);
    }

    private static Item Approved(Item item)
    {
        var reviewed = Examination.Review(item, Town.Accept, Town.Group, Town.As(Town.Reviewer)).Value!.After;
        foreach (var leader in new[] { Town.LeaderOne, Town.LeaderTwo })
        {
            reviewed = GroupDecision.GiveOpinion(reviewed, "agree", null, Town.As(leader)).Value!.After;
        }

        return GroupDecision.Approve(reviewed, Town.Approve, Town.As(Town.Chair)).Value!.After;
    }
}
