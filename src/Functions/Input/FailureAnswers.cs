using Lianxin.Core.Items;

namespace Lianxin.Functions.Input;

/// <summary>
/// The outermost net: whatever goes wrong behind it becomes a problem without a stack trace, and a bare status of the framework
/// gets its words.
/// </summary>
public sealed partial class FailureAnswers(RequestDelegate next, ILogger<FailureAnswers> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; there is nobody to answer.
            return;
        }
        catch (Exception failure)
        {
            await AnswerAsync(context, failure);
            return;
        }

        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null && response.ContentType is null)
            await Problem.OfStatus(response.StatusCode).WriteAsync(context);
    }

    private async Task AnswerAsync(HttpContext context, Exception failure)
    {
        var problem = failure switch
        {
            BadHttpRequestException bad => Problem.OfStatus(bad.StatusCode),
            _ when IsStorageAway(failure) => Problem.StorageUnavailable(),
            _ => Problem.Internal(),
        };
        if (problem.Status >= 500)
            LogFailure(context.Request.Method, context.Request.Path, problem.Code, failure);
        if (context.Response.HasStarted)
        {
            // Half an answer must not look like a whole one.
            context.Abort();
            return;
        }

        context.Response.Clear();
        await problem.WriteAsync(context);
    }

    /// <summary>Data protection wraps whatever its keys' store throws.</summary>
    private static bool IsStorageAway(Exception? failure) =>
        failure is not null && (failure is StorageUnavailableException || IsStorageAway(failure.InnerException));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed with {Code}")]
    private partial void LogFailure(string method, string path, string code, Exception failure);
}
