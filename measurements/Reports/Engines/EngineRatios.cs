using System.Diagnostics;
using Lianxin.Bench.Results;
using Lianxin.Core.Reports;
using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;
using Lianxin.Functions.UseCases;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>The report of the sample year as a PDF, by our writer and by other engines on the same text and the same fonts: whole process beside whole process.</summary>
internal static class EngineRatios
{
    public const string Name = "report/engines";
    private const double AsFast = 1;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var content = await ContentAsync(extent);
        using var from = new Sources(content, Path.Combine(extent.Installation.App, "fonts"));
        var ours = Engine.Ours(extent.Installation, from);
        await WholeProcess.SecondsAsync(ours, from);
        var (warm, pages) = Warm(content, from.Fonts);
        var figures = new List<Figure>();
        foreach (var engine in Engine.Others(extent.Installation, from))
        {
            if (!engine.IsThere)
            {
                await Console.Error.WriteLineAsync($"! 没有 {engine.Name}，未测 · {engine.Name} is not there and left out (./bench --install-engines)");
                continue;
            }

            try
            {
                figures.AddRange(await BesideAsync(ours, engine, from, extent.Quick, new()
                {
                    ["pages of our PDF"] = pages,
                    ["ms of a further PDF in a process that is warm, ours"] = warm,
                }));
            }
            catch (InvalidOperationException failure)
            {
                await Console.Error.WriteLineAsync($"! {engine.Name} 未成，不计入 · left out: {failure.Message}");
            }
        }

        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> BesideAsync(Engine ours, Engine other, Sources from, bool quick, Dictionary<string, double> beside)
    {
        // The first run makes profiles and font caches, which a machine keeps.
        await WholeProcess.SecondsAsync(other, from);
        var rates = await Pairs.TakeAsync(quick ? 2 : 6, () => RateAsync(ours, from), () => RateAsync(other, from));
        var memory = await Pairs.TakeAsync(quick ? 1 : 3, () => WholeProcess.MegabytesAsync(ours, from), () => WholeProcess.MegabytesAsync(other, from));
        beside["ms of our whole process"] = 1000 / Spread.Of(rates.Select(p => p.Measured)).Median;
        beside[$"ms of {other.Name}"] = 1000 / Spread.Of(rates.Select(p => p.Baseline)).Median;
        beside[$"bytes of the PDF of {other.Name}"] = new FileInfo(other.Target).Length;
        return
        [
            new($"{Name}-{other.Name}", "PDFs a second, own writer, whole process", $"{other.Name}, whole process", "per second", AsFast, [.. rates.Select(p => p.By(r => r))], beside),
            new($"{Name}-{other.Name}-memory", "memory at its peak, own writer, whole process", $"{other.Name} with all it starts", "MB", null, [.. memory.Select(p => p.By(m => m))], new Dictionary<string, double>()),
        ];
    }

    private static async Task<double> RateAsync(Engine engine, Sources from) => 1 / await WholeProcess.SecondsAsync(engine, from);

    private static (double Milliseconds, int Pages) Warm(ReportContent content, string fonts)
    {
        var renderer = new PdfReportRenderer(FontLibrary.Load(fonts));
        var pages = renderer.RenderDocument(content).PageCount;
        var times = new List<double>();
        for (var i = 0; i < 20; i++)
        {
            var since = Stopwatch.GetTimestamp();
            renderer.Render(content);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return (Spread.Of(times).Median, pages);
    }

    private static async Task<ReportContent> ContentAsync(Extent extent)
    {
        const int year = SampleRegister.Year;
        var (reference, formats, _, _) = RuleFiles.Load(Path.Combine(extent.Installation.App, "Data"));
        var format = formats.Of("ligang-2014", year);
        var narrative = SampleRegister.Narrative(extent.Installation.Sample);
        using var room = await SampleRegister.FillAsync(extent.Installation.Sample, reference, 549);
        var figures = await ReportFigures.FromAsync(
            format, year, room.Register.PublicationsAsync(SampleRegister.Agency, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), default),
            room.Reports.FiguresAsync(SampleRegister.Agency, year, default), narrative, default);
        return ReportComposer.Compose(format, figures, narrative, ReportChecks.Run(figures, narrative, SampleRegister.Today), "贺兰县立岗镇", year);
    }
}
