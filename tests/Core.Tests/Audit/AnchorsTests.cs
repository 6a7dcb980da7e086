using Lianxin.Core.Audit;

namespace Lianxin.Core.Tests.Audit;

/// <summary>An anchor covers every head, follows from the one before, and tells what is not as it was.</summary>
public sealed class AnchorsTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateTimeOffset Night = new(2026, 3, 2, 16, 5, 0, TimeSpan.Zero);
    private static readonly ChainHead First = new("items/a", 2, "aa");
    private static readonly ChainHead Second = new("items/b", 1, "bb");
    private static readonly IReadOnlyDictionary<string, ChainHead> Nothing = new Dictionary<string, ChainHead>();

    [Fact]
    public void An_anchor_depends_on_every_head_and_on_no_order()
    {
        var record = Next(null, Nothing, First, Second);
        Next(null, Nothing, Second, First).Anchor.ShouldBe(record.Anchor);
        ChainHead[] others = [Second with { Subject = "items/c" }, Second with { Events = 2 }, Second with { Hash = "bc" }];
        foreach (var other in others)
            Next(null, Nothing, First, other).Anchor.Hash.ShouldNotBe(record.Anchor.Hash);
        Next(null, Nothing, First).Anchor.Hash.ShouldNotBe(record.Anchor.Hash);
    }

    [Fact]
    public void The_next_one_tells_only_what_grew_and_holds_with_the_one_before()
    {
        var before = Next(null, Nothing, First, Second);
        var known = Anchors.Fold(Nothing, before.Changed);
        var after = Anchors.Next("demo", Monday.AddDays(3), Night.AddDays(3), before.Anchor, known, [First, Second with { Events = 4, Hash = "dd" }]);
        after.Changed.ShouldBe([Second with { Events = 4, Hash = "dd" }]);
        after.Anchor.ShouldSatisfyAllConditions(
            a => a.Number.ShouldBe(2),
            a => a.Since.ShouldBe(Monday),
            a => a.Previous.ShouldBe(before.Anchor.Hash));
        Anchors.Fault(before, null, known).ShouldBeNull();
        var all = Anchors.Fold(known, after.Changed);
        Anchors.Fault(after, before.Anchor, all).ShouldBeNull();
        Anchors.Fault(after, null, all).ShouldNotBeNull();
        Anchors.Fault(after with { Anchor = after.Anchor with { MadeAt = Night } }, before.Anchor, all).ShouldNotBeNull();
        Anchors.Fault(after, before.Anchor, known).ShouldNotBeNull();
    }

    [Fact]
    public void What_is_shorter_gone_or_other_is_lost_and_stays_anchored()
    {
        var known = Anchors.Fold(Nothing, [First, Second]);
        Anchors.Lost(known, [First, Second with { Events = 3, Hash = "ee" }]).ShouldBeEmpty();
        Anchors.Lost(known, [First with { Events = 1, Hash = "a0" }]).ShouldBe([new LostHead(First, First with { Events = 1, Hash = "a0" }), new LostHead(Second, null)]);
        Anchors.Lost(known, [First with { Hash = "a1" }, Second]).Single().Anchored.ShouldBe(First);
        var record = Anchors.Next("demo", Monday, Night, null, known, [First with { Events = 1, Hash = "a0" }]);
        record.Changed.ShouldBeEmpty();
        record.Anchor.Heads.ShouldBe(2);
    }

    [Fact]
    public void The_short_form_is_the_day_and_sixteen_digits() =>
        Anchors.Printed(Next(null, Nothing, First).Anchor with { Hash = "0123456789abcdef" + new string('0', 48) }).ShouldBe("2026-03-02 0123 4567 89ab cdef");

    private static AnchorRecord Next(DailyAnchor? before, IReadOnlyDictionary<string, ChainHead> known, params ChainHead[] present) =>
        Anchors.Next("demo", Monday, Night, before, known, present);
}
