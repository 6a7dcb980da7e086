using System.Globalization;
using System.Text.Json;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;

namespace Lianxin.Bench.Reports;

/// <summary>The report of the sample year, and how it grows with the register: the same report of 50,000 items, from the same store in memory.</summary>
internal static class ReportGrowth
{
    public const string Name = "report";
    private const int Few = 549;
    private const int Many = 50_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var rounds = extent.Quick ? 1 : 3;
        var times = extent.Quick ? 3 : 6;
        var few = new List<ReportTimes>();
        var many = new List<ReportTimes>();
        var loads = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            var load = new MachineLoad();
            if (round % 2 == 0)
                few.Add(await RunAsync(Few, times));
            many.Add(await RunAsync(Many, times));
            if (round % 2 == 1)
                few.Add(await RunAsync(Few, times));
            loads.Add(load.OtherCores());
        }

        Figure Growth(string name, string what, string unit, Func<ReportTimes, double> of, Dictionary<string, double> beside) => new(
            $"{Name}/{name}", $"{what}, {Many} items", $"{what}, {Few} items", unit, null,
            [.. few.Zip(many, (f, m) => (f, m)).Select((p, i) => new Pair(of(p.m), of(p.f), i % 2 == 0, loads[i]))], beside);

        return
        [
            Growth("time", "figures and PDF, warm", "ms", t => Spread.Of(t.Warm).Median, new()
            {
                ["items, as a ratio"] = (double)Many / Few,
                [$"ms of the first report of a process, {Few} items"] = Spread.Of(few.Select(t => t.Cold)).Median,
                [$"ms of the first report of a process, {Many} items"] = Spread.Of(many.Select(t => t.Cold)).Median,
                [$"ms of the figures alone, {Few} items"] = Spread.Of(few.SelectMany(t => t.FiguresOnly)).Median,
                [$"ms of the figures alone, {Many} items"] = Spread.Of(many.SelectMany(t => t.FiguresOnly)).Median,
                [$"items that the report counts, of {Few}"] = few[0].Total,
                [$"items that the report counts, of {Many}"] = many[0].Total,
                ["bytes of the PDF"] = few[0].PdfBytes,
            }),
            Growth("memory", "managed memory above the register at its peak", "MB", t => t.PeakMegabytes, new()
            {
                [$"MB resident at the peak, {Few} items"] = Spread.Of(few.Select(t => t.ResidentMegabytes)).Median,
                [$"MB resident at the peak, {Many} items, register included"] = Spread.Of(many.Select(t => t.ResidentMegabytes)).Median,
                [$"MB of the register, {Many} items"] = Spread.Of(many.Select(t => t.RegisterMegabytes)).Median,
            }),
        ];
    }

    private static async Task<ReportTimes> RunAsync(int items, int times)
    {
        await using var child = Child.Start(
            Environment.ProcessPath!,
            [typeof(ReportGrowth).Assembly.Location, ReportRun.Argument, items.ToString(CultureInfo.InvariantCulture), times.ToString(CultureInfo.InvariantCulture)]);
        return await child.ExitAsync() == 0
            ? JsonSerializer.Deserialize(child.Output, ReportTimesJson.Default.ReportTimes)!
            : throw new InvalidOperationException($"The report of {items} items failed:\n{child.Output}");
    }
}
