using FsCheck.Xunit;
using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Items;

/// <summary>Any sequence of commands by anyone leaves a lawful state (S8).</summary>
public class LawfulLifeProperties
{
    private static readonly Actor[] Everyone =
        [Town.Clerk, Town.OtherClerk, Town.Reviewer, Town.LeaderOne, Town.LeaderTwo, Town.Chair, Town.Supervisor, Town.Member, Town.Admin];

    /// <summary>Whose step each command is, as places in <see cref="Everyone"/>: the clerk's, the reviewer's, a leader's, the chair's.</summary>
    private static readonly int[] Fitting = [0, 0, 2, 2, 3, 4, 5, 5, 0, 0, 5];

    /// <summary>Commands, those that lead on more often than those that lead back.</summary>
    private static readonly byte[] Often = [0, 1, 1, 2, 2, 3, 4, 4, 4, 4, 5, 6, 6, 7, 8, 8, 8, 9, 9, 10];

    private static readonly string[] Entries = ["01-03", "11-01", "02-01", "01-02", "15-02"];

    [Property(MaxTest = 300)]
    public void Any_sequence_of_commands_leaves_a_lawful_state((byte Command, byte Actor, byte Day)[] script, byte start)
    {
        ArgumentNullException.ThrowIfNull(script);
        Walk(script, start);
    }

    /// <summary>
    /// Walks that mostly take the step with someone who may take it, and so get far: through publication, revision and withdrawal.
    /// <c>./test --long</c> walks fifty times as many.
    /// </summary>
    [Fact]
    public void Long_walks_by_people_who_may_leave_a_lawful_state()
    {
        var walks = Environment.GetEnvironmentVariable("LIANXIN_TEST_LONG") is "1" ? 10_000 : 200;
        var published = 0;
        for (var seed = 1; seed <= walks; seed++)
        {
            var chance = new Random(seed);
            var script = Enumerable.Range(0, 60).Select(_ =>
            {
                var command = Often[chance.Next(Often.Length)];
                var fitting = command == 4 ? 3 + chance.Next(2) : Fitting[command];
                var actor = chance.Next(10) < 8 ? (byte)fitting : (byte)chance.Next(Everyone.Length);
                return (command, actor, (byte)chance.Next(60));
            });
            published += Walk(script, (byte)chance.Next(256)).Releases.Count;
        }

        // A walk that never gets anywhere proves nothing.
        published.ShouldBeGreaterThan(walks / 4);
    }

    private static Item Walk(IEnumerable<(byte Command, byte Actor, byte Day)> script, byte start)
    {
        var now = Town.Morning;
        var first = Submission.Create(Town.Input(Entries[start % Entries.Length]), Town.Identity(), Town.As(Town.Clerk), draft: start % 2 == 0).Value!;
        var item = first.After;
        var events = new List<ItemEvent>(first.Events);

        foreach (var (command, actor, day) in script)
        {
            now = now.AddHours(day % 60);
            var before = item;
            if (Try(item, command, Town.As(Everyone[actor % Everyone.Length], now)) is not { } change)
            {
                continue;
            }

            item = change.After;
            events.AddRange(change.Events);
            ItemSteps.All.ShouldContain(t => (t.From == before.Status || t.From == before.OutwardStatus) && t.To == item.Status);
        }

        Lawful(item, events);
        return item;
    }

    private static ItemChange? Try(Item item, byte command, CommandContext context) => (command % 11) switch
    {
        0 => Submission.Change(item, new ItemInput { Title = "改后的标题" }, context).Value,
        1 => Submission.Submit(item, context).Value,
        2 => Examination.Review(item, Town.Accept, Town.Group, context).Value,
        3 => Examination.Review(item, new ReviewInput("return", "退回", null, false, false, false, false), Town.Group, context).Value,
        4 => GroupDecision.GiveOpinion(item, "agree", null, context).Value,
        5 => GroupDecision.GiveOpinion(item, "disagree", "不同意", context).Value,
        6 => GroupDecision.Approve(item, Town.Approve, context).Value,
        7 => GroupDecision.Approve(item, Town.Approve with { Decision = "reject", ExemptionArticle = "第十六条", ExemptionReason = "内部事务" }, context).Value,
        8 => PublicationSteps.Publish(item, item.Version, context with { By = Town.Queue }),
        9 => Submission.Revise(item, new ItemInput { Body = "新正文", ChangeNote = "更新" }, context).Value,
        _ => PublicationSteps.Withdraw(item, "撤下原因", context).Value,
    };

    private static void Lawful(Item item, List<ItemEvent> events)
    {
        EventChain.FirstBreak(events).ShouldBeNull();
        item.EventCount.ShouldBe(events.Count);
        item.LastEventHash.ShouldBe(events[^1].Hash);
        foreach (var release in events.Where(e => e.Kind is "published" or "republished" or "published-to-party"))
        {
            // Nothing goes out that was not submitted, then accepted by somebody else, then approved.
            var before = events.Take(release.Number - 1).ToList();
            var submission = before.FindLast(e => e.Kind is "submitted" or "revised");
            var approval = before.FindLast(e => e.Kind == "approved");
            submission.ShouldNotBeNull();
            approval.ShouldNotBeNull();
            approval.By.ShouldNotBe(submission.By);
            approval.Number.ShouldBeGreaterThan(submission.Number);
        }

        if (item.Audience == Audience.PartyOnly)
        {
            item.Releases.ShouldBeEmpty();
            Visibility.Of(item, Actor.Anyone(Town.Agency)).ShouldBe(View.None);
        }
    }
}
