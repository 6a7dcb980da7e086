using Lianxin.Core.Privacy;
using Lianxin.Core.Tests.Proofreading;

namespace Lianxin.Core.Tests.Privacy;

/// <summary>Runs alone, so that the processor time of the process is that of the scan.</summary>
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
[Collection(nameof(LinearTimeTests))]
public class LinearTimeTests
{
    private const int Short = 25_000;
    private const int Long = 200_000;

    /// <summary>Below this the clock of the processor's time says nothing.</summary>
    private const double Floor = 1;

    /// <summary>
    /// Each text is the worst that some detector can be given. Eight times the text may cost eight times the processor's
    /// time, with room for caches and collections; work that grows with the square would cost 64 times. The best of some
    /// runs is taken: the first ones are still being compiled. How fast it is, <c>./bench</c> tells.
    /// </summary>
    [Theory]
    [InlineData("信息公开")]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1a")]
    [InlineData("12*")]
    [InlineData("12 * ")]
    [InlineData("138 0000 ")]
    [InlineData("999999 19900307 ")]
    [InlineData("6200 ")]
    [InlineData("账号,")]
    [InlineData("账号1\n")]
    [InlineData("账号:\n")]
    [InlineData("账号\t123456789012\n")]
    [InlineData("999999199003070012 ")]
    [InlineData("X")]
    [InlineData("⑨")]
    [InlineData("a@")]
    [InlineData("@a.b")]
    [InlineData("癌症")]
    [InlineData("王患癌症")]
    [InlineData("学生张小例、")]
    [InlineData("宁A1")]
    [InlineData("住址")]
    [InlineData("村1组1号")]
    [InlineData("1单元1")]
    [InlineData("姓名\t年龄\n张*例\t8\n")]
    [InlineData("姓名 手机\n")]
    [InlineData("张小例9岁")]
    [InlineData("本人电话1")]
    public void Eight_times_the_text_costs_no_more_than_a_linear_scan(string unit)
    {
        var few = Best(unit, Short, Detect);
        var many = Best(unit, Long, Detect);

        many.ShouldBeLessThan(Math.Max(few, Floor) * 24, $"{few:0.0} ms for the short text");
    }

    /// <summary>Proof-reading goes over the same texts and holds to the same.</summary>
    [Theory]
    [InlineData("工作")]
    [InlineData("一下")]
    [InlineData("“")]
    [InlineData("（")]
    [InlineData("）”")]
    [InlineData("“（")]
    [InlineData(" ,")]
    [InlineData("　")]
    [InlineData("2014年1月")]
    [InlineData("二○")]
    [InlineData("发〔2014〕0")]
    [InlineData("镇长")]
    [InlineData("示例程一明、")]
    [InlineData("秸杆。\n")]
    public void Eight_times_the_text_costs_no_more_than_a_linear_proof_reading(string unit)
    {
        var few = Best(unit, Short, ProofRead);
        var many = Best(unit, Long, ProofRead);

        many.ShouldBeLessThan(Math.Max(few, Floor) * 24, $"{few:0.0} ms for the short text");
    }

    private static void ProofRead(string text) => ShippedProofreader.Whole.Read("body", text);

    private static void Detect(string text) => TextDetectors.Scan("body", text);

    private static double Best(string unit, int length, Action<string> read)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length));
        return Enumerable.Range(0, 8).Min(_ => MillisecondsOf(text, read));
    }

    private static double MillisecondsOf(string text, Action<string> read)
    {
        var before = Environment.CpuUsage.TotalTime;
        read(text);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
