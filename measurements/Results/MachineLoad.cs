using System.Diagnostics;
using System.Globalization;

namespace Lianxin.Bench.Results;

/// <summary>How busy the machine is, and how much of that is foreign: neither this program nor what it started.</summary>
public sealed class MachineLoad
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    private readonly long since = Stopwatch.GetTimestamp();
    private readonly double busy = Busy();
    private readonly Dictionary<int, double> own = Own();

    /// <summary>The three averages as the kernel tells them.</summary>
    public static string Average() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    /// <summary>Cores kept busy by others since this was made.</summary>
    public double OtherCores()
    {
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var mine = Own().Sum(p => p.Value - own.GetValueOrDefault(p.Key));
        return Math.Max(0, (Busy() - busy - mine) / seconds);
    }

    /// <summary>Seconds of processor time that a process has used.</summary>
    public static double CpuOf(int process) => Stat(process) is { } stat ? stat.Cpu : 0;

    private static double Busy()
    {
        var numbers = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        // user, nice, system, idle, iowait, irq, softirq, steal; what comes then is counted in user already.
        return (numbers.Take(8).Sum() - numbers[3] - numbers[4]) / TicksPerSecond;
    }

    private static Dictionary<int, double> Own()
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Stat: Stat(id)))
            .Where(p => p.Stat is not null)
            .ToDictionary(p => p.Id, p => p.Stat!.Value);
        bool IsOwn(int id) => id == Environment.ProcessId || (all.TryGetValue(id, out var stat) && stat.Parent > 1 && IsOwn(stat.Parent));
        return all.Where(p => IsOwn(p.Key)).ToDictionary(p => p.Key, p => p.Value.Cpu);
    }

    private static (int Parent, double Cpu)? Stat(int process)
    {
        try
        {
            var text = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"));
            // The name in brackets may hold spaces; the fields are counted from behind it: state, parent, …
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return (int.Parse(fields[1], CultureInfo.InvariantCulture),
                (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
