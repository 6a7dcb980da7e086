using System.Runtime.InteropServices;

namespace Lianxin.LocalHost.Processes;

/// <summary>POSIX signals; .NET itself can only send SIGKILL.</summary>
internal static class Signals
{
    public const int Interrupt = 2;
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Best effort: a process that is gone is no error.</summary>
    public static void Send(int pid, int signal) => _ = NativeKill(pid, signal);

    /// <summary>
    /// Makes an interrupt count even where the shell that started this process ignored it, as shells do for background jobs:
    /// the runtime would otherwise keep ignoring it. To be called before the handler is registered.
    /// </summary>
    public static void HeedInterrupt() => _ = NativeSignal(Interrupt, 0);

    [DllImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint NativeSignal(int signal, nint handler);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}
