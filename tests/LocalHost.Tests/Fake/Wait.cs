namespace Lianxin.LocalHost.Tests.Fake;

internal static class Wait
{
    /// <summary>Bounded wait for something another process does.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, int seconds = 20)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (!await isSo())
        {
            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException($"waited {seconds} s: {what}");
            }

            await Task.Delay(30, CancellationToken.None);
        }
    }

    public static Task UntilAsync(Func<bool> isSo, string what, int seconds = 20) => UntilAsync(() => Task.FromResult(isSo()), what, seconds);
}
