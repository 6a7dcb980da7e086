using FsCheck.Xunit;
using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Tests.Feedback;
using Lianxin.Core.Tests.Items;

namespace Lianxin.Core.Tests.Cases;

/// <summary>Any sequence of steps by anyone leaves a lawful case and an honest funnel (S13).</summary>
public class LawfulCaseProperties
{
    private static readonly CaseSettings Settings = new();
    private static readonly Actor[] Everyone =
        [Town.Clerk, new("clerk3", "同事", Role.Clerk, Town.Agency, "minzheng"), Town.OtherClerk, Town.Reviewer, Town.Chair, Town.Supervisor, Town.Admin, Actor.Anyone(Town.Agency)];

    [Property(MaxTest = 300)]
    public void No_step_is_skipped_and_nobody_strikes_off_what_they_solved((byte Command, byte Actor, byte Hours)[] script)
    {
        ArgumentNullException.ThrowIfNull(script);
        var now = Town.Morning;
        var present = FeedbackDesk.Opened();
        foreach (var (command, actor, hours) in script)
        {
            now = now.AddHours(hours);
            present = Try(present, command, Town.As(Everyone[actor % Everyone.Length], now)) ?? present;
        }

        StepChain.FirstBreak(present.Id, present.Steps).ShouldBeNull();
        foreach (var closing in present.Steps.Where(s => s.Kind is "closed"))
        {
            var before = present.Steps.Take(closing.Number - 1).ToList();
            before[^1].Kind.ShouldBe("resolved");
            before[^1].By.ShouldNotBe(closing.By);
            closing.From.ShouldBe("resolved");
        }

        present.Reopenings.Count.ShouldBeLessThanOrEqualTo(Settings.Reopenings);
        present.Steps.Count(s => s.Kind is "reopened").ShouldBe(present.Reopenings.Count);
        (present.Closing is not null).ShouldBe(present.IsClosed);
        Counts(present);
    }

    private static void Counts(LianxinCase present)
    {
        var figures = Funnel.Of(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), [FeedbackRow.Of(FeedbackDesk.Registered())], [CaseRow.Of(present)]).Total;
        figures.Registered.ShouldBe(1);
        figures.Done.ShouldBeLessThanOrEqualTo(figures.Registered);
        figures.Confirmed.ShouldBeLessThanOrEqualTo(figures.Done);
        figures.Confirmed.ShouldBe(present.Steps.Any(s => s.To is "done-confirmed") ? 1 : 0);
    }

    private static LianxinCase? Try(LianxinCase present, byte command, Core.Items.CommandContext context) => (command % 8) switch
    {
        0 => CaseSteps.Progress(present, "进展", context).Value,
        1 => CaseSteps.Resolve(present, new ResolutionInput("done", "办好了", null), context).Value,
        2 => CaseSteps.Resolve(present, new ResolutionInput("cannot-be-done", "没有依据", null), context).Value,
        3 => CaseClosings.Confirm(present, new ConfirmationInput(null, null), false, Settings, context).Value,
        4 => CaseClosings.Confirm(present, new ConfirmationInput("unreachable", "打过电话"), false, Settings, context).Value,
        5 => CaseClosings.Confirm(present, new ConfirmationInput(null, null), true, Settings, context with { By = Actor.Anyone(Town.Agency) }).Value,
        6 => CaseClosings.Reopen(present, "没有办好", Settings, context).Value,
        _ => CaseClosings.Ask(present, context),
    };
}
