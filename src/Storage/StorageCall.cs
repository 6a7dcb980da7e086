using Azure;
using Azure.Identity;
using Lianxin.Core.Items;

namespace Lianxin.Storage;

/// <summary>
/// The one border where the SDK's failures become the house's: <see cref="StorageUnavailableException"/> when storage is away, slow,
/// throttling, not prepared or refusing our identity; <see cref="InvalidOperationException"/> when it calls our request wrong, which is a
/// fault of this program and no retry will mend. Expected conflicts are caught before they get here.
/// </summary>
internal static class StorageCall
{
    public static async Task<T> RunAsync<T>(Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception error) when (Translate(error, cancellation) is { } translated)
        {
            throw translated;
        }
    }

    public static Exception? Translate(Exception error, CancellationToken cancellation) => error switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => null,
        RequestFailedException failed when IsOurFault(failed) =>
            new InvalidOperationException($"Storage calls the request wrong: {failed.Status} {failed.ErrorCode}.", failed),
        RequestFailedException failed => Away($"{failed.Status} {failed.ErrorCode}", failed),
        AggregateException or IOException or HttpRequestException or OperationCanceledException or AuthenticationFailedException =>
            Away(error.GetType().Name, error),
        _ => null,
    };

    private static StorageUnavailableException Away(string what, Exception inner) => new($"Storage is not available ({what}).", inner);

    // Status 0 means that no answer came at all. 404 reaches this place only for a missing table, container or queue.
    private static bool IsOurFault(RequestFailedException failed) =>
        failed.Status is >= 400 and < 500 and not (401 or 403 or 404 or 408 or 429) && !IsPassing(failed.ErrorCode);

    private static bool IsPassing(string? code) =>
        code is "TableBeingDeleted" or "ContainerBeingDeleted" or "QueueBeingDeleted" or "OperationTimedOut";
}
