using System.Text.RegularExpressions;
using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost.Manifest;

/// <summary>Turns one function.json into the function it declares.</summary>
internal static partial class FunctionReader
{
    /// <returns>An <see cref="HttpFunction"/>, <see cref="TimerFunction"/> or <see cref="QueueFunction"/>.</returns>
    public static object Read(string name, FunctionFile file, string prefix, Func<string, string?> setting)
    {
        if (!FunctionName().IsMatch(name) || string.Equals(name, "host", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefused($"函数名无效：{name}", $"bad function name: {name}");
        }

        var triggers = (file.Bindings ?? []).Where(binding =>
            binding.Type?.EndsWith("Trigger", StringComparison.OrdinalIgnoreCase) == true).ToList();
        if (triggers is not [var trigger])
        {
            throw new StartRefused($"函数 {name} 须恰有一个触发器", $"function {name} must have exactly one trigger");
        }

        if (string.IsNullOrEmpty(trigger.Name) || !string.Equals(trigger.Direction ?? "in", "in", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefused($"函数 {name} 的触发器须有 name 且 direction 为 in", $"the trigger of {name} needs a name and direction in");
        }

        return trigger.Type!.ToLowerInvariant() switch
        {
            "httptrigger" => Http(name, file, trigger, prefix),
            "timertrigger" => Timer(name, file, trigger, setting),
            "queuetrigger" => Queue(name, file, trigger, setting),
            _ => throw new StartRefused($"函数 {name} 的触发器类型不支持：{trigger.Type}", $"function {name}: unknown trigger {trigger.Type}"),
        };
    }

    private static HttpFunction Http(string name, FunctionFile file, BindingPart trigger, string prefix)
    {
        var outputs = file.Bindings!.Where(binding => binding != trigger).ToList();
        if (outputs is not [{ Type: "http" }])
        {
            throw new StartRefused(
                $"HTTP 函数 {name} 须只有一个 http 输出，否则宿主改用 JSON 信封",
                $"HTTP function {name} must have exactly one http output, else the host sends envelopes");
        }

        var route = (trigger.Route ?? name).Trim('/');
        var first = route.Split('/')[0].ToLowerInvariant();
        if (first is "admin" or "runtime")
        {
            throw new StartRefused($"函数 {name} 的路由不得以 {first} 开头", $"the route of {name} conflicts with built in routes: {first}");
        }

        var level = (trigger.AuthLevel ?? "function").ToLowerInvariant();
        var needsKey = level switch
        {
            "anonymous" => false,
            "function" or "admin" => true,
            _ => throw new StartRefused($"函数 {name} 的 authLevel 无效", $"function {name}: bad authLevel {level}"),
        };
        var methods = trigger.Methods?.Select(method => method.ToUpperInvariant()).ToHashSet(StringComparer.Ordinal);
        return new HttpFunction(name, PublicRoute.Parse(name, prefix, route), methods, needsKey);
    }

    private static TimerFunction Timer(string name, FunctionFile file, BindingPart trigger, Func<string, string?> setting)
    {
        NoOutputs(name, file);
        var text = SettingReferences.Resolve(trigger.Schedule ?? "", $"{name}.schedule", setting);
        return new TimerFunction(name, trigger.Name!, Schedule.Parse(name, text), trigger.UseMonitor ?? true, trigger.RunOnStartup ?? false);
    }

    private static QueueFunction Queue(string name, FunctionFile file, BindingPart trigger, Func<string, string?> setting)
    {
        NoOutputs(name, file);
        if (trigger.Connection is not (null or "" or "AzureWebJobsStorage"))
        {
            throw new StartRefused(
                $"函数 {name}：本机只有 AzureWebJobsStorage 一个存储",
                $"function {name}: this host has one storage only, AzureWebJobsStorage");
        }

        var queue = SettingReferences.Resolve(trigger.QueueName ?? "", $"{name}.queueName", setting);
        return QueueName().IsMatch(queue)
            ? new QueueFunction(name, trigger.Name!, queue)
            : throw new StartRefused($"函数 {name} 的队列名无效：{queue}", $"function {name}: bad queue name {queue}");
    }

    private static void NoOutputs(string name, FunctionFile file)
    {
        if (file.Bindings!.Count > 1)
        {
            throw new StartRefused($"函数 {name}：本机不支持输出绑定", $"function {name}: output bindings are not known here");
        }
    }

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9_-]{0,127}$")]
    private static partial Regex FunctionName();

    [GeneratedRegex("^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex QueueName();
}
