using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Core.Tests.Items;

namespace Lianxin.Core.Tests.Audit;

public class EventChainTests
{
    [Fact]
    public void A_changed_a_missing_and_a_swapped_event_show()
    {
        var events = new List<ItemEvent>();
        var submitted = Submission.Create(Town.Input(), Town.Identity(), Town.As(Town.Clerk), draft: false).Value!;
        events.AddRange(submitted.Events);
        var reviewed = Examination.Review(submitted.After, Town.Accept, Town.Group, Town.As(Town.Reviewer)).Value!;
        events.AddRange(reviewed.Events);
        events.AddRange(GroupDecision.GiveOpinion(reviewed.After, "disagree", "不全", Town.As(Town.LeaderOne)).Value!.Events);

        EventChain.FirstBreak(events).ShouldBeNull();
        EventChain.FirstBreak([events[0], events[1] with { Reason = "另一个理由" }, events[2]]).ShouldBe(2);
        EventChain.FirstBreak([events[0], events[1] with { At = events[1].At.AddSeconds(1) }, events[2]]).ShouldBe(2);
        EventChain.FirstBreak([events[0], events[2]]).ShouldBe(2);
        EventChain.FirstBreak([events[1], events[0], events[2]]).ShouldBe(1);
    }
}
