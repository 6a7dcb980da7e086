namespace Lianxin.LocalHost.Processes;

/// <summary>Waits between restarts: 100 ms, doubling to 10 s, from the start again after a healthy minute.</summary>
internal sealed class RestartPace
{
    public static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan Healthy = TimeSpan.FromMinutes(1);

    private TimeSpan _next = First;

    /// <param name="lived">How long the process had been answering when it ended.</param>
    public TimeSpan After(TimeSpan lived)
    {
        var wait = lived >= Healthy ? First : _next;
        _next = wait * 2 < Longest ? wait * 2 : Longest;
        return wait;
    }
}
