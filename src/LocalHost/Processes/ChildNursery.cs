using System.Collections.Concurrent;
using System.Diagnostics;

namespace Lianxin.LocalHost.Processes;

/// <summary>
/// Starts child processes so that none outlives this one, even when it is killed outright: <c>setpriv --pdeathsig</c> asks the
/// kernel to signal the child when its parent is gone.
/// </summary>
internal sealed class ChildNursery : IDisposable
{
    private const string Setpriv = "/usr/bin/setpriv";

    // The kernel watches the thread that forked, not the process: pool threads come and go, this one stays to the end.
    private readonly BlockingCollection<Action> _starts = [];

    public ChildNursery() => new Thread(() =>
    {
        foreach (var start in _starts.GetConsumingEnumerable())
        {
            start();
        }
    })
    { IsBackground = true, Name = "child starter" }.Start();

    /// <param name="deathSignal">Sent to the child when this process dies: <c>TERM</c> or <c>KILL</c>.</param>
    /// <param name="onOutput">One call per line of stdout.</param>
    /// <param name="onError">One call per line of stderr.</param>
    public async Task<Process> StartAsync(ProcessStartInfo start, string deathSignal, Action<string> onOutput, Action<string> onError)
    {
        if (File.Exists(Setpriv))
        {
            string[] wrapped = ["--pdeathsig", deathSignal, "--", start.FileName];
            for (var i = 0; i < wrapped.Length; i++)
            {
                start.ArgumentList.Insert(i, wrapped[i]);
            }

            start.FileName = Setpriv;
        }

        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Pass(line.Data, onOutput);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, onError);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception failed) when (failed is System.ComponentModel.Win32Exception or InvalidOperationException)
            {
                started.SetException(failed);
            }
        });
        await started.Task;
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public void Dispose() => _starts.CompleteAdding();

    private static void Pass(string? line, Action<string> take)
    {
        if (line is not null)
        {
            take(line);
        }
    }
}
