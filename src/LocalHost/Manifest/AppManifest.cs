using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost.Manifest;

/// <summary>A published app, read and found fit to run.</summary>
internal sealed record AppManifest(
    string Folder,
    HostSettings Host,
    IReadOnlyList<HttpFunction> Http,
    IReadOnlyList<TimerFunction> Timers,
    IReadOnlyList<QueueFunction> Queues);

/// <param name="FunctionTimeout">After it the handler is killed and every running call with it; null is unbounded.</param>
/// <param name="InitializationTimeout">How long a starting handler may take to answer its first call.</param>
internal sealed record HostSettings(
    HandlerCommand Handler,
    TimeSpan? FunctionTimeout,
    TimeSpan InitializationTimeout,
    bool Proxying,
    bool Forwarding,
    QueueSettings Queues);

internal sealed record HandlerCommand(string Executable, IReadOnlyList<string> Arguments, string WorkingDirectory);

/// <param name="VisibilityTimeout">Wait before a failed message is seen again.</param>
/// <param name="MaxPollingInterval">Longest wait between two looks at an empty queue.</param>
/// <param name="Base64">Whether message bodies are base64 (the host's default) or plain text.</param>
internal sealed record QueueSettings(
    int BatchSize,
    int NewBatchThreshold,
    int MaxDequeueCount,
    TimeSpan VisibilityTimeout,
    TimeSpan MaxPollingInterval,
    bool Base64);

/// <param name="Methods">Upper case; null lets every method through.</param>
/// <param name="NeedsKey">authLevel <c>function</c> or <c>admin</c>: the caller must show the host key.</param>
internal sealed record HttpFunction(string Name, PublicRoute Route, IReadOnlySet<string>? Methods, bool NeedsKey);

internal sealed record TimerFunction(string Name, string Binding, Schedule Schedule, bool UseMonitor, bool RunOnStartup);

internal sealed record QueueFunction(string Name, string Binding, string Queue);
