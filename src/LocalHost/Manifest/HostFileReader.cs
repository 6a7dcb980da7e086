using System.Globalization;
using System.Text.Json;

namespace Lianxin.LocalHost.Manifest;

/// <summary>Reads host.json and refuses what the real host would refuse.</summary>
internal static class HostFileReader
{
    public static HostFile Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        if (!File.Exists(path))
        {
            throw new StartRefused($"{folder} 里没有 host.json", $"no host.json in {folder}");
        }

        var file = Json(path, "host.json", ManifestJson.Default.HostFile);
        return file.Version == "2.0"
            ? file
            : throw new StartRefused("host.json 的 version 必须是 \"2.0\"", "host.json: version must be \"2.0\"");
    }

    public static T Json<T>(string path, string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(path), type)
                ?? throw new StartRefused($"{name} 是空的", $"{name} is null");
        }
        catch (JsonException broken)
        {
            throw new StartRefused($"{name} 不是有效的 JSON", $"{name} is not valid: {broken.Message}");
        }
    }

    public static HostSettings Settings(HostFile file, string folder, Func<string, string?> setting)
    {
        var handler = file.CustomHandler
            ?? throw new StartRefused("host.json 没有 customHandler", "host.json has no customHandler");
        if (!handler.EnableForwardingHttpRequest && !handler.EnableProxyingHttpRequest)
        {
            throw new StartRefused(
                "host.json 须开启 enableProxyingHttpRequest 或 enableForwardingHttpRequest",
                "host.json must enable proxying or forwarding; HTTP as JSON envelopes is not played here");
        }

        return new HostSettings(
            Command(handler.Description, folder, setting),
            file.FunctionTimeout == "-1" ? null : Span(file.FunctionTimeout, "functionTimeout", TimeSpan.FromMinutes(30)),
            Span(handler.InitializationTimeout, "initializationTimeout", TimeSpan.FromSeconds(30)),
            handler.EnableProxyingHttpRequest,
            handler.EnableForwardingHttpRequest,
            Queues(file.Extensions?.Queues));
    }

    private static HandlerCommand Command(DescriptionPart? description, string folder, Func<string, string?> setting)
    {
        var given = SettingReferences.ResolveOrEmpty(description?.DefaultExecutablePath ?? "", setting);
        if (given.Length == 0)
        {
            throw new StartRefused("host.json 没有 defaultExecutablePath", "host.json has no defaultExecutablePath");
        }

        var executable = Path.GetFullPath(given, folder);
        if (!File.Exists(executable))
        {
            throw new StartRefused($"找不到处理程序 {executable}", $"the handler {executable} does not exist");
        }

        if (!File.GetUnixFileMode(executable).HasFlag(UnixFileMode.UserExecute))
        {
            throw new StartRefused($"处理程序没有执行权限：{executable}", $"the handler is not executable: {executable}");
        }

        string[] arguments =
        [
            .. description!.Arguments ?? [],
            .. string.IsNullOrEmpty(description.DefaultWorkerPath) ? [] : new[] { Path.GetFullPath(description.DefaultWorkerPath, folder) },
            .. description.WorkerArguments ?? [],
        ];
        return new HandlerCommand(
            executable,
            [.. arguments.Select(argument => SettingReferences.ResolveOrEmpty(argument, setting))],
            Path.GetFullPath(description.WorkingDirectory ?? "", folder));
    }

    private static QueueSettings Queues(QueuesPart? part)
    {
        var batch = part?.BatchSize ?? 16;
        if (batch is < 1 or > 32)
        {
            throw new StartRefused("host.json：queues.batchSize 须为 1 至 32", "host.json: queues.batchSize must be 1 to 32");
        }

        var encoding = part?.MessageEncoding ?? "base64";
        return new QueueSettings(
            batch,
            Math.Max(0, part?.NewBatchThreshold ?? batch / 2 * Environment.ProcessorCount),
            Math.Max(1, part?.MaxDequeueCount ?? 5),
            Span(part?.VisibilityTimeout, "queues.visibilityTimeout", TimeSpan.Zero),
            Span(part?.MaxPollingInterval, "queues.maxPollingInterval", TimeSpan.FromMinutes(1)),
            encoding.ToLowerInvariant() switch
            {
                "base64" => true,
                "none" => false,
                _ => throw new StartRefused($"host.json：messageEncoding {encoding} 无效", $"host.json: bad messageEncoding {encoding}"),
            });
    }

    private static TimeSpan Span(string? text, string name, TimeSpan otherwise)
    {
        if (text is null)
        {
            return otherwise;
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero
            ? span
            : throw new StartRefused($"host.json：{name} 不是时长：{text}", $"host.json: {name} is not a time span: {text}");
    }
}
