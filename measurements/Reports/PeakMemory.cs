namespace Lianxin.Bench.Reports;

/// <summary>Looks every few milliseconds at how much managed memory is in use, garbage that is not collected yet included, and keeps the highest.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Thread watcher;
    private long highest;

    public PeakMemory()
    {
        watcher = new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        watcher.Start();
    }

    public double Megabytes => Interlocked.Read(ref highest) / 1e6;

    public void Dispose()
    {
        stop.Cancel();
        watcher.Join();
        stop.Dispose();
    }

    private void Watch()
    {
        do
        {
            Interlocked.Exchange(ref highest, Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false)));
        }
        while (!stop.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(3)));
    }
}
