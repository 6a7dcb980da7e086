using Azure.Data.Tables;
using Lianxin.Bench.Running;
using Lianxin.Core.Reports;
using Lianxin.Functions.UseCases;
using Lianxin.Storage;

namespace Lianxin.Bench.Reports;

/// <summary>
/// An emulator with the sample year and the text of its report in it, and as many publication rows as wanted: what is more than the sample year are copies of its rows under
/// fresh keys, written by the bare SDK, because the report reads nothing else of an item.
/// </summary>
internal sealed class FilledEmulator : IAsyncDisposable
{
    private const int RowsOfTransaction = 100;

    private FilledEmulator(Emulator emulator, StorageRoom room)
    {
        Emulator = emulator;
        Room = room;
    }

    public Emulator Emulator { get; }

    public StorageRoom Room { get; }

    public static async Task<FilledEmulator> StartAsync(Installation installation, ReferenceData reference, int sample, int items)
    {
        var emulator = await Emulator.StartAsync(installation);
        var room = StorageRoom.Open(new StorageOptions { ConnectionString = emulator.ConnectionString, IndexPrefix = "000000000" }, TimeProvider.System);
        await room.Probe.PrepareAsync(default);
        await SampleRegister.FillAsync(room, installation.Sample, reference, sample);
        await CopyAsync(emulator, sample, items - sample);
        var report = ReportLife.PutNarrative(ReportLife.Empty(SampleRegister.Agency, SampleRegister.Year), SampleRegister.Narrative(installation.Sample));
        await room.Reports.SaveAsync(report.Accepted ? report.Value : throw new InvalidOperationException(report.Refusal.Detail), null, default);
        return new FilledEmulator(emulator, room);
    }

    public async ValueTask DisposeAsync()
    {
        Room.Dispose();
        await Emulator.DisposeAsync();
    }

    private static async Task CopyAsync(Emulator emulator, int sample, int more)
    {
        var table = new TableServiceClient(emulator.ConnectionString).GetTableClient(StorageNames.Register);
        var partition = $"{SampleRegister.Agency}-{SampleRegister.Year}";
        var rows = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge 'pub-' and RowKey lt 'pub.'")))
            rows.Add(row);
        if (rows.Count != sample)
            throw new InvalidOperationException($"The sample year left {rows.Count} publication rows; {sample} were expected.");
        for (var first = 0; first < more; first += RowsOfTransaction)
        {
            await table.SubmitTransactionAsync(Enumerable.Range(first, Math.Min(RowsOfTransaction, more - first)).Select(i =>
                new TableTransactionAction(TableTransactionActionType.Add, Copy(rows[i % rows.Count], i))));
        }
    }

    private static TableEntity Copy(TableEntity row, int number)
    {
        var copy = new TableEntity(row.PartitionKey, $"{row.RowKey}-{number:D6}");
        foreach (var (name, value) in row)
        {
            if (name is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
                copy[name] = value;
        }

        return copy;
    }
}
