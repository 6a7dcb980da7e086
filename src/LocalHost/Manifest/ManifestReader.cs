using System.Text.Json;

namespace Lianxin.LocalHost.Manifest;

/// <summary>Reads a published app folder: host.json and every <c>*/function.json</c>.</summary>
internal static class ManifestReader
{
    /// <param name="setting">Looks up an app setting for <c>%Name%</c>.</param>
    /// <exception cref="StartRefused">The real host would refuse the app, or it would let outsiders reach a trigger.</exception>
    public static AppManifest Read(string folder, Func<string, string?> setting, Journal journal)
    {
        var file = HostFileReader.Read(folder);
        var prefix = (file.Extensions?.Http?.RoutePrefix ?? "api").Trim('/');
        var http = new List<HttpFunction>();
        var timers = new List<TimerFunction>();
        var queues = new List<QueueFunction>();
        foreach (var name in Directory.EnumerateDirectories(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name, "function.json");
            if (!File.Exists(path))
            {
                continue;
            }

            var function = HostFileReader.Json(path, $"{name}/function.json", ManifestJson.Default.FunctionFile);
            if (function.Disabled is { ValueKind: JsonValueKind.True })
            {
                continue;
            }

            switch (FunctionReader.Read(name, function, prefix, setting))
            {
                case HttpFunction one: http.Add(one); break;
                case TimerFunction one: timers.Add(one); break;
                case QueueFunction one: queues.Add(one); break;
            }

            if (function.Retry is not null)
            {
                journal.Warn($"函数 {name} 的 retry 策略在本机不执行", $"the retry policy of {name} is not played on this host");
            }
        }

        RouteRules.Check(http, [.. timers.Select(timer => timer.Name), .. queues.Select(queue => queue.Name)]);
        if (queues.Count > 0 && file.ExtensionBundle is null)
        {
            throw new StartRefused("有队列函数，host.json 必须有 extensionBundle", "queue functions need an extensionBundle in host.json");
        }

        return http.Count + timers.Count + queues.Count == 0
            ? throw new StartRefused($"{folder} 里没有函数", $"no functions in {folder}")
            : new AppManifest(folder, HostFileReader.Settings(file, folder, setting), http, timers, queues);
    }
}
