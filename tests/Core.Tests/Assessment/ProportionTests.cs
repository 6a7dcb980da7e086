using Lianxin.Core.Assessment;

namespace Lianxin.Core.Tests.Assessment;

public class ProportionTests
{
    /// <summary>Against the worked figures of R's binom::binom.wilson and Newcombe (1998), table I.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    [InlineData(29, 29, 0.8830, 1)]
    public void The_interval_is_wilsons(int hits, int sample, double low, double high)
    {
        var share = new Proportion(hits, sample);
        share.Low.ShouldBe(low, 0.00006);
        share.High.ShouldBe(high, 0.00006);
    }

    [Fact]
    public void At_no_hit_and_at_nothing_but_hits_the_ends_are_exact_and_the_interval_has_width()
    {
        var none = new Proportion(0, 7);
        var all = new Proportion(7, 7);
        (none.Low, all.High).ShouldBe((0, 1));
        none.High.ShouldBe(1 - all.Low, 1e-12);
        none.High.ShouldBeInRange(0.3, 0.4);
    }

    [Fact]
    public void Without_a_sample_nothing_is_known()
    {
        var nothing = new Proportion(0, 0);
        (nothing.Share, nothing.Low, nothing.High).ShouldBe((null, 0, 1));
    }

    [Fact]
    public void The_share_lies_in_its_interval_for_every_sample_up_to_fifty()
    {
        for (var sample = 1; sample <= 50; sample++)
        {
            for (var hits = 0; hits <= sample; hits++)
            {
                var p = new Proportion(hits, sample);
                p.Share!.Value.ShouldBeInRange(p.Low, p.High);
                (p.Low >= 0 && p.High <= 1 && p.Low < p.High).ShouldBeTrue();
            }
        }
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    public void Hits_outside_the_sample_are_a_mistake_of_the_caller(int hits, int sample) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new Proportion(hits, sample));
}
