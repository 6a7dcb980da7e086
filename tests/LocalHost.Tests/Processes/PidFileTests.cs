using System.Diagnostics;
using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Tests.Processes;

public sealed class PidFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task A_leftover_process_is_ended()
    {
        using var left = Process.Start("sleep", "60");
        var file = new PidFile(_path);
        file.Write(left.Id);

        (await file.EndLeftoverAsync(Signals.Terminate, TestContext.Current.CancellationToken)).ShouldBeTrue();
        left.WaitForExit(5000).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_process_under_a_reused_id_is_left_alone()
    {
        using var innocent = Process.Start("sleep", "60");
        await File.WriteAllTextAsync(_path, $"{innocent.Id} 12345", TestContext.Current.CancellationToken);

        (await new PidFile(_path).EndLeftoverAsync(Signals.Terminate, TestContext.Current.CancellationToken)).ShouldBeFalse();
        innocent.HasExited.ShouldBeFalse();
        innocent.Kill();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-1 -1")]
    public async Task A_file_that_names_no_process_does_nothing(string text)
    {
        await File.WriteAllTextAsync(_path, text, TestContext.Current.CancellationToken);

        (await new PidFile(_path).EndLeftoverAsync(Signals.Terminate, TestContext.Current.CancellationToken)).ShouldBeFalse();
    }
}
