namespace Lianxin.Core.Exports;

/// <summary>Where things lie in an export, below its folder; names that could leave it are escaped.</summary>
public static class ExportPlaces
{
    public const string Manifest = "manifest.json";
    public const string Tables = "tables";
    public const string Blobs = "blobs";
    public const string Queues = "queues";
    public const string ListEnding = ".jsonl";

    public static string Partition(string table, string partition) => $"{Tables}/{table}/{Uri.EscapeDataString(partition)}{ListEnding}";

    public static string List(string container) => $"{Blobs}/{container}{ListEnding}";

    public static string Bytes(string container, string sha256) => $"{Blobs}/{container}/{sha256}";

    public static string Queue(string queue) => $"{Queues}/{queue}{ListEnding}";
}
