using Lianxin.Core.Audit;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Tests.Items;

namespace Lianxin.Core.Tests.Feedback;

public class FeedbackTests
{
    [Fact]
    public void S12_a_piece_runs_two_clocks_that_tell_how_they_were_counted()
    {
        var piece = FeedbackDesk.Received();
        // Monday 30 March; 清明节 is off on 4 to 6 April, so the fifth working day is Tuesday 7 April.
        piece.Deadlines.Select(d => (d.Kind, d.DueOn)).ShouldBe([("simple", new DateOnly(2026, 4, 7)), ("hard", new DateOnly(2026, 4, 21))]);
        piece.Deadlines[0].Because.ShouldContain("收到之日（2026年3月30日）");
        piece.Deadlines[0].Because.ShouldContain("清明节");
        piece.DueOn.ShouldBe(new DateOnly(2026, 4, 7));
        FeedbackDesk.Registered().DueOn.ShouldBeNull();
    }

    [Theory]
    [InlineData("rumour", "有话要说", "", "kind")]
    [InlineData("opinion", "  \n ", "", "text")]
    [InlineData("opinion", null, "", "text")]
    public void What_is_missing_is_named_field_by_field(string kind, string? text, string contact, string field) =>
        FeedbackDesk.Receive(new FeedbackInput(kind, text, contact)).Refusal!.Errors.Keys.ShouldBe([field]);

    [Fact]
    public void A_text_and_a_contact_may_be_so_long_and_no_longer()
    {
        FeedbackDesk.Receive(FeedbackDesk.Typed(new string('字', 5_000), contact: new string('1', 200))).Accepted.ShouldBeTrue();
        FeedbackDesk.Receive(FeedbackDesk.Typed(new string('字', 5_001), contact: new string('1', 201))).Refusal!.Errors.Keys.ShouldBe(["text", "contact"]);
    }

    [Fact]
    public void Staff_enter_what_came_by_phone_under_its_own_day_and_never_as_the_web()
    {
        var clerk = Town.As(Town.Clerk);
        var typed = new FeedbackInput("complaint", "来电反映路灯不亮", "来电人", "phone", new DateOnly(2026, 3, 27), "minzheng");
        var piece = FeedbackIntake.Receive(typed, FeedbackDesk.Id, null, new FeedbackLimits(), true, clerk).Value!;
        (piece.Channel, piece.ReceivedOn, piece.EnteredBy, piece.Item).ShouldBe((FeedbackChannel.Phone, new DateOnly(2026, 3, 27), "clerk", null));
        piece.Steps[0].By.ShouldBe("clerk");
        Errors(typed with { Channel = "web" }).ShouldBe(["channel"]);
        Errors(typed with { ReceivedOn = new DateOnly(2026, 3, 31) }).ShouldBe(["receivedOn"]);
        Errors(typed with { Office = "caizheng" }).ShouldBe(["office"]);
        FeedbackIntake.Receive(typed, FeedbackDesk.Id, null, new FeedbackLimits(), true, Town.As(Town.Chair)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);

        IEnumerable<string> Errors(FeedbackInput input) =>
            FeedbackIntake.Receive(input, FeedbackDesk.Id, null, new FeedbackLimits(), true, clerk).Refusal!.Errors.Keys;
    }

    [Theory]
    [InlineData("answer", "reply")]
    [InlineData("decline", "reply")]
    [InlineData("merge", "into")]
    [InlineData("ignore", "decision")]
    public void S13_each_decision_of_screening_asks_for_its_own_field(string decision, string field) =>
        FeedbackScreening.Screen(FeedbackDesk.Received(), FeedbackDesk.Screening(decision), null, Town.As(Town.Reviewer)).Refusal!.Errors.Keys.ShouldBe([field]);

    [Fact]
    public void A_piece_is_screened_once_and_by_a_reviewer_only()
    {
        var answer = FeedbackDesk.Screening("answer", "谢谢，已经说明。");
        var answered = FeedbackScreening.Screen(FeedbackDesk.Received(), answer, null, Town.As(Town.Reviewer)).Value!.After;
        answered.State.ShouldBe(FeedbackState.Answered);
        answered.Steps.Select(s => (s.Kind, s.From, s.To)).ShouldBe([("received", "", "received"), ("screened", "received", "answered")]);
        StepChain.FirstBreak(answered.Id, answered.Steps).ShouldBeNull();
        FeedbackScreening.Screen(answered, answer, null, Town.As(Town.Reviewer)).Refusal!.Kind.ShouldBe(RefusalKind.IllegalStep);
        FeedbackScreening.Screen(FeedbackDesk.Received(), answer, null, Town.As(Town.Clerk)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public void A_changed_or_missing_step_shows()
    {
        var steps = FeedbackDesk.Registered().Steps;
        StepChain.FirstBreak(FeedbackDesk.Id, [steps[0] with { Reason = "phone" }, steps[1]]).ShouldBe(1);
        StepChain.FirstBreak(FeedbackDesk.Id, [steps[1]]).ShouldBe(1);
        StepChain.FirstBreak("another", steps).ShouldBe(1);
    }

    [Fact]
    public void A_later_piece_joins_an_earlier_one_and_never_the_other_way_round()
    {
        var first = FeedbackDesk.Received();
        var second = FeedbackDesk.Received("ligang-2026-0k3n", Town.Morning.AddMinutes(1));
        var merge = FeedbackDesk.Screening("merge", into: first.Id);
        var merged = FeedbackScreening.Screen(second, merge, first, Town.As(Town.Reviewer)).Value!.After;
        (merged.State, merged.Screening!.Into).ShouldBe((FeedbackState.Merged, first.Id));
        FeedbackScreening.Screen(first, merge, second, Town.As(Town.Reviewer)).Refusal!.Errors.Keys.ShouldBe(["into"]);
        FeedbackScreening.Screen(first, merge, first, Town.As(Town.Reviewer)).Refusal!.Errors.Keys.ShouldBe(["into"]);
        var third = FeedbackDesk.Received("ligang-2026-0k3p", Town.Morning.AddMinutes(2));
        FeedbackScreening.Screen(third, merge, merged, Town.As(Town.Reviewer)).Refusal!.Errors["into"].Single().ShouldContain(first.Id);
    }

    [Fact]
    public void What_is_registered_opens_one_case_whose_public_words_hold_nothing_the_person_wrote()
    {
        var piece = FeedbackDesk.Receive(FeedbackDesk.Typed("我叫示例甲，电话13800138000", contact: "13800138000")).Value!;
        var change = FeedbackScreening.Screen(piece, new ScreeningInput("register", null, null, null, null), null, Town.As(Town.Reviewer)).Value!;
        change.Messages.Single().ShouldBe(new Core.Items.OutboxMessage("work", "open-case", piece.Id, 1));
        var opened = CaseOpening.From(change.After)!;
        (opened.Id, opened.Office, opened.Request).ShouldBe(("ligang-2026-lx_0k3m", "minzheng", "关于“2026年第一季度农村低保公示”的意见建议"));
        opened.Due.DueOn.ShouldBe(new DateOnly(2026, 4, 21));
        opened.ToString().ShouldNotContain("13800138000");
        CaseRow.Of(opened).ToString().ShouldNotContain("示例甲");
        CaseOpening.From(change.After)!.Steps.ShouldBeEquivalentTo(opened.Steps);
        FeedbackScreening.FeedbackIdOf(opened.Id).ShouldBe(piece.Id);
        CaseOpening.From(piece).ShouldBeNull();
    }

    [Fact]
    public void S44_public_words_with_personal_data_stop_the_registration()
    {
        var register = FeedbackDesk.Register with { Request = "请联系13800138000" };
        var refusal = FeedbackScreening.Screen(FeedbackDesk.Received(), register, null, Town.As(Town.Reviewer)).Refusal!;
        (refusal.Code, refusal.Findings.Single().Place).ShouldBe(("personal-data", "request"));
        PublicWords.Masked("请联系13800138000。").ShouldBe("请联系***********。");
    }

    [Fact]
    public void A_due_day_that_the_reviewer_sets_says_so_and_what_the_rule_would_have_been()
    {
        var due = FeedbackScreening.Screen(FeedbackDesk.Received(), FeedbackDesk.Register with { DueOn = new DateOnly(2026, 6, 1) }, null, Town.As(Town.Reviewer))
            .Value!.After.Screening!.Due!;
        due.DueOn.ShouldBe(new DateOnly(2026, 6, 1));
        due.Because.ShouldContain("已超过一般时限2026年4月21日");
        FeedbackScreening.Screen(FeedbackDesk.Received(), FeedbackDesk.Register with { DueOn = new DateOnly(2026, 3, 29) }, null, Town.As(Town.Reviewer))
            .Refusal!.Errors.Keys.ShouldBe(["dueOn"]);
    }
}
