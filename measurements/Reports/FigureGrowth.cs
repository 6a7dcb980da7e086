using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;
using Lianxin.Bench.StorageCalls;
using Lianxin.Core.Reports;
using Lianxin.Functions.UseCases;
using Lianxin.Storage;

namespace Lianxin.Bench.Reports;

/// <summary>
/// The figures of a report through the register's port: on the emulator and from the store in memory. Each large register is set against the sample
/// year, counted so often that as many rows are read: one item then costs the same, and memory too, unless it grows with the register.
/// </summary>
internal static class FigureGrowth
{
    public const string Name = "report/figures";
    private const int Few = 549;
    private const int OnEmulator = 10_000;
    private const int InMemory = 100_000;
    private const string Format = "ligang-2014";
    private const double Linear = 0.7;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var rounds = extent.Quick ? 2 : 6;
        var (reference, formats, _, _) = RuleFiles.Load(Path.Combine(extent.Installation.App, "Data"));
        var format = formats.Of(Format, SampleRegister.Year);
        await using var few = await FilledEmulator.StartAsync(extent.Installation, reference, Few, Few);
        await using var many = await FilledEmulator.StartAsync(extent.Installation, reference, Few, OnEmulator);
        using var fewStored = await SampleRegister.FillAsync(extent.Installation.Sample, reference, Few);
        using var manyStored = await SampleRegister.FillAsync(extent.Installation.Sample, reference, InMemory);
        return
        [
            .. await GrowthAsync("emulator", few.Room, many.Room, OnEmulator, rounds, format),
            .. await GrowthAsync("store", fewStored, manyStored, InMemory, rounds, format),
            await CallsAsync(extent.Installation, few, Few),
            await CallsAsync(extent.Installation, many, OnEmulator),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> GrowthAsync(string where, StorageRoom few, StorageRoom many, int items, int rounds, ReportFormat format)
    {
        var repeats = items / Few;
        // Once without a clock: what is not yet compiled or connected would count for the first pair alone.
        await CountAsync(few, Few, 2, format);
        await CountAsync(many, items, 1, format);
        var pairs = await Pairs.TakeAsync(rounds, () => CountAsync(many, items, 1, format), () => CountAsync(few, Few, repeats, format));
        var sides = string.Create(CultureInfo.InvariantCulture, $"{Few} items, {repeats} times over");
        return
        [
            new($"{Name}-{where}", $"items a second, figures of {items} items", sides, "per second", Linear, [.. pairs.Select(p => p.By(c => c.Rate))], new Dictionary<string, double>
            {
                [$"ms of the figures of {items} items"] = Spread.Of(pairs.Select(p => items / p.Measured.Rate * 1000)).Median,
                [$"ms of the figures of {Few} items"] = Spread.Of(pairs.Select(p => Few / p.Baseline.Rate * 1000)).Median,
            }),
            new($"{Name}-{where}-memory", $"managed memory above the register at its peak, figures of {items} items, garbage included", sides, "MB", null, [.. pairs.Select(p => p.By(c => c.Megabytes))], new Dictionary<string, double>()),
        ];
    }

    private static async Task<Cost> CountAsync(StorageRoom room, int items, int times, ReportFormat format)
    {
        const int year = SampleRegister.Year;
        var before = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        using var peak = new PeakMemory();
        var since = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            var figures = await ReportFigures.FromAsync(
                format, year, room.Register.PublicationsAsync(SampleRegister.Agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), default),
                room.Reports.FiguresAsync(SampleRegister.Agency, year, default), null, default);
            // A few entries of the sample are not of its year (S17) and do not count.
            if (figures.Total < items * 0.95)
                throw new InvalidOperationException($"The report counts {figures.Total} of {items} items.");
        }

        return new Cost(items * times / Stopwatch.GetElapsedTime(since).TotalSeconds, Math.Max(0.01, peak.Megabytes - before));
    }

    /// <summary>The whole build of a draft through the published handler: figures, records, document and its exports, and the row that names them.</summary>
    private static async Task<Figure> CallsAsync(Installation installation, FilledEmulator filled, int items)
    {
        using var staff = new Staff();
        await using var proxy = await CountingProxy.StartAsync(filled.Emulator);
        await using var handler = await Handler.StartAsync(installation, proxy.ConnectionString, staff);
        await handler.UntilHealthyAsync();
        using var reviewer = await Caller.SignInAsync(handler.Address, Staff.Reviewer);
        var body = Encoding.UTF8.GetBytes($$"""{"format":"{{Format}}"}""");
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/reports/{SampleRegister.Year}/build");
        // The first build is not counted: what is read once and then known would be counted as if every report cost it.
        (await reviewer.PostAsync(path, body)).Dispose();
        proxy.Take();
        (await reviewer.PostAsync(path, body)).Dispose();
        return CallsOfSteps.Counted($"{Name}-storage-calls-{items.ToString(CultureInfo.InvariantCulture)}", 1, proxy.Take());
    }

    private sealed record Cost(double Rate, double Megabytes);
}
