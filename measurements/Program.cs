using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Lianxin.Bench;
using Lianxin.Bench.Desks;
using Lianxin.Bench.Pages;
using Lianxin.Bench.Quarters;
using Lianxin.Bench.Reports;
using Lianxin.Bench.Reports.Engines;
using Lianxin.Bench.Results;
using Lianxin.Bench.Running;
using Lianxin.Bench.Scans;
using Lianxin.Bench.Search;
using Lianxin.Bench.Starts;
using Lianxin.Bench.StorageCalls;
using Lianxin.Bench.Submissions;

// This program starts itself for what must have a process of its own.
if (args is [HelloServer.Argument, var port])
    return await HelloServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
if (args is [ReportRun.Argument, var items, var times])
    return await ReportRun.RunAsync(int.Parse(items, CultureInfo.InvariantCulture), int.Parse(times, CultureInfo.InvariantCulture));
if (args is [DocumentRun.Argument, var fonts, var source, var target])
    return DocumentRun.Run(fonts, source, target);

Measurement[] all =
[
    new(SubmissionRate.Name, "submissions per second, handler and single-machine host", SubmissionRate.RunAsync),
    new(CallsOfSteps.Name, "storage calls of each step of an item", CallsOfSteps.RunAsync),
    new(CallsOfTimers.Name, "storage calls of each timer that finds nothing to do", CallsOfTimers.RunAsync),
    new(DeskPageRate.Name, "the first page of the work list of 10,000 items", DeskPageRate.RunAsync),
    new(QuarterRate.Name, "a quarter's run over twenty townships", QuarterRate.RunAsync),
    new(PageRate.Name, "the whole site of 1,000 items", PageRate.RunAsync),
    new(SearchTimes.Name, "the search of the public pages over 10,000 items", SearchTimes.RunAsync),
    new(StartTimes.Name, "start to the first accepted submission", StartTimes.RunAsync),
    new(ScanSpeed.Name, "the privacy gate and the proof-reading: files and texts scanned", ScanSpeed.RunAsync),
    new(ReportGrowth.Name, "the annual report, of 549 and of 50,000 items", ReportGrowth.RunAsync),
    new(FigureGrowth.Name, "the figures of a report on the emulator and from the store in memory, and its storage calls", FigureGrowth.RunAsync),
    new(EngineRatios.Name, "the report as a PDF by our writer and by other engines", EngineRatios.RunAsync),
];
var json = args.Contains("--json", StringComparer.Ordinal);
var only = args.SkipWhile(a => a != "--only").Skip(1).FirstOrDefault();
Measurement[] chosen = only is null ? all : [.. all.Where(m => m.Name == only || m.Name.StartsWith(only + "/", StringComparison.Ordinal))];
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"没有这项测量 · no such measurement: {only}");
    foreach (var measurement in all)
        Console.Error.WriteLine($"  {measurement.Name}: {measurement.About}");
    return 2;
}

var extent = new Extent(Installation.Find(), args.Contains("--quick", StringComparer.Ordinal));
var since = Stopwatch.GetTimestamp();
var loadBefore = MachineLoad.Average();
var figures = new List<Figure>();
void Say(string line)
{
    if (!json)
        Console.WriteLine(line);
}

Say($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, load average {loadBefore}");
foreach (var measurement in chosen)
{
    Say($"== {measurement.Name}: {measurement.About}");
    foreach (var figure in await measurement.Run(extent))
    {
        figures.Add(figure);
        foreach (var line in Report.Lines(figure))
            Say(line);
    }
}

var report = new Report(
    Environment.ProcessorCount, RuntimeInformation.FrameworkDescription, loadBefore, MachineLoad.Average(), Stopwatch.GetElapsedTime(since).TotalSeconds, figures);
Say(string.Create(CultureInfo.InvariantCulture, $"load average at the end {report.LoadAfter}, {report.Seconds:0} s"));
if (json)
    Console.WriteLine(report.Json());
return figures.Any(f => f.AimReached == false) ? 3 : 0;
