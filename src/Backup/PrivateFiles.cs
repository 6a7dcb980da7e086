using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Exports;

namespace Lianxin.Backup;

/// <summary>Writes the files of an export, readable by their owner alone, and keeps their sums for the manifest.</summary>
internal sealed class PrivateFiles(string folder)
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly Lock gate = new();
    private readonly Dictionary<string, ExportPart> parts = new(StringComparer.Ordinal);

    public IReadOnlyList<ExportPart> Parts
    {
        get
        {
            lock (gate)
            {
                return [.. parts.Values.OrderBy(p => p.Name, StringComparer.Ordinal)];
            }
        }
    }

    /// <exception cref="BackupRefusedException">The folder has something in it.</exception>
    public void Prepare()
    {
        MakeFolder(folder);
        if (Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BackupRefusedException($"目录 {folder} 不是空的 · the folder {folder} is not empty");
        }
    }

    public void Lines(string name, IReadOnlyCollection<string> lines) =>
        Write(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n"))), lines.Count);

    /// <summary>The same name twice is the same content: a blob's bytes are named by their sum.</summary>
    public void Bytes(string name, byte[] bytes) => Write(name, bytes, 1);

    public void Manifest(ExportManifest manifest) => Put(ExportPlaces.Manifest, Encoding.UTF8.GetBytes(ExportLines.Of(manifest) + "\n"));

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnFile | UnixFileMode.UserExecute);
        }
    }

    private void Write(string name, byte[] bytes, int entries)
    {
        lock (gate)
        {
            if (!parts.TryAdd(name, new ExportPart(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.LongLength, entries)))
            {
                return;
            }
        }

        Put(name, bytes);
    }

    private void Put(string name, byte[] bytes)
    {
        var path = Path.Combine([folder, .. name.Split('/')]);
        MakeFolder(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnFile;
        }

        using var file = new FileStream(path, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
