using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Bench.Running;
using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;
using Lianxin.Functions.UseCases;
using Lianxin.Storage;

namespace Lianxin.Bench.Reports;

/// <summary>What one process found when it made the report again and again.</summary>
/// <param name="Cold">Milliseconds of the first report, fonts read and code compiled within it.</param>
/// <param name="Warm">Milliseconds of each further one.</param>
/// <param name="FiguresOnly">Milliseconds of the figures alone, in each of those.</param>
/// <param name="PeakMegabytes">Managed memory at its highest while reports were made, above what the register itself takes.</param>
/// <param name="ResidentMegabytes">Resident memory of the process at its highest, register and all.</param>
internal sealed record ReportTimes(
    int Items, int Total, int PdfBytes, double Cold, IReadOnlyList<double> Warm, IReadOnlyList<double> FiguresOnly, double RegisterMegabytes, double PeakMegabytes, double ResidentMegabytes);

[JsonSerializable(typeof(ReportTimes))]
internal sealed partial class ReportTimesJson : JsonSerializerContext;

/// <summary>Makes the report of a register of some size, in a process of its own so that its peaks are its own.</summary>
internal static class ReportRun
{
    public const string Argument = "report-run";

    public static async Task<int> RunAsync(int items, int times)
    {
        var installation = Installation.Find();
        var (reference, formats, _, _) = RuleFiles.Load(Path.Combine(installation.App, "Data"));
        var format = formats.Of("ligang-2014", SampleRegister.Year);
        var narrative = SampleRegister.Narrative(installation.Sample);
        using var room = await SampleRegister.FillAsync(installation.Sample, reference, items);
        var renderer = new Lazy<IReportRenderer>(() => new PdfReportRenderer(FontLibrary.Load(Path.Combine(installation.App, "fonts"))));
        var register = Settled();
        using var peak = new PeakMemory();
        var made = new List<(double All, double Figures, int Total, int Bytes)>();
        for (var i = 0; i <= times; i++)
            made.Add(await MakeAsync(room, format, narrative, renderer));
        var found = new ReportTimes(
            items, made[0].Total, made[0].Bytes, made[0].All, [.. made.Skip(1).Select(m => m.All)], [.. made.Skip(1).Select(m => m.Figures)],
            register, peak.Megabytes - register, ResidentPeak());
        Console.WriteLine(JsonSerializer.Serialize(found, ReportTimesJson.Default.ReportTimes));
        return 0;
    }

    private static async Task<(double All, double Figures, int Total, int Bytes)> MakeAsync(
        StorageRoom room, ReportFormat format, ReportNarrative narrative, Lazy<IReportRenderer> renderer)
    {
        const int year = SampleRegister.Year;
        var since = Stopwatch.GetTimestamp();
        var figures = await ReportFigures.FromAsync(
            format,
            year,
            room.Register.PublicationsAsync(SampleRegister.Agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), default),
            room.Reports.FiguresAsync(SampleRegister.Agency, year, default),
            narrative,
            default);
        var counted = Stopwatch.GetElapsedTime(since);
        var findings = ReportChecks.Run(figures, narrative, SampleRegister.Today);
        var bytes = renderer.Value.Render(ReportComposer.Compose(format, figures, narrative, findings, "贺兰县立岗镇", year));
        return (Stopwatch.GetElapsedTime(since).TotalMilliseconds, counted.TotalMilliseconds, figures.Total, bytes.Length);
    }

    private static double Settled() => GC.GetTotalMemory(forceFullCollection: true) / 1e6;

    private static double ResidentPeak()
    {
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1000;
    }
}
