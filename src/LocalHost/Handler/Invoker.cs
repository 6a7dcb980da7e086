using System.Net.Http.Headers;

namespace Lianxin.LocalHost.Handler;

/// <summary>Posts envelopes to the handler as the real host does, and judges the answers.</summary>
/// <param name="timeout">functionTimeout: past it the handler is killed and every running call with it; null is unbounded.</param>
internal sealed class Invoker(HandlerSupervisor handler, string hostVersion, TimeSpan? timeout, Journal journal)
{
    private static readonly TimeSpan WaitForHandler = TimeSpan.FromMinutes(2);

    public async Task<Verdict> InvokeAsync(string function, byte[] envelope, CancellationToken stop)
    {
        var verdict = await SendAsync(function, envelope, stop);
        foreach (var line in verdict.Logs)
        {
            journal.Line($"[{function}] {line}");
        }

        if (!verdict.Succeeded)
        {
            journal.Warn($"函数 {function} 失败：{verdict.Chinese}", $"function {function} failed: {verdict.English}");
        }

        return verdict;
    }

    private async Task<Verdict> SendAsync(string function, byte[] envelope, CancellationToken stop)
    {
        if (await handler.WhenReadyAsync(WaitForHandler, stop) is not { } life)
        {
            return Verdict.Failure("处理程序没有起来", "the handler did not come up");
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (timeout is { } limit)
        {
            deadline.CancelAfter(limit);
        }

        try
        {
            using var request = Request(life, function, envelope);
            using var answer = await life.Client.SendAsync(request, deadline.Token);
            var body = await answer.Content.ReadAsByteArrayAsync(deadline.Token);
            return Verdict.Of(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, body);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or ObjectDisposedException)
        {
            // When the host stops it kills the handler: that is no failure of the function.
            stop.ThrowIfCancellationRequested();
            return Verdict.Failure("处理程序中断了连接", $"the handler broke the connection: {broken.Message}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            life.Kill(planned: true);
            return Verdict.Failure(
                $"超过 functionTimeout（{timeout}），处理程序已杀掉重启",
                $"longer than functionTimeout ({timeout}); the handler was killed and restarts");
        }
    }

    private HttpRequestMessage Request(HandlerLife life, string function, byte[] envelope)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{life.Port}/{function}")
        {
            Content = new ByteArrayContent(envelope),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        // The real host streams the envelope, so the handler never sees a length.
        request.Headers.TransferEncodingChunked = true;
        request.Headers.TryAddWithoutValidation("User-Agent", $"Azure-Functions-Host/{hostVersion}");
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-HostVersion", hostVersion);
        request.Headers.TryAddWithoutValidation("X-Azure-Functions-InvocationId", Guid.NewGuid().ToString());
        return request;
    }
}
