namespace Lianxin.LocalHost;

/// <summary>How public requests travel to the handler; the two ways real hosts know.</summary>
internal enum HttpMode
{
    /// <summary>Newer hosts (<c>enableProxyingHttpRequest</c>): streaming, every header.</summary>
    Proxying,

    /// <summary>Older hosts (<c>enableForwardingHttpRequest</c>): buffered, bodies without a length dropped.</summary>
    Forwarding,
}

/// <param name="AppFolder">The published function app: host.json and one folder per function.</param>
/// <param name="DataFolder">All state of this host: storage, keys, demo accounts, the lock.</param>
/// <param name="Port">Where the public front listens on 127.0.0.1.</param>
/// <param name="SitePort">A second port for the static site alone, as in Azure where site and app are two origins; null serves both on one.</param>
/// <param name="Storage">Connection string of an outside storage account; null starts the emulator.</param>
/// <param name="EmulatorFolder">Folder whose node_modules holds Azurite; null searches upward for build/emulator.</param>
/// <param name="SampleFolder">The sample year that the demo imports.</param>
/// <param name="Empty">The demo leaves the sample year out.</param>
/// <param name="Clock">Start of the demo's business clock; null leaves the machine's.</param>
/// <param name="Settings">App settings given on the command line; they win over the environment.</param>
internal sealed record RunOptions(
    string AppFolder,
    string DataFolder,
    int Port,
    int? SitePort,
    HttpMode Mode,
    string? Storage,
    bool InMemory,
    string? EmulatorFolder,
    bool Demo,
    string? SampleFolder,
    bool Empty,
    DateTimeOffset? Clock,
    IReadOnlyDictionary<string, string> Settings)
{
    public string BaseUrl => $"http://127.0.0.1:{Port}";

    public string SiteUrl => $"http://127.0.0.1:{SitePort ?? Port}";

    public string? Setting(string name) =>
        Settings.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name);
}
