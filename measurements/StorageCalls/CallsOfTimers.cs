using System.Text;
using System.Text.Json;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;

namespace Lianxin.Bench.StorageCalls;

/// <summary>
/// Storage calls of one run of each timer that finds nothing to do, and of one look at the health report. They run by the clock, day and
/// night, for a township without a single visitor too: the base of the cost table (measurements/Costs).
/// </summary>
internal static class CallsOfTimers
{
    public const string Name = "timer-calls";

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        using var staff = new Staff();
        await using var emulator = await Emulator.StartAsync(extent.Installation);
        await using var proxy = await CountingProxy.StartAsync(emulator);
        await using var handler = await Handler.StartAsync(extent.Installation, proxy.ConnectionString, staff);
        await handler.UntilHealthyAsync();
        using var http = new HttpClient { BaseAddress = handler.Address };

        var figures = new List<Figure>();
        foreach (var timer in TimersOf(extent.Installation))
        {
            // The first run finds work that the start left; the second is the one that comes back every time.
            await TickAsync(timer);
            figures.Add(await CountAsync($"{Name}/{timer}", () => TickAsync(timer)));
        }

        figures.Add(await CountAsync($"{Name}/health", () => http.GetStringAsync(new Uri("/api/health", UriKind.Relative))));
        return figures;

        async Task<Figure> CountAsync(string name, Func<Task> step)
        {
            proxy.Take();
            await step();
            return CallsOfSteps.Counted(name, 1, proxy.Take());
        }

        async Task TickAsync(string timer)
        {
            using var content = new StringContent("""{"Data":{"timer":{"IsPastDue":false}},"Metadata":{}}""", Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/" + timer, UriKind.Relative), content);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{timer}: {(int)answer.StatusCode}\n{handler.Output}");
        }
    }

    private static IReadOnlyList<string> TimersOf(Installation installation) =>
        [.. Directory.EnumerateFiles(installation.App, "function.json", SearchOption.AllDirectories).Where(IsTimer).Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).Order(StringComparer.Ordinal)];

    private static bool IsTimer(string file)
    {
        using var function = JsonDocument.Parse(File.ReadAllBytes(file));
        return function.RootElement.GetProperty("bindings").EnumerateArray().Any(b => b.GetProperty("type").GetString() == "timerTrigger");
    }
}
