using System.Text.Json;
using Lianxin.Bench.Reports;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;
using Lianxin.Core.Items;
using Lianxin.Documents.OpenData;
using Lianxin.Documents.Pages;
using Lianxin.Documents.Search;
using Lianxin.Functions.UseCases;

namespace Lianxin.Bench.Search;

/// <summary>The search of the public pages over 10,000 items, its own script run by Node, against a plain scan of the same texts.</summary>
internal static class SearchTimes
{
    public const string Name = "search";
    private const int Items = 10_000;
    private const int ItemsAYear = 1_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var years = (await ItemsAsync(extent.Installation)).Chunk(ItemsAYear).ToList();
        var folder = Directory.CreateTempSubdirectory("lianxin-search-").FullName;
        try
        {
            var script = Path.Combine(folder, "search.cjs");
            await File.WriteAllTextAsync(script, SearchScript.Text);
            var bytes = 0L;
            for (var year = 0; year < years.Count; year++)
            {
                var shard = SearchShard.Write(years[year]);
                bytes += shard.Length;
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{year}.bin"), shard);
            }

            var texts = Path.Combine(folder, "texts.json");
            await File.WriteAllTextAsync(texts, JsonSerializer.Serialize(years.Select(y => y.Select(SearchShard.TextOf))));
            var load = new MachineLoad();
            await using var node = Child.Start("node", [Path.Combine(extent.Installation.Root, "measurements", "Search", "search-times.cjs"), script, folder, texts, extent.Quick ? "4" : "20"]);
            var others = await node.ExitAsync() == 0 ? load.OtherCores() : throw new InvalidOperationException($"Node failed:\n{node.Output}");
            using var found = JsonDocument.Parse(node.Output);
            return [Figure(found.RootElement, bytes, others)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Figure Figure(JsonElement found, long bytes, double others)
    {
        double[] Times(JsonElement round, string side) => [.. round.GetProperty(side).EnumerateArray().Select(t => t.GetDouble())];
        var rounds = found.GetProperty("taken").EnumerateArray().ToList();
        var perQuery = found.GetProperty("perQuery").EnumerateArray().Select(b => b.GetDouble() / 1024).ToList();
        return new Figure(
            $"{Name}/queries", "queries a second by the index, once loaded", "queries a second by a plain scan of the same texts with includes", "per second", 1,
            [.. rounds.Select(r => new Pair(
                1000 / Times(r, "index").Average(), 1000 / Times(r, "scan").Average(), r.GetProperty("scanFirst").GetBoolean(), others))],
            new Dictionary<string, double>
            {
                ["items"] = Items,
                ["ms of the slowest query, all rounds"] = rounds.SelectMany(r => Times(r, "index")).Max(),
                ["KB loaded for the first query"] = perQuery[0],
                ["KB loaded by a further query, median"] = Spread.Of(perQuery.Skip(1)).Median,
                ["KB of the whole index"] = bytes / 1024.0,
            });
    }

    private static async Task<List<OpenItem>> ItemsAsync(Installation installation)
    {
        var (reference, _, _, _) = RuleFiles.Load(Path.Combine(installation.App, "Data"));
        using var room = await SampleRegister.FillAsync(installation.Sample, reference, Items);
        var links = new PortalLinks(new PortalSettings("示例镇人民政府", new Uri("https://town.example"), new Uri("https://town.example"), new PortalContact("党政办公室")));
        var items = new List<OpenItem>(Items);
        await foreach (var row in room.Register.PublicationsAsync(SampleRegister.Agency, new DateOnly(SampleRegister.Year, 1, 1), new DateOnly(SampleRegister.Year, 12, 31), default))
        {
            if (PublicationRows.IsPublic(row) && await room.Register.FindAsync(row.Id, default) is { Item: var item })
            {
                items.Add(OpenItem.From(AttachmentRules.PublicOnly(item), reference.Catalogue, links, "示例镇人民政府"));
            }
        }

        return items;
    }
}
