using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Cases;
using Lianxin.Core.Tests.Feedback;
using Lianxin.Core.Tests.Items;

namespace Lianxin.Core.Tests.Cases;

public class CaseTests
{
    private static readonly CaseSettings Settings = new();
    private static readonly ConfirmationInput Yes = new(null, null);

    [Fact]
    public void The_one_who_solved_a_case_may_not_strike_it_off_nor_may_who_worked_on_it()
    {
        var colleague = new Actor("clerk3", "同事", Role.Clerk, Town.Agency, "minzheng");
        var worked = CaseSteps.Progress(FeedbackDesk.Opened(), "已入户核实。", Town.As(colleague)).Value!;
        var resolved = CaseSteps.Resolve(worked, new ResolutionInput(null, "已经补录。", null), Town.As(Town.Clerk)).Value!;
        foreach (var worker in new[] { Town.Clerk, colleague })
        {
            CaseClosings.Confirm(resolved, Yes, false, Settings, Town.As(worker)).Refusal!.Code.ShouldBe("own-case");
            CaseClosings.Confirm(resolved, Yes, true, Settings, Town.As(worker)).Refusal!.Code.ShouldBe("own-case");
        }

        CaseClosings.Confirm(resolved, Yes, false, Settings, Town.As(Town.Supervisor)).Refusal!.Code.ShouldBe("wrong-role");
        CaseClosings.Confirm(resolved, Yes, false, Settings, Town.As(Town.OtherClerk)).Value!.Status.ShouldBe(CaseStatus.DoneConfirmed);
    }

    [Theory]
    [InlineData("done", null, CaseStatus.DoneConfirmed)]
    [InlineData("done", "unreachable", CaseStatus.DoneUnreachable)]
    [InlineData("cannot-be-done", null, CaseStatus.CannotBeDone)]
    [InlineData("passed-on", "confirmed", CaseStatus.PassedOn)]
    public void S13_a_case_has_four_different_ends(string outcome, string? result, CaseStatus end)
    {
        var closed = CaseClosings.Confirm(FeedbackDesk.Resolved(outcome), new ConfirmationInput(result, "三次电话无人接听"), false, Settings, Town.As(Town.Reviewer)).Value!;
        closed.Status.ShouldBe(end);
        closed.IsClosed.ShouldBeTrue();
        (closed.FollowUp is not null).ShouldBe(outcome == "done");
        closed.Resolution!.PassedTo.ShouldBe(outcome == "passed-on" ? "县民政局" : null);
    }

    [Fact]
    public void A_step_may_not_be_skipped_nor_its_words_be_left_out()
    {
        var opened = FeedbackDesk.Opened();
        CaseClosings.Confirm(opened, Yes, false, Settings, Town.As(Town.Reviewer)).Refusal!.Kind.ShouldBe(RefusalKind.IllegalStep);
        CaseClosings.Reopen(opened, "没有办好", Settings, FeedbackDesk.Later(0)).Refusal!.Kind.ShouldBe(RefusalKind.IllegalStep);
        CaseSteps.Progress(FeedbackDesk.Resolved(), "补充", Town.As(Town.Clerk)).Refusal!.Kind.ShouldBe(RefusalKind.IllegalStep);
        CaseSteps.Progress(opened, " ", Town.As(Town.Clerk)).Refusal!.Errors.Keys.ShouldBe(["text"]);
        CaseSteps.Resolve(opened, new ResolutionInput("passed-on", "", null), Town.As(Town.Clerk)).Refusal!.Errors.Keys.ShouldBe(["answer", "passedTo"]);
        CaseSteps.Resolve(opened, new ResolutionInput("done", "电话13800138000", null), Town.As(Town.Clerk)).Refusal!.Code.ShouldBe("personal-data");
        CaseSteps.Resolve(opened, new ResolutionInput("done", "好", null), Town.As(Town.OtherClerk)).Refusal!.Code.ShouldBe("not-own-office");
        CaseClosings.Confirm(FeedbackDesk.Resolved(), new ConfirmationInput("unreachable", null), false, Settings, Town.As(Town.Reviewer)).Refusal!.Errors.Keys.ShouldBe(["comment"]);
        CaseClosings.Confirm(FeedbackDesk.Resolved("cannot-be-done"), new ConfirmationInput("unreachable", "打过电话"), false, Settings, Town.As(Town.Reviewer))
            .Refusal!.Errors.Keys.ShouldBe(["result"]);
    }

    [Fact]
    public void Whoever_confirms_may_send_it_back_instead()
    {
        var back = CaseClosings.Confirm(FeedbackDesk.Resolved(), new ConfirmationInput("return", "名单没有更新"), false, Settings, Town.As(Town.Reviewer)).Value!;
        (back.Status, back.Resolution).ShouldBe((CaseStatus.InProgress, null));
        back.FirstDoneOn.ShouldNotBeNull();
        back.FirstConfirmedOn.ShouldBeNull();
    }

    [Fact]
    public void The_person_may_reopen_within_sixty_days_and_twice()
    {
        CaseClosings.Reopen(FeedbackDesk.Closed(), "没有办好", Settings, FeedbackDesk.Later(61)).Refusal!.Code.ShouldBe("reopening-over");
        var reopened = CaseClosings.Reopen(FeedbackDesk.Closed(), "没有办好", Settings, FeedbackDesk.Later(60)).Value!;
        (reopened.Status, reopened.Closing, reopened.FollowUp).ShouldBe((CaseStatus.InProgress, null, null));
        reopened.Due.Because.ShouldContain("重新办理之日");
        var again = reopened;
        for (var round = 1; round < Settings.Reopenings; round++)
            again = CaseClosings.Reopen(Done(again), "还是没有", Settings, FeedbackDesk.Later(61)).Value!;
        CaseClosings.Reopen(Done(again), "第三次", Settings, FeedbackDesk.Later(62)).Refusal!.Code.ShouldBe("reopening-limit");

        static LianxinCase Done(LianxinCase present) => CaseSteps.Resolve(present, new ResolutionInput("done", "办好了", null), FeedbackDesk.Later(60, Town.Clerk)).Value!;
    }

    [Fact]
    public void Four_weeks_after_the_end_the_question_is_put_once_and_yes_or_no_answers_it()
    {
        var closed = FeedbackDesk.Closed();
        CaseClosings.Ask(closed, FeedbackDesk.Later(27)).ShouldBeNull();
        var asked = CaseClosings.Ask(closed, FeedbackDesk.Later(28)).ShouldNotBeNull();
        CaseClosings.Ask(asked, FeedbackDesk.Later(29)).ShouldBeNull();
        CaseClosings.Confirm(closed, Yes, true, Settings, FeedbackDesk.Later(1)).Refusal!.Kind.ShouldBe(RefusalKind.IllegalStep);
        CaseClosings.Confirm(asked, Yes, true, Settings, FeedbackDesk.Later(30)).Value!.FollowUp!.ReallyDone.ShouldBe(true);
        var no = CaseClosings.Reopen(asked, "又坏了", Settings, FeedbackDesk.Later(30)).Value!;
        (no.Status, no.FollowUp!.ReallyDone).ShouldBe((CaseStatus.InProgress, false));
        CaseClosings.Ask(no, FeedbackDesk.Later(90)).ShouldBeNull();
    }

    [Fact]
    public void A_person_who_was_not_reached_and_says_yes_makes_it_confirmed()
    {
        var unreached = CaseClosings.Confirm(FeedbackDesk.Resolved(), new ConfirmationInput("unreachable", "打过电话"), false, Settings, Town.As(Town.Reviewer)).Value!;
        unreached.FirstConfirmedOn.ShouldBeNull();
        var asked = CaseClosings.Ask(unreached, FeedbackDesk.Later(28))!;
        CaseClosings.Confirm(asked, Yes, true, Settings, FeedbackDesk.Later(29)).Value!.Status.ShouldBe(CaseStatus.DoneConfirmed);
    }

    [Fact]
    public void S25_the_sheet_of_a_group_shows_what_it_asked_for_until_the_month_in_which_it_was_struck_off()
    {
        var row = CaseRow.Of(FeedbackDesk.Closed());
        var group = Town.Catalogue.Group("cun-01-1")!;
        WallSheet.Of(Period.OfMonth(2026, 3), group, [row], Town.Catalogue).Rows.Single().Answer.ShouldBe("已经补录。");
        WallSheet.Of(Period.OfMonth(2026, 2), group, [row], Town.Catalogue).Rows.ShouldBeEmpty();
        WallSheet.Of(Period.OfMonth(2026, 4), group, [row], Town.Catalogue).Rows.ShouldBeEmpty();
        WallSheet.Of(Period.OfMonth(2026, 4), group, [row with { ClosedOn = null }], Town.Catalogue).Rows.Count.ShouldBe(1);
        WallSheet.Of(Period.OfMonth(2026, 3), Town.Catalogue.Group("cun-01-2")!, [row], Town.Catalogue).Rows.ShouldBeEmpty();
    }
}
