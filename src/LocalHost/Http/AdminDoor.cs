using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost.Http;

/// <summary><c>POST /admin/functions/{name}</c> with the master key fires a timer by hand, as on the real host.</summary>
internal sealed class AdminDoor(IReadOnlyList<TimerLoop> timers, HostKey key, CancellationToken stop)
{
    private const string Prefix = "/admin/functions/";

    public void Serve(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!HttpMethods.IsPost(context.Request.Method) || !path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!key.IsShownBy(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var name = path[Prefix.Length..];
        if (timers.FirstOrDefault(timer => string.Equals(timer.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } timer)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Accepted, not awaited: the run reports itself in the journal.
        _ = FireAsync(timer);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task FireAsync(TimerLoop timer)
    {
        try
        {
            await timer.FireByHandAsync(stop);
        }
        catch (OperationCanceledException)
        {
            // The host goes down.
        }
    }
}
