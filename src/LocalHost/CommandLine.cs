using System.Globalization;

namespace Lianxin.LocalHost;

internal static class CommandLine
{
    public const string Usage = """
        用法 · Usage: Lianxin.LocalHost --app <folder> [options]
          --app <folder>         已发布的函数应用 · the published function app
          --data <folder>        数据目录（默认 .local）· all state of this host (default .local)
          --port <n>             公开端口（默认 7071，0 为任选）· public port (default 7071, 0 picks one)
          --site-port <n>        静态网站单独端口 · the static site on a port of its own
          --http proxying|forwarding   转发方式 · how requests travel to the handler (default proxying)
          --storage <string>     外部存储连接串，不启动模拟器 · outside storage, no emulator
          --in-memory            模拟器只用内存 · emulator keeps nothing on disk
          --emulator <folder>    装有 azurite 的目录 · folder whose node_modules holds azurite
          --setting NAME=VALUE   应用设置，可重复 · an app setting, may be repeated
          --demo                 示范账户与示例年度 · demo accounts and the sample year
          --sample <folder>      示例年度的目录 · folder of the sample year
          --empty                不导入示例年度 · leave the sample year out
          --clock <instant>      示范业务时钟，如 2015-01-20T09:00:00+08:00 · start of the demo's business clock
          --help
        """;

    /// <returns>Null when help was asked for.</returns>
    /// <exception cref="StartRefused">An option is unknown, lacks its value, or has a bad one.</exception>
    public static RunOptions? Parse(IReadOnlyList<string> args)
    {
        var draft = new RunOptions("", ".local", 7071, null, HttpMode.Proxying, null, false, null, false, null, false, null,
            new Dictionary<string, string>(StringComparer.Ordinal));
        for (var i = 0; i < args.Count; i++)
        {
            var name = args[i];
            string Value() => ++i < args.Count ? args[i] : throw Bad(name, "缺少值", "needs a value");
            switch (name)
            {
                case "--help" or "-h": return null;
                case "--app": draft = draft with { AppFolder = Path.GetFullPath(Value()) }; break;
                case "--data": draft = draft with { DataFolder = Value() }; break;
                case "--port": draft = draft with { Port = Port(name, Value()) }; break;
                case "--site-port": draft = draft with { SitePort = Port(name, Value()) }; break;
                case "--http": draft = draft with { Mode = Mode(name, Value()) }; break;
                case "--storage": draft = draft with { Storage = Value() }; break;
                case "--in-memory": draft = draft with { InMemory = true }; break;
                case "--emulator": draft = draft with { EmulatorFolder = Path.GetFullPath(Value()) }; break;
                case "--setting": draft = draft with { Settings = With(draft.Settings, name, Value()) }; break;
                case "--demo": draft = draft with { Demo = true }; break;
                case "--sample": draft = draft with { SampleFolder = Path.GetFullPath(Value()) }; break;
                case "--empty": draft = draft with { Empty = true }; break;
                case "--clock": draft = draft with { Clock = Instant(name, Value()) }; break;
                default: throw Bad(name, "不认识的选项", "unknown option");
            }
        }

        if (draft.AppFolder.Length == 0)
        {
            throw Bad("--app", "必须给出", "is required");
        }

        if (draft.Clock is not null && !draft.Demo)
        {
            throw Bad("--clock", "只能与 --demo 同用", "only goes with --demo");
        }

        return draft with { DataFolder = Path.GetFullPath(draft.DataFolder) };
    }

    private static int Port(string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw Bad(name, "端口须为 0 至 65535", "must be a port between 0 and 65535");

    private static HttpMode Mode(string name, string text) => text switch
    {
        "proxying" => HttpMode.Proxying,
        "forwarding" => HttpMode.Forwarding,
        _ => throw Bad(name, "须为 proxying 或 forwarding", "must be proxying or forwarding"),
    };

    private static DateTimeOffset Instant(string name, string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant)
            ? instant
            : throw Bad(name, "须为带时差的时刻，如 2015-01-20T09:00:00+08:00", "must be an instant with an offset");

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> settings, string name, string text)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        return cut > 0
            ? new Dictionary<string, string>(settings, StringComparer.Ordinal) { [text[..cut]] = text[(cut + 1)..] }
            : throw Bad(name, "须为 NAME=VALUE", "must be NAME=VALUE");
    }

    private static StartRefused Bad(string option, string chinese, string english) =>
        new($"选项 {option}：{chinese}", $"option {option}: {english}");
}
