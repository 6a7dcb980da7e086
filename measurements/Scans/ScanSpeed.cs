using System.Diagnostics;
using System.IO.Compression;
using Lianxin.Bench.Reports;
using Lianxin.Bench.Results;
using Lianxin.Core.Privacy;
using Lianxin.Core.Proofreading;
using Lianxin.Documents.Reading;
using Lianxin.Functions.UseCases;

namespace Lianxin.Bench.Scans;

/// <summary>What the privacy gate costs: a workbook scanned against the same file merely unpacked, a text scanned against a bare pass over its characters.</summary>
internal static class ScanSpeed
{
    public const string Name = "scan";
    private const int Characters = 1_000_000;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var file = BigList.Workbook();
        var unpacked = Unpack(file) / 1e6;
        var reader = new FileReader(TimeProvider.System, new ReadingLimits(Time: TimeSpan.FromMinutes(5)));
        var proofreader = new Proofreader(RuleFiles.LoadProofreading(Path.Combine(extent.Installation.App, "Data")));
        var text = BigList.Text(Characters);
        var times = extent.Quick ? 2 : 6;

        // Once without a clock: what is not yet compiled would count for the first pair alone.
        Scan(reader, file);
        var files = await Pairs.TakeAsync(times, () => Timed(() => Scan(reader, file)), () => Timed(() => Unpack(file)));
        var detected = await Pairs.TakeAsync(times, () => Timed(() => TextDetectors.Scan("body", text, ScanProfile.Usual)), () => Timed(() => Pass(text)));
        var proofed = await Pairs.TakeAsync(times, () => Timed(() => proofreader.Read("body", text)), () => Timed(() => Pass(text)));
        return
        [
            new($"{Name}/workbook", $"a workbook of {BigList.Rows} rows scanned", "the same file unpacked, every byte looked at", "MB/s unpacked", null, [.. files.Select(p => p.By(t => unpacked / t.Seconds))], new Dictionary<string, double> { ["MB of the file"] = file.Length / 1e6, ["MB unpacked"] = unpacked }),
            new($"{Name}/memory", "managed memory at its peak while it is scanned, garbage included", "while it is unpacked", "MB", null, [.. files.Select(p => p.By(t => t.Megabytes))], new Dictionary<string, double>()),
            new($"{Name}/text", "a text of a million characters scanned", "a bare pass over the same characters", "ms", null, [.. detected.Select(p => p.By(t => t.Seconds * 1000))], new Dictionary<string, double>()),
            new($"{Name}/proof-reading", "a text of a million characters proof-read", "a bare pass over the same characters", "ms", null, [.. proofed.Select(p => p.By(t => t.Seconds * 1000))], new Dictionary<string, double>()),
        ];
    }

    /// <summary>Seconds, and megabytes of managed memory at the peak above what was there before.</summary>
    private static Task<Cost> Timed(Action work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true) / 1e6;
        using var peak = new PeakMemory();
        var since = Stopwatch.GetTimestamp();
        work();
        return Task.FromResult(new Cost(Stopwatch.GetElapsedTime(since).TotalSeconds, Math.Max(0.01, peak.Megabytes - before)));
    }

    private static void Scan(FileReader reader, byte[] file)
    {
        var reading = reader.Read("名单.xlsx", file, ScanProfile.Usual);
        if (!reading.IsClean)
            throw new InvalidOperationException($"The list is read as {reading.Outcome} {reading.Code} with {reading.Count} findings.");
    }

    private static long Unpack(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var buffer = new byte[64 * 1024];
        var (bytes, sum) = (0L, 0L);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (var read = part.Read(buffer); read > 0; read = part.Read(buffer))
            {
                bytes += read;
                foreach (var b in buffer.AsSpan(0, read))
                    sum += b;
            }
        }

        return sum > 0 ? bytes : 0;
    }

    private static void Pass(string text)
    {
        var sum = 0L;
        foreach (var c in text)
            sum += c;
        if (sum == 0)
            throw new InvalidOperationException("The text is empty.");
    }

    private sealed record Cost(double Seconds, double Megabytes);
}
