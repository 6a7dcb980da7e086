using Lianxin.Core.Privacy;

namespace Lianxin.Core.Tests.Privacy;

/// <summary>Runs alone, so that the processor time of the process is that of the scan.</summary>
[CollectionDefinition(nameof(LinearTimeTests), DisableParallelization = true)]
[Collection(nameof(LinearTimeTests))]
public class LinearTimeTests
{
    private const int Length = 200_000;

    /// <summary>Each text is the worst that some detector can be given. The best of some runs is taken: the first ones are still being compiled.</summary>
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
    public void Two_hundred_thousand_characters_take_well_under_100_milliseconds(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, Length / unit.Length));

        Enumerable.Range(0, 12).Min(_ => MillisecondsOf(text)).ShouldBeLessThan(100);
    }

    private static double MillisecondsOf(string text)
    {
        var before = Environment.CpuUsage.TotalTime;
        TextDetectors.Scan("body", text);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
