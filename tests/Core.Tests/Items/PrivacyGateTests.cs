using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Items;

/// <summary>S44: what is found stops an item, and who may let it pass.</summary>
public class PrivacyGateTests
{
    private static readonly FileReading Clean = new(ReadingOutcome.Read, "", "", [], 0, TextDetectors.Version);
    private static readonly FileReading Picture = new(ReadingOutcome.NeedsEye, "", "", [], 0, TextDetectors.Version);

    private static readonly FileReading Found = new(
        ReadingOutcome.Read, "", "", [new PersonalDataFinding(PersonalDataKinds.Mobile, "工作表“名单”第3行C列（隐藏列）", "138****0000", "规则")], 1, TextDetectors.Version);

    [Fact]
    public void S44_what_is_found_in_a_file_stops_the_submission_and_names_file_and_cell()
    {
        var refusal = Submission.Create(WithFile(), Town.Identity(), Reading(Town.Clerk, Found), draft: false).Refusal!;

        refusal.Code.ShouldBe("personal-data");
        refusal.Findings.ShouldHaveSingleItem().Place.ShouldBe("attachments.名单.xlsx 工作表“名单”第3行C列（隐藏列）");
    }

    [Fact]
    public void A_file_that_was_read_clean_may_leave_one_that_was_not_read_may_not()
    {
        FileOf(Submitted(Clean)).Clearance.ShouldBe(FileClearance.Clean);
        FileOf(Submission.Create(WithFile(), Town.Identity(), Town.As(Town.Clerk), draft: false).Value!.After).Clearance.ShouldBe(FileClearance.Unread);
    }

    [Fact]
    public void A_picture_leaves_when_the_reviewer_has_looked_at_it()
    {
        var submitted = Submitted(Picture);
        FileOf(submitted).Clearance.ShouldBe(FileClearance.Unread);

        FileOf(Review(submitted, Picture, Town.Accept)).Clearance.ShouldBe(FileClearance.Unread);
        FileOf(Review(submitted, Picture, Town.Accept with { CheckedFiles = ["名单.xlsx"] })).Clearance.ShouldBe(FileClearance.Ticked);
        Examination.Review(submitted, Town.Accept with { CheckedFiles = ["别的.jpg"] }, Town.Group, Reading(Town.Reviewer, Picture)).Refusal!.Errors.Keys.ShouldBe(["checkedFiles"]);
    }

    [Fact]
    public void An_exception_needs_the_clerks_request_and_the_reviewers_reason_and_article()
    {
        var asked = Submission.Create(WithFile() with { PrivacyRequest = "本人书面同意公开" }, Town.Identity(), Reading(Town.Clerk, Found), draft: false).Value!;
        asked.Events[0].Details["privacyRequest"].ShouldBe("本人书面同意公开");

        Refused(asked.After, null).Code.ShouldBe("personal-data");
        Refused(asked.After, new PrivacyOverrideInput("本人书面同意公开", " ")).Errors.Keys.ShouldBe(["privacyOverride.article"]);
        Refused(asked.After, new PrivacyOverrideInput("", "条例第十五条")).Errors.Keys.ShouldBe(["privacyOverride.reason"]);
        Refused(asked.After, new PrivacyOverrideInput("手机13812345678同意", "条例第十五条")).Code.ShouldBe("personal-data");

        var passed = Examination.Review(
            asked.After, Town.Accept with { PrivacyOverride = new("本人书面同意公开", "条例第十五条") }, Town.Group, Reading(Town.Reviewer, Found)).Value!;
        passed.Events[0].Details["privacyArticle"].ShouldBe("条例第十五条");
        passed.Events[0].Details["privacyKinds"].ShouldBe("mobile");
        FileOf(passed.After).Clearance.ShouldBe(FileClearance.Overridden);
        PrivacyGate.Check(passed.After, Reading(Town.Chair, Found)).ShouldBeNull();
    }

    [Fact]
    public void What_is_found_beyond_the_exception_stops_the_approval()
    {
        var asked = Submission.Create(WithFile() with { PrivacyRequest = "本人书面同意公开" }, Town.Identity(), Reading(Town.Clerk, Found), draft: false).Value!.After;
        var passed = Review(asked, Found, Town.Accept with { PrivacyOverride = new("本人书面同意公开", "条例第十五条") });

        var more = Found with { Findings = [.. Found.Findings, Found.Findings[0] with { Place = "工作表“名单”第9行C列" }] };
        PrivacyGate.Check(passed, Reading(Town.Chair, more)).ShouldNotBeNull();
    }

    [Fact]
    public void A_new_submission_has_no_exception()
    {
        var asked = Submission.Create(WithFile() with { PrivacyRequest = "本人书面同意公开" }, Town.Identity(), Reading(Town.Clerk, Found), draft: false).Value!.After;
        var passed = Review(asked, Found, Town.Accept with { PrivacyOverride = new("本人书面同意公开", "条例第十五条") });

        Submission.Submit(passed with { Status = ItemStatus.Returned }, Reading(Town.Clerk, Found)).Value!.After.PrivacyOverride.ShouldBeNull();
    }

    [Fact]
    public void A_warning_stops_nothing()
    {
        var warned = Found with { Findings = [Found.Findings[0] with { Severity = PrivacySeverity.Soft }] };

        FileOf(Submitted(warned)).Clearance.ShouldBe(FileClearance.Clean);
    }

    private static ItemInput WithFile() => Town.Input() with { Attachments = [new Attachment("名单.xlsx", "application/x", 1, "hash")] };

    private static CommandContext Reading(Actor by, FileReading reading) =>
        Town.As(by) with { Readings = new Dictionary<string, FileReading>(StringComparer.Ordinal) { ["hash"] = reading } };

    private static Item Submitted(FileReading reading) => Submission.Create(WithFile(), Town.Identity(), Reading(Town.Clerk, reading), draft: false).Value!.After;

    private static Item Review(Item item, FileReading reading, ReviewInput input) => Examination.Review(item, input, Town.Group, Reading(Town.Reviewer, reading)).Value!.After;

    private static Refusal Refused(Item item, PrivacyOverrideInput? exception) =>
        Examination.Review(item, Town.Accept with { PrivacyOverride = exception }, Town.Group, Reading(Town.Reviewer, Found)).Refusal!;

    private static Attachment FileOf(Item item) => item.Content.Attachments.ShouldHaveSingleItem();
}
