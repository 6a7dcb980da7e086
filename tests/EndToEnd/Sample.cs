using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>The sample year, brought in by hand as people would.</summary>
internal static class Sample
{
    public static Task<byte[]> BytesAsync(string name) => File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples", "ligang-2014", name));

    /// <summary>Waits until an import has put its first rows into the register.</summary>
    public static async Task UntilSomeAsync(RunningSystem system)
    {
        var watch = Stopwatch.StartNew();
        while ((await RegisterState.PublishedAsync(system, 2014)).Count == 0)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>Figures, narrative, build and approval.</summary>
    public static async Task PublishReportAsync(RunningSystem system, Caller admin)
    {
        const string Report = "/api/reports/2014";
        (await admin.PostBytesAsync("/api/imports", await BytesAsync("2-figures.csv"), "text/csv")).Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var reviewer = await system.SignInAsync("reviewer");
        var (before, _) = await reviewer.GetAsync(Report);
        var narrative = JsonSerializer.Deserialize<JsonElement>(await BytesAsync("narrative.json"));
        (await reviewer.SendAsync(HttpMethod.Put, $"{Report}/narrative", narrative, before.Headers.ETag!.ToString())).Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reviewer.PostAsync($"{Report}/build?format=ligang-2014", new { })).Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var chair = await system.SignInAsync("chair");
        var reasons = JsonSerializer.Deserialize<JsonElement>(await BytesAsync("reasons.json"));
        var (approved, body) = await chair.PostAsync($"{Report}/approval", new { reasons });
        approved.StatusCode.ShouldBe(HttpStatusCode.OK, body.ToString());
    }
}
