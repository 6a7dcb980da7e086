using System.Diagnostics;
using System.Globalization;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;

namespace Lianxin.Bench.Starts;

/// <summary>From the start of the handler's process to the first submission that it accepts, over storage that has been used before.</summary>
internal static class StartTimes
{
    public const string Name = "start";

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        using var staff = new Staff();
        await using var emulator = await Emulator.StartAsync(extent.Installation);
        Caller clerk;
        await using (var before = await Handler.StartAsync(extent.Installation, emulator.ConnectionString, staff))
        {
            await before.UntilHealthyAsync();
            clerk = await Caller.SignInAsync(before.Address, Staff.Clerk);
            await clerk.SubmitAsync();
        }

        var ready = new List<double>();
        var pairs = await Pairs.TakeAsync(extent.Quick ? 2 : 6, SubmissionAsync, HelloAsync);
        clerk.Dispose();
        return
        [
            new Figure(
                $"{Name}/first-submission", "process start to the first accepted submission", "process start to the first answer of a bare web server", "ms", null, [.. pairs.Select(p => p.By(ms => ms))],
                new Dictionary<string, double> { ["ms until the handler answers GET /"] = Spread.Of(ready).Median }),
        ];

        async Task<double> SubmissionAsync()
        {
            var since = Stopwatch.GetTimestamp();
            await using var handler = await Handler.StartAsync(extent.Installation, emulator.ConnectionString, staff);
            ready.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            using var caller = clerk.At(handler.Address);
            while (!await caller.TrySubmitAsync())
                await Task.Delay(2);
            return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        }
    }

    private static async Task<double> HelloAsync()
    {
        var port = FreePorts.Take(1)[0];
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var since = Stopwatch.GetTimestamp();
        await using var hello = Child.Start(
            Environment.ProcessPath!, [typeof(StartTimes).Assembly.Location, HelloServer.Argument, port.ToString(CultureInfo.InvariantCulture)]);
        await hello.UntilAsync(() => Handler.AnswersAsync(http, "/"));
        return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
    }
}
