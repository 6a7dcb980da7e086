using System.Net;
using Lianxin.LocalHost.Handler;

namespace Lianxin.LocalHost.Http;

/// <summary>Carries public requests to the handler. A handler that is down is waited for; one that dies in a call is a 500.</summary>
internal sealed class Upstream(HandlerSupervisor handler, UpstreamRequest requests, HttpMode mode, TimeSpan patience, TimeProvider clock, Journal journal)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <summary>Longest wait for an answer, as at the platform's load balancer.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(230);

    public async Task ServeAsync(HttpContext context)
    {
        // The older hosts do not notice a client that hangs up; the newer ones stop the work.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(
            mode == HttpMode.Proxying ? context.RequestAborted : CancellationToken.None);
        limit.CancelAfter(AnswerLimit);
        try
        {
            using var answer = await AskAsync(context, limit.Token);
            if (answer is null)
            {
                Fail(context, HttpStatusCode.ServiceUnavailable);
                context.Response.Headers.RetryAfter = "5";
                return;
            }

            await AnswerAsync(context, answer, limit.Token);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to answer.
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            if ((failed as BadHttpRequestException ?? failed.InnerException) is BadHttpRequestException bad)
            {
                Fail(context, (HttpStatusCode)bad.StatusCode);
                return;
            }

            journal.Warn(
                $"{context.Request.Method} {context.Request.Path} 失败，答复 500",
                $"{context.Request.Method} {context.Request.Path} failed in the handler: {failed.Message}");
            Fail(context, HttpStatusCode.InternalServerError);
        }
    }

    /// <returns>Null when no handler was up in time.</returns>
    private async Task<HttpResponseMessage?> AskAsync(HttpContext context, CancellationToken cancellation)
    {
        var body = mode == HttpMode.Forwarding ? await UpstreamRequest.BufferAsync(context.Request, cancellation) : null;
        // The client below repeats a request without a body by itself when a kept connection turns out dead, so such a request may
        // have been seen by the handler that died: it gets one more try. One with a body cannot have been: it waits as long as it takes.
        var triesLeft = UpstreamRequest.IsSafe(context.Request.Method) ? 1 : int.MaxValue;
        var since = clock.GetTimestamp();
        while (patience - clock.GetElapsedTime(since) is var left && left > TimeSpan.Zero
            && await handler.WhenReadyAsync(left, cancellation) is { } life)
        {
            try
            {
                using var request = requests.Make(context, life.Port, body);
                return await life.Client.SendAsync(request, cancellation);
            }
            catch (Exception refused) when (triesLeft-- > 0
                && refused is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } or ObjectDisposedException)
            {
                // It died just now: the next one gets the request.
                await Task.Delay(BetweenTries, clock, cancellation);
            }
        }

        return null;
    }

    private async Task AnswerAsync(HttpContext context, HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (mode == HttpMode.Forwarding)
        {
            await answer.Content.LoadIntoBufferAsync(cancellation);
        }

        HopHeaders.CopyResponse(answer, context.Response);
        await answer.Content.CopyToAsync(context.Response.Body, cancellation);
    }

    private static void Fail(HttpContext context, HttpStatusCode status)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = (int)status;
    }
}
