using System.Diagnostics;
using System.Globalization;
using Azure.Storage.Blobs;
using Lianxin.Bench.Quarters;
using Lianxin.Bench.Reports;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;
using Lianxin.Storage;

namespace Lianxin.Bench.Pages;

/// <summary>
/// The whole site of 1,000 items: item pages, lists, feeds, open data and search index, from a register in memory into the emulator,
/// against bare uploads of the same bytes.
/// </summary>
internal static class PageRate
{
    public const string Name = "pages";

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var many = extent.Quick ? 200 : 1_000;
        var (reference, _, _, _) = RuleFiles.Load(Path.Combine(extent.Installation.App, "Data"));
        using var register = await SampleRegister.FillAsync(extent.Installation.Sample, reference, many);
        await using var emulator = await Emulator.StartAsync(extent.Installation);
        using var room = StorageRoom.Open(new StorageOptions { ConnectionString = emulator.ConnectionString, IndexPrefix = "000000000" }, TimeProvider.System);
        await room.Probe.PrepareAsync(default);
        var site = new BlobServiceClient(
            emulator.ConnectionString, new BlobClientOptions(BlobClientOptions.ServiceVersion.V2025_11_05)).GetBlobContainerClient(Containers.Site);
        // The first site warms up compiler, templates and connections.
        await RenderAsync(register, room.Documents, reference);
        var pairs = new List<Pair>();
        var files = 0;
        for (var i = 0; i < (extent.Quick ? 2 : 6); i++)
        {
            var load = new MachineLoad();
            var (seconds, written) = await RenderAsync(register, room.Documents, reference);
            files = written.Count;
            pairs.Add(new Pair(many / seconds, many / await UploadAsync(site, written), BaselineFirst: false, load.OtherCores()));
        }

        return
        [
            new Figure(
                $"{Name}/site", string.Create(CultureInfo.InvariantCulture, $"items a second, the whole site of {many}: pages, lists, feeds, data, search"), "bare uploads of the same bytes by the SDK",
                "per second", null, pairs, new Dictionary<string, double> { ["files written"] = files }),
        ];
    }

    private static async Task<(double Seconds, IReadOnlyList<(string Name, byte[] Bytes)> Written)> RenderAsync(StorageRoom from, IDocumentStore to, ReferenceData reference)
    {
        var documents = new RecordedDocuments(to);
        var business = new BusinessClock(TimeProvider.System, new LianxinOptions());
        var settings = new PortalSettings("示例镇人民政府", new Uri("https://town.example"), new Uri("https://town.example"), new PortalContact("党政办公室"));
        var pages = new PortalPages(settings);
        var contexts = new CommandContexts(reference, business, TimeProvider.System, new ItemLimits(), new ProcedureSettings());
        var site = new Site(
            from.Register, documents, pages, new VersionPages(documents, pages, reference, new NobodyQuoted()), new Clarifications(from.Register, contexts), reference, business);
        var lists = new SiteLists(from.Register, from.Reports, documents, pages, reference);
        // A new site every time: nothing of the last round is read back.
        await documents.DeleteAsync(Containers.Site, Documents.OpenData.OpenDataPaths.Json(SampleRegister.Year), default);
        var since = Stopwatch.GetTimestamp();
        await foreach (var row in from.Register.PublicationsAsync(SampleRegister.Agency, new DateOnly(SampleRegister.Year, 1, 1), new DateOnly(SampleRegister.Year, 12, 31), default))
        {
            if (PublicationRows.IsPublic(row))
            {
                await site.WriteEveryVersionAsync((await from.Register.FindAsync(row.Id, default))!.Item, default);
            }
        }

        await lists.WriteYearAsync(SampleRegister.Agency, SampleRegister.Year, default);
        await new SiteData(from.Register, documents, pages, settings, reference).WriteAsync(SampleRegister.Agency, SampleRegister.Year, default);
        return (Stopwatch.GetElapsedTime(since).TotalSeconds, documents.Written);
    }

    private static async Task<double> UploadAsync(BlobContainerClient site, IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        var since = Stopwatch.GetTimestamp();
        foreach (var (name, bytes) in files)
        {
            await site.GetBlobClient("bare/" + name).UploadAsync(new BinaryData(bytes), overwrite: true);
        }

        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }
}
