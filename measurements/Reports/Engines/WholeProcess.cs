using System.Diagnostics;
using System.Globalization;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>A program from its start to its end.</summary>
internal static class WholeProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>Seconds until it ended; nothing looks at it meanwhile.</summary>
    /// <exception cref="InvalidOperationException">No PDF came of it.</exception>
    public static async Task<double> SecondsAsync(Engine engine, Sources from)
    {
        File.Delete(engine.Target);
        var since = Stopwatch.GetTimestamp();
        using var process = Start(engine, from);
        await EndAsync(process, engine);
        return Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <summary>
    /// Megabytes of the process and all that it started, at their highest. What several of them map counts by its share (PSS), but the largest
    /// of them counts in full: what this program maps too, the runtime above all, would be halved otherwise.
    /// </summary>
    /// <inheritdoc cref="SecondsAsync"/>
    public static async Task<double> MegabytesAsync(Engine engine, Sources from)
    {
        File.Delete(engine.Target);
        using var process = Start(engine, from);
        var highest = 0.0;
        var end = EndAsync(process, engine);
        while (!end.IsCompleted)
        {
            highest = Math.Max(highest, Shares(process.Id));
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(10)));
        }

        await end;
        return highest;
    }

    private static Process Start(Engine engine, Sources from)
    {
        var start = new ProcessStartInfo(engine.File, engine.Arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in from.Environment)
            start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task EndAsync(Process process, Engine engine)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"{engine.Name} did not end within {Patience.TotalSeconds:0} s");
        }

        if (process.ExitCode != 0 || !File.Exists(engine.Target))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{engine.Name} made no PDF (exit code {process.ExitCode})"));
    }

    private static double Shares(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && Read($"{folder}/stat") is { } stat)
                parents[id] = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }

        bool IsOfRoot(int id) => id == root || (parents.TryGetValue(id, out var parent) && parent > 1 && IsOfRoot(parent));
        var memory = parents.Keys.Where(IsOfRoot).Select(Memory).ToList();
        return memory.Count == 0 ? 0 : Math.Max(memory.Sum(m => m.Share), memory.Max(m => m.Resident));
    }

    private static (double Share, double Resident) Memory(int process)
    {
        var lines = Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/smaps_rollup"))?.Split('\n') ?? [];
        double Of(string name) => lines.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6
            : 0;
        return (Of("Pss:"), Of("Rss:"));
    }

    /// <summary>Null where the process has ended meanwhile.</summary>
    private static string? Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
