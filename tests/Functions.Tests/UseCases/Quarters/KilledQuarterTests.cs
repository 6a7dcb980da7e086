using System.Text.Json;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

/// <summary>A host killed at any call to storage in the middle of a quarter's run, before or after the call took effect; the next run goes on.</summary>
public sealed class KilledQuarterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-04-01 00:01:00", false)]
    [InlineData("2026-04-01 00:01:00", true)]
    [InlineData("2026-04-21 00:01:00", false)]
    [InlineData("2026-04-21 00:01:00", true)]
    public async Task Wherever_the_run_dies_the_next_one_ends_alike(string day, bool after)
    {
        var expected = (await RunAsync(day, kill: 0, after)).Text;
        var killed = 0;
        // Every third call: two neighbours rarely differ, and ./test --long walks the whole way.
        var stride = Environment.GetEnvironmentVariable("LIANXIN_TEST_LONG") is "1" ? 1 : 3;
        for (var call = 1; ; call += stride)
        {
            var (text, died) = await RunAsync(day, call, after);
            Apart(text, expected).ShouldBeEmpty($"killed at call {call}");
            if (!died)
                break;
            killed++;
        }

        killed.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task Two_hosts_that_run_at_once_publish_each_item_once()
    {
        foreach (var call in (string[])["awaiting", "put items/", "put list/", "commit ", "duties commit quarter-", "duties find quarter-"])
        {
            using var quarter = await WaitingAsync();
            var rival = quarter.Host();
            quarter.GoTo("2026-04-01 00:01:00");
            quarter.Town.Gate.RivalBefore(call, () => rival.Work.PassAsync(TownHall.Agency, QuarterTown.Timer, Stop));

            await quarter.PassAsync(Stop);
            await quarter.PassAsync(Stop);
            await quarter.Town.PumpAsync();

            Apart(await TellAsync(quarter), await CalmAsync()).ShouldBeEmpty(call);
        }
    }

    private static async Task<string> CalmAsync()
    {
        using var quarter = await WaitingAsync();
        quarter.GoTo("2026-04-01 00:01:00");
        await quarter.PassAsync(Stop);
        await quarter.Town.PumpAsync();
        return await TellAsync(quarter);
    }

    private static async Task<(string Text, bool Died)> RunAsync(string day, int kill, bool after)
    {
        using var quarter = await WaitingAsync();
        quarter.GoTo(day);
        quarter.Town.Gate.KillAt(kill, after);
        var died = false;
        try
        {
            await quarter.PassAsync(Stop);
        }
        catch (KilledException)
        {
            died = true;
        }

        quarter.Town.Gate.Open();
        await quarter.PassAsync(Stop);
        quarter.Town.Clock.Advance(TimeSpan.FromMinutes(1));
        await quarter.Town.Sweeps.SendLeftoversAsync(TownHall.Agency, Stop);
        await quarter.Town.PumpAsync();
        await quarter.PassAsync(Stop);
        return (await TellAsync(quarter), died);
    }

    private static async Task<QuarterTown> WaitingAsync()
    {
        var quarter = new QuarterTown();
        await quarter.PassAsync(Stop);
        foreach (var title in (string[])["甲进展", "乙进展", "丙进展"])
        {
            // Items of one moment are ordered by id, which differs from run to run.
            quarter.Town.Clock.Advance(TimeSpan.FromMinutes(1));
            await quarter.Town.ReviewedAsync(await quarter.Town.SubmittedAsync(Submissions.Quarterly(title)));
        }

        return quarter;
    }

    /// <summary>Files that are ordered or marked by ids, which differ from run to run: what they say has tests of its own.</summary>
    private static bool IsOfIds(string name) =>
        name.Contains("sitemap", StringComparison.Ordinal) || name.EndsWith(".xml", StringComparison.Ordinal) || name.StartsWith("search/", StringComparison.Ordinal);

    /// <summary>Lines that stand in one telling and not in the other: the whole of both would hide them.</summary>
    private static List<string> Apart(string told, string expected)
    {
        var left = expected.Split('\n').ToList();
        var more = told.Split('\n').Where(line => !left.Remove(line)).ToList();
        return [.. more.Select(l => "+ " + l), .. left.Select(l => "- " + l)];
    }

    /// <summary>Record, register and site in words, without ids and what counts attempts.</summary>
    private static async Task<string> TellAsync(QuarterTown quarter)
    {
        var lines = new List<string>();
        var record = await quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);
        lines.Add(JsonSerializer.Serialize(record with { Published = 0, SheetsKey = null, CoverageHash = null }));
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in quarter.Town.Room.Register.QuarterAsync(TownHall.Agency, QuarterTown.FirstQuarter, Stop))
        {
            var item = await quarter.Town.ReadAsync(row.Id);
            names[item.Id] = item.Content.Title;
            names[item.IndexNumber] = "number of " + item.Content.Title;
            lines.Add($"{item.Content.Title} {item.Status} {item.PublishedAt:O} {string.Join(',', await quarter.Town.EventsAsync(item.Id))}");
        }

        var records = await quarter.Book.RecordsAsync(TownHall.Agency, QuarterTown.FirstQuarter, Stop);
        lines.AddRange(records.Values.OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => $"{r.Id} {r.OverdueOn} {r.Events.Count}"));
        foreach (var (name, text) in await quarter.Town.Documents.SiteAsync())
            lines.Add(IsOfIds(name) ? name : $"{name}\n{text}");
        var told = names.Aggregate(string.Join('\n', lines), (text, n) => text.Replace(n.Key, n.Value, StringComparison.Ordinal));
        return string.Join('\n', told.Split('\n').Order(StringComparer.Ordinal));
    }
}
