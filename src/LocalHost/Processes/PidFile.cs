using System.Diagnostics;
using System.Globalization;

namespace Lianxin.LocalHost.Processes;

/// <summary>
/// Remembers a child across a sudden end of this process, so that the next start on the same data folder can end what was left.
/// Process id and start time together name one process; a reused id does not match.
/// </summary>
internal sealed class PidFile(string path)
{
    public void Write(int pid) => File.WriteAllText(path, string.Create(CultureInfo.InvariantCulture, $"{pid} {StartOf(pid)}"));

    public void Clear() => File.Delete(path);

    /// <summary>Ends the process that the file names, if it still runs.</summary>
    /// <returns>Whether one was found.</returns>
    public async Task<bool> EndLeftoverAsync(int signal, CancellationToken cancellation)
    {
        var parts = File.Exists(path) ? (await File.ReadAllTextAsync(path, cancellation)).Split(' ') : [];
        if (parts.Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            || StartOf(pid) is not { } start
            || start != parts[1].Trim())
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(pid);
            Signals.Send(pid, signal);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TimeSpan.FromSeconds(30));
            await process.WaitForExitAsync(patience.Token);
        }
        catch (ArgumentException)
        {
            // Gone between the two looks.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Signals.Send(pid, Signals.Kill);
        }

        return true;
    }

    /// <returns>Start time in clock ticks since boot, field 22 of proc(5) stat; null when there is no such process, or it is a zombie.</returns>
    private static string? StartOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? null : fields[19];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
