namespace Lianxin.LocalHost.Handler;

/// <summary>Counts crashes as the real host does: three within thirty minutes and it stops the app.</summary>
internal sealed class CrashLedger
{
    public const int Limit = 3;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(30);

    private readonly Queue<DateTimeOffset> _crashes = [];

    /// <returns>Whether the real host would have given up here.</returns>
    public bool Add(DateTimeOffset at)
    {
        _crashes.Enqueue(at);
        while (at - _crashes.Peek() > Window)
        {
            _crashes.Dequeue();
        }

        return _crashes.Count >= Limit;
    }
}
