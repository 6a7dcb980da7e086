using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

/// <summary>S15 revisions with their note and the feedback they answer, corrections 更正, and S38 clarifications 澄清.</summary>
public class RevisionTests
{
    private static readonly Item Published = PublicationSteps.Publish(Town.Approved("15-02"), 1, Town.As(Town.Queue))!.After;

    private static readonly ItemInput Change = new() { Title = "新的标题", ChangeNote = "补充用途", BecauseOf = ["f1", "f2", "f1"], Correction = true };

    private static Item Revised(ItemInput? input = null) => Submission.Revise(Published, input ?? Change, Town.As(Town.Clerk)).Value!.After;

    [Fact]
    public void S15_a_revision_keeps_its_note_the_feedback_and_that_it_corrects()
    {
        var change = Submission.Revise(Published, Change, Town.As(Town.Clerk)).Value!;
        change.After.Content.ChangeNote.ShouldBe("补充用途");
        change.After.Content.BecauseOf.ShouldBe(["f1", "f2"]);
        change.After.Content.IsCorrection.ShouldBeTrue();
        change.Events[0].Details.ShouldBe(new Dictionary<string, string> { ["version"] = "2", ["becauseOf"] = "f1,f2", ["correction"] = "true" }, ignoreOrder: true);
    }

    [Fact]
    public void A_returned_revision_keeps_them_until_it_is_changed_and_cannot_go_without_a_note()
    {
        var returned = Examination.Review(Revised(), Town.Accept with { Decision = "return", Comment = "请核对" }, Town.Group, Town.As(Town.Reviewer)).Value!.After;
        var changed = Submission.Change(returned, new ItemInput { Body = "改过的正文" }, Town.As(Town.Clerk)).Value!.After;
        (changed.Content.ChangeNote, changed.Content.IsCorrection, changed.Content.BecauseOf.Count).ShouldBe(("补充用途", true, 2));
        var bare = Submission.Change(returned, new ItemInput { ChangeNote = " " }, Town.As(Town.Clerk)).Value!.After;
        Submission.Submit(bare, Town.As(Town.Clerk)).Refusal!.Errors.Keys.ShouldBe(["changeNote"]);
    }

    [Fact]
    public void The_next_revision_does_not_inherit_what_the_last_one_said_of_itself()
    {
        var second = PublicationSteps.Publish(Approved(Revised()), 2, Town.As(Town.Queue))!.After;
        var third = Submission.Revise(second, new ItemInput { ChangeNote = "改错字" }, Town.As(Town.Clerk)).Value!.After;
        (third.Version, third.Content.IsCorrection, third.Content.BecauseOf.Count).ShouldBe((3, false, 0));
    }

    [Fact]
    public void A_first_version_corrects_and_answers_nothing()
    {
        var content = Submission.Create(Town.Input() with { Correction = true, BecauseOf = ["f1"] }, Town.Identity(), Town.As(Town.Clerk), draft: false).Value!.After.Content;
        (content.IsCorrection, content.BecauseOf.Count).ShouldBe((false, 0));
    }

    [Fact]
    public void S44_the_note_is_public_and_is_searched_for_personal_data_too() =>
        Submission.Revise(Published, Change with { ChangeNote = "请联系13812345678" }, Town.As(Town.Clerk)).Refusal!.Findings[0].Place.ShouldBe("changeNote");

    [Theory]
    [InlineData("a,b")]
    [InlineData("a\nb")]
    public void What_cannot_be_an_id_of_feedback_is_refused(string id) =>
        Submission.Revise(Published, Change with { BecauseOf = [id] }, Town.As(Town.Clerk)).Refusal!.Errors.Keys.ShouldBe(["becauseOf"]);

    [Fact]
    public void More_feedback_than_fits_one_transaction_is_refused() =>
        Submission.Revise(Published, Change with { BecauseOf = [.. Enumerable.Range(0, 51).Select(i => $"f{i}")] }, Town.As(Town.Clerk)).Refusal!.Errors.Keys.ShouldBe(["becauseOf"]);

    [Fact]
    public void S38_a_clarification_names_an_item_that_is_public()
    {
        var input = Town.Input() with { Clarifies = Published.Id, Clarified = Published };
        Submission.Create(input, Town.Identity("2"), Town.As(Town.Clerk), draft: false).Value!.After.Content.Clarifies.ShouldBe(Published.Id);
    }

    [Fact]
    public void S38_an_unknown_an_unpublished_a_withdrawn_and_its_own_item_are_refused_alike()
    {
        var withdrawn = PublicationSteps.Withdraw(Published, "内容有误", Town.As(Town.Chair)).Value!.After;
        foreach (var target in new[] { null, Town.Approved("15-02"), withdrawn })
        {
            var input = Town.Input() with { Clarifies = Published.Id, Clarified = target };
            Submission.Create(input, Town.Identity("2"), Town.As(Town.Clerk), draft: true).Refusal!.Errors.Keys.ShouldBe(["clarifies"]);
        }

        Submission.Revise(Published, Change with { Clarifies = Published.Id, Clarified = Published }, Town.As(Town.Clerk)).Refusal!.Errors.Keys.ShouldBe(["clarifies"]);
    }

    [Fact]
    public void S38_the_link_back_is_set_once_and_taken_away_once()
    {
        var marked = Clarification.Mark(Published, "ligang-2026-new", true, Town.As(Town.Queue))!.After;
        marked.ClarifiedBy.ShouldBe(["ligang-2026-new"]);
        marked.Status.ShouldBe(Published.Status);
        Clarification.Mark(marked, "ligang-2026-new", true, Town.As(Town.Queue)).ShouldBeNull();
        Clarification.Mark(marked, "ligang-2026-new", false, Town.As(Town.Queue))!.After.ClarifiedBy.ShouldBeEmpty();
        Clarification.Mark(Published, "ligang-2026-new", false, Town.As(Town.Queue)).ShouldBeNull();
    }

    [Fact]
    public void What_was_published_is_recorded_with_its_pages_and_the_hash()
    {
        var details = PublicationSteps.Publish(Approved(Revised()), 2, Town.As(Town.Queue), new PublicationRecord(["items/a.html", "items/a/v1.html"], "ab12"))!.Events[0].Details;
        details.ShouldBe(new Dictionary<string, string> { ["version"] = "2", ["pages"] = "items/a.html items/a/v1.html", ["pageHash"] = "ab12" }, ignoreOrder: true);
    }

    private static Item Approved(Item submitted)
    {
        var item = Examination.Review(submitted, Town.Accept, Town.Group, Town.As(Town.Reviewer)).Value!.After;
        foreach (var member in new[] { Town.LeaderOne, Town.LeaderTwo }.Where(_ => item.Status == ItemStatus.Reviewed))
            item = GroupDecision.GiveOpinion(item, "agree", null, Town.As(member)).Value!.After;
        return item.Status == ItemStatus.Approved ? item : GroupDecision.Approve(item, Town.Approve, Town.As(Town.Chair)).Value!.After;
    }
}
