using System.Diagnostics;
using Lianxin.Bench.Results;

namespace Lianxin.Bench.Submissions;

/// <summary>What a slice of time held.</summary>
/// <param name="PerSecond">Calls per second of the clock, which foreign load slows down.</param>
/// <param name="PerProcessorSecond">Calls per second of processor time of all who took part, which it hardly changes.</param>
internal readonly record struct Slice(double PerSecond, double PerProcessorSecond);

/// <summary>Callers who call at once, each again as soon as it has its answer.</summary>
/// <param name="processes">Who takes part beside this program itself.</param>
internal sealed class Callers(params int[] processes)
{
    public const int Count = 8;

    /// <summary>Until so many calls are done or so much time is over, whichever comes first.</summary>
    public async Task<Slice> RunAsync(int calls, TimeSpan limit, Func<Task> call)
    {
        var left = calls;
        var done = 0;
        var cpu = Cpu();
        var since = Stopwatch.GetTimestamp();
        async Task WorkAsync()
        {
            while (Interlocked.Decrement(ref left) >= 0 && Stopwatch.GetElapsedTime(since) < limit)
            {
                await call();
                Interlocked.Increment(ref done);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => Task.Run(WorkAsync)));
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        return new Slice(done / seconds, done / Math.Max(Cpu() - cpu, 0.01));
    }

    private double Cpu() => processes.Append(Environment.ProcessId).Sum(MachineLoad.CpuOf);
}
