using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Core.Troubles;
using Lianxin.Storage.Accounts;
using Lianxin.Storage.Clients;
using Lianxin.Storage.Documents;
using Lianxin.Storage.Health;
using Lianxin.Storage.Jobs;
using Lianxin.Storage.Keys;
using Lianxin.Storage.Ledgers;
using Lianxin.Storage.Memory;
using Lianxin.Storage.Outbox;
using Lianxin.Storage.Register;
using Lianxin.Storage.Reports;
using Lianxin.Storage.Tables;
using Lianxin.Storage.Troubles;

namespace Lianxin.Storage;

/// <summary>Every port that Core declares, opened over one storage account (or in memory). One per process, safe for concurrent use.</summary>
public sealed class StorageRoom : IDisposable
{
    private readonly IDisposable[] _owned;

    private StorageRoom(IRegister register, LedgerShelf ledgers, IOutboxSender messages, params IDisposable[] owned)
    {
        Register = register;
        Ledgers = ledgers;
        Messages = messages;
        Outbox = new OutboxDispatcher([register, .. ledgers.All], messages);
        _owned = owned;
    }

    public IRegister Register { get; }

    public ILedgers Ledgers { get; }

    public IMessageSender Messages { get; }

    public OutboxDispatcher Outbox { get; }

    public required IDocumentStore Documents { get; init; }

    public required IReportArchive Reports { get; init; }

    public required IAccountStore Accounts { get; init; }

    public required IJobStore Jobs { get; init; }

    public required IStorageProbe Probe { get; init; }

    public required ITroubleBox Troubles { get; init; }

    /// <summary>Opens without asking storage anything: it may still be away. Tables and queues come with <c>Probe.PrepareAsync</c>.</summary>
    /// <param name="machine">Machine time; the demo's business clock has no say in links and outbox ages.</param>
    public static StorageRoom Open(StorageOptions options, TimeProvider machine)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(machine);
        var clients = new StorageClients(options);
        var links = new DocumentLinks(clients.Blobs, machine);
        var texts = new SealedTexts(clients.Container(Containers.Sealed));
        var documents = new DocumentColumns(texts);
        var bodies = new ItemBodies(texts);
        var years = new RegisterYears(clients.Table(StorageNames.Years));
        TableAccess table = clients.Table(StorageNames.Register);
        var register = new TableRegister(
            table,
            years,
            new CommitWriter(table, years, bodies, documents, new Ulid(machine)),
            bodies,
            documents,
            new IndexNumbers(clients.Table(StorageNames.Counters), options.IndexPrefix, machine));
        var ledgers = new LedgerShelf(
            name => new TableLedger(clients.Table(name), new RegisterYears(clients.Table(StorageNames.Years), name), documents, new Ulid(machine)));
        return new StorageRoom(register, ledgers, new QueueMessages(clients), links, clients)
        {
            Documents = new BlobDocuments(clients, links),
            Reports = new TableReportArchive(clients.Table(StorageNames.Reports), documents),
            Accounts = new TableAccounts(clients.Table(StorageNames.Accounts), documents),
            Jobs = new TableJobs(clients.Table(StorageNames.Jobs), documents),
            Probe = new StorageProbe(clients, [register, .. ledgers.All]),
            Troubles = new QueueTroubles(clients),
        };
    }

    /// <summary>The same room in memory, for measurements and fast tests; nothing outlives the process.</summary>
    public static StorageRoom InMemory(string indexPrefix, TimeProvider machine)
    {
        var register = new InMemoryRegister(indexPrefix, machine);
        var ledgers = new LedgerShelf(_ => new InMemoryLedger(machine));
        var sender = new RecordingSender();
        return new StorageRoom(register, ledgers, sender)
        {
            Documents = new InMemoryDocuments(machine),
            Reports = new InMemoryArchive(),
            Accounts = new InMemoryAccounts(),
            Jobs = new InMemoryJobs(),
            Probe = new InMemoryProbe([register, .. ledgers.All]),
            Troubles = new InMemoryTroubles(sender, machine),
        };
    }

    public void Dispose()
    {
        foreach (IDisposable owned in _owned)
        {
            owned.Dispose();
        }
    }
}
