using Lianxin.Core.Audit;

namespace Lianxin.Core.Items;

/// <summary>A message to a queue, written in the same transaction as the change that causes it. Carries keys and versions only.</summary>
/// <param name="Queue"><c>publication</c>, <c>republication</c>, <c>notification</c> or <c>work</c>.</param>
/// <param name="Kind">What to do, for example <c>publish-item</c>, <c>refresh-lists</c>, <c>run-import</c>.</param>
/// <param name="Subject">Id of the item, or the key of what is to be done.</param>
/// <param name="Version">Version of the subject that caused it.</param>
public sealed record OutboxMessage(string Queue, string Kind, string Subject, int Version)
{
    /// <summary>How long the queue holds it back; null is not at all. Only for messages sent directly: the outbox keeps none.</summary>
    public TimeSpan? Wait { get; init; }
}

/// <summary>The first answer to a command that creates, kept so that a repeated command gets it again (idempotency).</summary>
/// <param name="KeyHash">Hash of caller, route and key; never the key itself.</param>
/// <param name="BodyHash">Hash of the body; another body under the same key is refused.</param>
/// <param name="At">Machine instant of the first command.</param>
/// <param name="ReplaceOlderThan">
/// Machine instant; a stored receipt from before it has had its time, and this one takes its place (static forms bring no key of their
/// own, the same text counts once within 10 minutes). Null: a receipt holds for ever. Never stored, null when read.
/// </param>
public sealed record CommandReceipt(string KeyHash, string BodyHash, string ItemId, DateTimeOffset At, DateTimeOffset? ReplaceOlderThan = null);

/// <summary>An item as stored, with the fence that the next command must bring.</summary>
public sealed record StoredItem(Item Item, string Fence);

/// <summary>
/// One command, one transaction: the item, its index rows (derived by the register from before and after),
/// its events, its outbox messages and the receipt are written together or not at all.
/// </summary>
/// <param name="Before">Null when the command creates the item.</param>
public sealed record RegisterCommit(
    StoredItem? Before,
    Item After,
    IReadOnlyList<ItemEvent> Events,
    IReadOnlyList<OutboxMessage> Messages,
    CommandReceipt? Receipt = null);

/// <summary>What became of a commit.</summary>
public abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>Durable. <see cref="OutboxKeys"/> name the outbox rows in the order of the commit's messages, to be sent at once when possible.</summary>
    public sealed record Committed(StoredItem Stored, IReadOnlyList<OutboxKey> OutboxKeys) : CommitOutcome;

    /// <summary>Somebody else was faster: reload and decide again.</summary>
    public sealed record LostRace : CommitOutcome;

    /// <summary>An item with this id is already there (a repeated import row).</summary>
    public sealed record AlreadyThere : CommitOutcome;

    /// <summary>The receipt's key was used before: answer as the first time, or refuse another body.</summary>
    public sealed record Repeated(CommandReceipt First) : CommitOutcome;
}

/// <summary>Key of one outbox row.</summary>
public sealed record OutboxKey(string Partition, string Row);

/// <summary>An outbox row that waits to be sent.</summary>
public sealed record OutboxRow(OutboxKey Key, OutboxMessage Message, DateTimeOffset WrittenAt);

/// <summary>A row of a work list: the tiny projection that the register keeps for lists.</summary>
public sealed record ItemRow(
    string Id,
    string IndexNumber,
    string Title,
    string Entry,
    string Category,
    string Office,
    ItemStatus Status,
    string? Period,
    DateTimeOffset? PublishedAt,
    DateOnly? DueOn,
    DateOnly FormedOn,
    Catalogue.Audience Audience);

/// <summary>A row of what went out when: enough for lists and for every figure of a report, without reading the items.</summary>
/// <param name="Title">Title of the last published version.</param>
/// <param name="PublishedOn">Day of the first publication, in China Standard Time.</param>
/// <param name="Version">The last published version.</param>
/// <param name="Status">Present state: what was withdrawn still counts as having gone out, but is on no public list.</param>
/// <param name="Elements">
/// Keys of the elements that the last published version fills in, with <see cref="ElementSeparator"/> between them; null for a nil return,
/// which has none to fill in, and for rows from before they were kept.
/// </param>
/// <param name="PrivacyException">
/// 例外公开 of personal data as the reviewer gave it, article and reason, clipped; null where there is none. For the year's report.
/// </param>
public sealed record PublicationRow(
    string Id,
    string IndexNumber,
    string Title,
    string Entry,
    string Category,
    string StatisticClass,
    string Office,
    string Audience,
    string Regime,
    DateOnly PublishedOn,
    DateTimeOffset PublishedAt,
    DateOnly FormedOn,
    DateOnly? DueOn,
    int Version,
    ItemStatus Status = ItemStatus.Published,
    string? Elements = null,
    string? Village = null,
    string? PrivacyException = null)
{
    public const char ElementSeparator = ';';
}

/// <summary>Which rows of the work list are wanted. Years are read newest first, one range per year.</summary>
public sealed record ItemQuery(
    string Agency,
    ItemStatus? Status,
    string? Office,
    string? Category,
    string? Entry,
    string? Quarter,
    string? Text,
    int Top,
    string? Continuation);

public sealed record ItemPage(IReadOnlyList<ItemRow> Items, string? Continuation);

/// <summary>
/// The register of an agency (登记簿): items, their events, their index rows and the outbox, one partition per agency and year.
/// Implemented by Storage over Azure Table Storage, and in memory for measurements and unit tests.
/// Throws <see cref="StorageUnavailableException"/> when storage is away; never another storage exception.
/// </summary>
public interface IRegister : IOutbox
{
    Task<StoredItem?> FindAsync(string itemId, CancellationToken cancellation);

    Task<CommitOutcome> CommitAsync(RegisterCommit commit, CancellationToken cancellation);

    /// <summary>The receipt of an earlier command in the register of a year; null when there is none.</summary>
    Task<CommandReceipt?> FindReceiptAsync(string agency, int year, string keyHash, CancellationToken cancellation);

    /// <summary>Every event of an item, oldest first.</summary>
    Task<IReadOnlyList<ItemEvent>> HistoryAsync(string itemId, CancellationToken cancellation);

    /// <summary>The end of every item's chain in a year's register; the subject is the item's id.</summary>
    IAsyncEnumerable<ChainHead> HeadsAsync(string agency, int year, CancellationToken cancellation);

    /// <exception cref="InvalidContinuationException">The continuation is none that this register gave for this query (400).</exception>
    Task<ItemPage> ListAsync(ItemQuery query, CancellationToken cancellation);

    /// <summary>What went out between two business dates (both included), oldest first; one range per year.</summary>
    IAsyncEnumerable<PublicationRow> PublicationsAsync(string agency, DateOnly from, DateOnly to, CancellationToken cancellation);

    /// <summary>Years that the agency's register has, newest first.</summary>
    Task<IReadOnlyList<int>> YearsAsync(string agency, CancellationToken cancellation);

    /// <summary>Ids of items that wait for their day of publication, where it is not after <paramref name="day"/>, over all years.</summary>
    IAsyncEnumerable<string> AwaitingPublicationAsync(string agency, DateOnly day, CancellationToken cancellation);

    /// <summary>What the register has for a quarter, over all years.</summary>
    IAsyncEnumerable<QuarterRow> QuarterAsync(string agency, Calendar.Period quarter, CancellationToken cancellation);

    /// <summary>Ids of published lists whose notice period ended on <paramref name="day"/> or before, over all years.</summary>
    IAsyncEnumerable<string> EndedAsync(string agency, DateOnly day, CancellationToken cancellation);

    /// <summary>A fresh index number, unique for ever; numbers are reserved in blocks (decision record 5).</summary>
    Task<string> NextIndexNumberAsync(string agency, int year, CancellationToken cancellation);
}

/// <summary>Storage did not answer: the command was not acknowledged and may be repeated (503).</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
