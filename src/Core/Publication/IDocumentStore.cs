namespace Lianxin.Core.Publication;

/// <summary>Containers of documents; the names are the house's (architecture: Storage).</summary>
public static class Containers
{
    /// <summary>The static site.</summary>
    public const string Site = "$web";
    public const string Reports = "reports";

    /// <summary>Printed sheets for the notice boards.</summary>
    public const string Bulletins = "bulletins";
    public const string Attachments = "attachments";

    /// <summary>Sealed originals: bodies, imported files, what a masked copy was made from.</summary>
    public const string Sealed = "sealed";
    public const string Keys = "keys";

    /// <summary>移交包, the packages for the county's portal, made when somebody fetches one.</summary>
    public const string Handover = "handover";

    /// <summary>Daily anchors 登记簿锚点, written once each and never over (decision record 26).</summary>
    public const string Anchors = "anchors";
}

/// <summary>A document and its fence.</summary>
public sealed record StoredDocument(byte[] Bytes, string MediaType, string Fence);

/// <summary>Documents by container and name. Throws <c>StorageUnavailableException</c> only.</summary>
public interface IDocumentStore
{
    Task<StoredDocument?> FindAsync(string container, string name, CancellationToken cancellation);

    /// <summary>Fence of a document without its bytes; null when there is none.</summary>
    Task<string?> FenceAsync(string container, string name, CancellationToken cancellation);

    /// <summary>Names that begin with <paramref name="prefix"/>, in ordinal order.</summary>
    Task<IReadOnlyList<string>> NamesAsync(string container, string prefix, CancellationToken cancellation);

    /// <summary>Writes whatever was there before.</summary>
    Task PutAsync(string container, string name, byte[] bytes, string mediaType, CancellationToken cancellation);

    /// <summary>Writes only over <paramref name="fence"/> (null: only if there is none); answers the new fence, or null when the race was lost.</summary>
    Task<string?> TryPutAsync(string container, string name, byte[] bytes, string mediaType, string? fence, CancellationToken cancellation);

    Task<bool> DeleteAsync(string container, string name, CancellationToken cancellation);

    /// <summary>A link to the document that ends after <paramref name="lifetime"/> (machine time), at most one hour.</summary>
    /// <param name="downloadName">File name that a browser saves it under.</param>
    Task<Uri> LinkAsync(string container, string name, TimeSpan lifetime, string downloadName, CancellationToken cancellation);
}

/// <summary>Puts messages on queues. At-least-once: whoever consumes them is idempotent.</summary>
public interface IMessageSender
{
    Task SendAsync(Items.OutboxMessage message, CancellationToken cancellation);
}

/// <summary>State of storage for <c>GET /api/health</c>.</summary>
/// <param name="OldestOutbox">Machine instant of the oldest unsent outbox row, or null.</param>
/// <param name="StorageNow">What time it is by storage's own clock, to the second; null where storage has none.</param>
public sealed record StorageHealth(bool Reachable, DateTimeOffset? OldestOutbox, long PoisonMessages, string? Problem, DateTimeOffset? StorageNow = null);

public interface IStorageProbe
{
    /// <summary>Creates tables, containers and queues that are missing; safe to repeat and to run twice at once.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    Task<StorageHealth> CheckAsync(string agency, CancellationToken cancellation);
}
