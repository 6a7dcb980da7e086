using System.Diagnostics;
using System.Globalization;
using Lianxin.Backup;
using Lianxin.Core.Items;
using Lianxin.Storage;

const string Usage = """
    用法 · Usage: backup export <folder> [storage]
                  backup restore <folder> [storage] [--replace-everything]
      storage:
        --connection <string>   连接串，也可放在环境变量 LIANXIN_STORAGE · connection string, or in LIANXIN_STORAGE
        --account <name>        以本机身份访问的账户 · an account reached by identity
        --suffix <domain>       core.windows.net（默认）或 core.chinacloudapi.cn · endpoint suffix
      --replace-everything      恢复前清空账户 · empties the account before restoring
    """;

string? connection = Environment.GetEnvironmentVariable("LIANXIN_STORAGE");
string? account = null;
var suffix = "core.windows.net";
var over = false;
if (args.Length < 2 || args[0] is not ("export" or "restore") || args[1].StartsWith('-'))
{
    return Bad();
}

for (var i = 2; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--replace-everything" when args[0] == "restore": over = true; break;
        case "--connection" when i + 1 < args.Length: connection = args[++i]; break;
        case "--account" when i + 1 < args.Length: account = args[++i]; break;
        case "--suffix" when i + 1 < args.Length: suffix = args[++i]; break;
        default: return Bad();
    }
}

if (string.IsNullOrWhiteSpace(connection) && string.IsNullOrWhiteSpace(account))
{
    return Bad();
}

var options = new StorageOptions
{
    ConnectionString = account is null ? connection : null,
    AccountName = account,
    EndpointSuffix = suffix,
    IndexPrefix = "-",
    NetworkTimeout = TimeSpan.FromSeconds(60),
};
var backup = new AccountBackup(options, TimeProvider.System);
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var watch = Stopwatch.StartNew();
try
{
    if (args[0] == "export")
    {
        var manifest = await backup.ExportAsync(Path.GetFullPath(args[1]), stop.Token);
        var rows = manifest.Parts.Where(p => p.Name.StartsWith("tables/", StringComparison.Ordinal)).Sum(p => p.Entries);
        Say($"已导出 exported: {rows} 行 rows, {manifest.Parts.Count} 个文件 parts, {manifest.Parts.Sum(p => p.Bytes)} 字节 bytes");
        foreach (var table in manifest.Moving)
        {
            Say($"! 表 {table} 在导出时一直在写，各行可能相差几秒 · table {table} was being written all the time");
        }

        foreach (var (agency, newest) in manifest.Anchors)
        {
            Say($"最新锚点 newest anchor: {agency} {newest}");
        }
    }
    else
    {
        var restored = await backup.RestoreAsync(Path.GetFullPath(args[1]), over, stop.Token);
        Say($"已恢复 restored: {restored.Rows} 行 rows, {restored.Blobs} 个文件 blobs, {restored.Messages} 条消息 messages");
    }

    Say($"用时 {watch.Elapsed.TotalSeconds:F1} 秒 seconds");
    return 0;
}
catch (Exception failed) when (failed is BackupRefusedException or StorageUnavailableException or IOException or UnauthorizedAccessException or ArgumentException or OperationCanceledException)
{
    Console.Error.WriteLine($"! {failed.Message}");
    return 1;
}

static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

int Bad()
{
    Console.Error.WriteLine(Usage);
    return 2;
}
