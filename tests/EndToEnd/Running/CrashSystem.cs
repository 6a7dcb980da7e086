namespace Lianxin.EndToEnd.Running;

/// <summary>An empty system that may be killed and started again on the same data and port.</summary>
public sealed class CrashSystem : IAsyncLifetime
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("lianxin-crash-");

    public RunningSystem System { get; private set; } = null!;

    public async ValueTask InitializeAsync() => System = await RunningSystem.StartAsync(data.FullName, arguments: ["--empty"]);

    /// <summary>Stops the host as a service manager would and starts it again, this time with the sample; answers how it ended.</summary>
    public async Task<int> RestartAsync()
    {
        var code = await System.StopAsync();
        var port = System.Address.Port;
        await System.DisposeAsync();
        System = await RunningSystem.StartAsync(data.FullName, arguments: ["--port", $"{port}"]);
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await System.DisposeAsync();
        data.Delete(recursive: true);
    }
}
