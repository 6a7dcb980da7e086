using System.Diagnostics;
using Azure.Data.Tables;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;
using Lianxin.Bench.StorageCalls;
using Lianxin.Storage;

namespace Lianxin.Bench.Desks;

/// <summary>The first page of the work list with 10,000 lines behind it, through the published handler, beside the bare range read that it stands on.</summary>
internal static class DeskPageRate
{
    public const string Name = "desk";
    private const int Lines = 10_000;

    /// <summary>Lines of a page, and the one that tells whether there is another.</summary>
    private const int PageRows = 51;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var pages = extent.Quick ? 20 : 100;
        using var staff = new Staff();
        await using var emulator = await Emulator.StartAsync(extent.Installation);
        await using var proxy = await CountingProxy.StartAsync(emulator);
        await using var counted = await Handler.StartAsync(extent.Installation, proxy.ConnectionString, staff);
        await counted.UntilHealthyAsync();
        await using var handler = await Handler.StartAsync(extent.Installation, emulator.ConnectionString, staff);
        await handler.UntilHealthyAsync();
        using (var clerk = await Caller.SignInAsync(handler.Address, Staff.Clerk))
            await clerk.SubmitAsync();
        var lines = await FilledDesk.FillAsync(emulator, Lines);
        using var reviewer = await Caller.SignInAsync(handler.Address, Staff.Reviewer);
        using var countedReviewer = await Caller.SignInAsync(counted.Address, Staff.Reviewer);
        var table = new TableServiceClient(emulator.ConnectionString).GetTableClient(StorageNames.Register);

        // Once without a clock: what is not yet compiled, connected or known would count for the first pair alone.
        await ReadAsync(table, 3);
        await ShowAsync(reviewer, 3);
        var pairs = await Pairs.TakeAsync(extent.Quick ? 2 : 6, () => ShowAsync(reviewer, pages), () => ReadAsync(table, pages));
        await ShowAsync(countedReviewer, 3);
        return
        [
            new($"{Name}/page", $"pages a second, first page of the work list of {lines} items", $"the same {PageRows} rows in one range read by the bare SDK", "per second", null, [.. pairs.Select(p => p.By(r => r))], new Dictionary<string, double>
            {
                ["ms of a page"] = Spread.Of(pairs.Select(p => 1000 / p.Measured)).Median,
                ["ms of a bare read"] = Spread.Of(pairs.Select(p => 1000 / p.Baseline)).Median,
            }),
            await CountAsync("first page", "/desk"),
            await CountAsync("filtered by office and state", "/desk?office=caizheng&status=submitted"),
            await CountAsync("filtered by quarter", "/desk?quarter=2026-Q4"),
        ];

        async Task<Figure> CountAsync(string what, string path)
        {
            proxy.Take();
            await countedReviewer.GetAsync(path);
            return CallsOfSteps.Counted($"{Name}/storage-calls, {what}", 1, proxy.Take());
        }
    }

    private static async Task<double> ShowAsync(Caller reviewer, int times)
    {
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
            await reviewer.GetAsync("/desk");
        return times / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    private static async Task<double> ReadAsync(TableClient table, int times)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {FilledDesk.Partition} and RowKey ge {FilledDesk.From} and RowKey lt {FilledDesk.To}");
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            await foreach (var page in table.QueryAsync<TableEntity>(filter, PageRows).AsPages())
            {
                if (page.Values.Count != PageRows)
                    throw new InvalidOperationException($"The range read gave {page.Values.Count} rows.");
                break;
            }
        }

        return times / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
