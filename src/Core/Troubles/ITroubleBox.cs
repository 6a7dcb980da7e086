namespace Lianxin.Core.Troubles;

/// <summary>A message that failed so often that the host put it aside.</summary>
/// <param name="Queue">The queue it came from.</param>
/// <param name="MessageId">New each time a message is put aside.</param>
/// <param name="Text">As it was sent; of bytes that are no text, what storage gives for them.</param>
/// <param name="Since">Machine instant at which it was put aside.</param>
public sealed record PoisonMessage(string Queue, string MessageId, string Text, DateTimeOffset Since);

/// <summary>
/// The poison queues, looked into without emptying them. Throws <c>StorageUnavailableException</c> only.
/// </summary>
public interface ITroubleBox
{
    /// <summary>The oldest messages of every poison queue (storage shows at most 32 of each). One that is just being dealt with is not shown.</summary>
    Task<IReadOnlyList<PoisonMessage>> PeekAsync(CancellationToken cancellation);

    /// <summary>Sends a message to its queue again and takes it out; false when it is not there, or somebody else is dealing with it.</summary>
    Task<bool> PutBackAsync(string queue, string messageId, CancellationToken cancellation);

    /// <summary>Takes a message out for good; false when it is not there, or somebody else is dealing with it.</summary>
    Task<bool> TakeOutAsync(string queue, string messageId, CancellationToken cancellation);
}
