namespace Lianxin.LocalHost.Processes;

/// <summary>One host per data folder: held by the system, so that a killed host leaves no stale lock.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="StartRefused">Another host has the folder, or it cannot be made or written.</exception>
    public static FolderLock Take(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(folder);
        }

        try
        {
            return new FolderLock(new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new StartRefused($"数据目录 {folder} 正被另一个宿主使用", $"the data folder {folder} is in use by another host");
        }
        catch (UnauthorizedAccessException)
        {
            throw CannotWrite(folder);
        }
    }

    public void Dispose() => _file.Dispose();

    private static StartRefused CannotWrite(string folder) =>
        new($"数据目录 {folder} 无法建立或写入，请用 --data 另选", $"the data folder {folder} cannot be made or written; choose another with --data");
}
