using System.Runtime.InteropServices;

namespace Lianxin.LocalHost.Processes;

/// <summary>POSIX signals; .NET itself can only send SIGKILL.</summary>
internal static class Signals
{
    public const int Kill = 9;
    public const int Terminate = 15;

    /// <summary>Best effort: a process that is gone is no error.</summary>
    public static void Send(int pid, int signal) => _ = NativeKill(pid, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeKill(int pid, int signal);
}
