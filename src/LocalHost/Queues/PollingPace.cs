namespace Lianxin.LocalHost.Queues;

/// <summary>Waits between looks at an empty queue: 100 ms, doubling to the longest, at once again after a message.</summary>
internal sealed class PollingPace(TimeSpan longest)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);

    private TimeSpan _next = First;

    public TimeSpan Empty()
    {
        var wait = _next < longest ? _next : longest;
        _next = wait * 2;
        return wait;
    }

    public void Found() => _next = First;
}
