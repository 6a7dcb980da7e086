using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Documents.Search;

namespace Lianxin.Documents.Tests.Search;

internal sealed record NodeQuery([property: JsonPropertyName("text")] string Text, [property: JsonPropertyName("year")] int? Year = null);

/// <param name="Ids">Newest first.</param>
/// <param name="Bytes">Loaded for this query, the results' own lines included.</param>
internal sealed record NodeFound(IReadOnlyList<string> Ids, long Bytes);

internal sealed record NodeAnswer(IReadOnlyList<NodeFound> Answers, long Loaded, double Milliseconds);

/// <summary>The search page's own script, run by Node over index files in a folder that is gone afterwards.</summary>
internal sealed class NodeSearch : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly string folder = Directory.CreateTempSubdirectory("lianxin-search-").FullName;
    private readonly List<int> years = [];

    public void Put(int year, byte[] shard)
    {
        File.WriteAllBytes(Path.Combine(folder, $"{year}.bin"), shard);
        if (!years.Contains(year))
        {
            years.Add(year);
        }
    }

    /// <summary>A year that the page names and whose file is not there.</summary>
    public void Miss(int year) => years.Add(year);

    /// <param name="ranges">False: a server that answers every range with the whole file.</param>
    public async Task<NodeAnswer> AskAsync(IReadOnlyList<NodeQuery> queries, bool ranges = true)
    {
        var script = Path.Combine(folder, "search.cjs");
        await File.WriteAllTextAsync(script, SearchScript.Text, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "driver.cjs"));
        using var node = Process.Start(start)!;
        await using (var input = node.StandardInput)
        {
            await input.WriteAsync(JsonSerializer.Serialize(new { script, folder, years = years.OrderDescending(), ranges, queries }, Web));
        }

        var text = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.ShouldBe(0);
        return JsonSerializer.Deserialize<NodeAnswer>(text, Web)!;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
