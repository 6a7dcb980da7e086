using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;
using Lianxin.Core.Publication;

namespace Lianxin.Bench.Quarters;

/// <summary>
/// What a quarter's run publishes per second: twenty townships of 44 entries and 10 villages with 50 waiting items each, against bare uploads
/// of the same pages; and whether an item costs the same in a township where 1,000 wait.
/// </summary>
internal static class QuarterRate
{
    public const string Name = "quarter";
    private const int Waiting = 50;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        await using var emulator = await Emulator.StartAsync(extent.Installation);
        using var towns = await Townships.OpenAsync(extent.Installation, emulator.ConnectionString);
        var site = new BlobServiceClient(
            emulator.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05)).GetBlobContainerClient(Containers.Site);

        var number = 0;
        string Next() => string.Create(CultureInfo.InvariantCulture, $"town{++number:00}");
        // The first township warms up compiler, templates and connections.
        await towns.RunAsync(Next(), Waiting);
        var pairs = new List<Pair>();
        for (var i = 0; i < (extent.Quick ? 4 : 20); i++)
        {
            var load = new MachineLoad();
            var (perSecond, pages) = await towns.RunAsync(Next(), Waiting);
            pairs.Add(new Pair(perSecond, await UploadAsync(site, pages), BaselineFirst: false, load.OtherCores()));
        }

        var many = extent.Quick ? 200 : 1_000;
        var flat = new List<Pair>();
        for (var i = 0; i < (extent.Quick ? 1 : 3); i++)
        {
            var load = new MachineLoad();
            var (few, _) = await towns.RunAsync(Next(), Waiting);
            var (crowd, _) = await towns.RunAsync(Next(), many);
            flat.Add(new Pair(crowd, few, BaselineFirst: true, load.OtherCores()));
        }

        return
        [
            new Figure(
                $"{Name}/items", "items published by a quarter's run: page, lists, record", "bare uploads of the same pages by the SDK", "per second", null, pairs,
                new Dictionary<string, double> { ["townships"] = pairs.Count, ["waiting items of each"] = Waiting }),
            new Figure(
                $"{Name}/growth", string.Create(CultureInfo.InvariantCulture, $"items per second where {many} wait"), "items per second where 50 wait", "per second", 0.7, flat,
                new Dictionary<string, double>()),
        ];
    }

    private static async Task<double> UploadAsync(BlobContainerClient site, IReadOnlyList<byte[]> pages)
    {
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < pages.Count; i++)
        {
            var blob = site.GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"bare/{Guid.NewGuid():n}.html"));
            await blob.UploadAsync(new BinaryData(pages[i]), overwrite: true);
        }

        return pages.Count / Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
