using System.Diagnostics;

namespace Lianxin.EndToEnd.Running;

/// <summary>Kills the handler, as an out-of-memory killer would: without a word.</summary>
internal sealed class Killer : IAsyncDisposable
{
    private readonly Task work;

    private Killer(Task work) => this.work = work;

    public static Killer Start(RunningSystem system, int kills, TimeSpan every) => new(Task.Run(async () =>
    {
        for (var n = 0; n < kills; n++)
        {
            await Task.Delay(every);
            await KillAsync(system);
        }
    }));

    /// <summary>Waits for a handler and kills it.</summary>
    public static async Task KillAsync(RunningSystem system)
    {
        var watch = Stopwatch.StartNew();
        IReadOnlyList<int> running;
        while ((running = system.HandlerProcesses()).Count == 0)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), $"no handler was started again:\n{system.Output}");
            await Task.Delay(50);
        }

        running.Count.ShouldBe(1);
        using var handler = Process.GetProcessById(running[0]);
        handler.Kill();
        await handler.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync() => await work;
}
