namespace Lianxin.LocalHost.Emulator;

/// <summary>Where Azurite lies on this machine.</summary>
internal static class EmulatorPlace
{
    private const string Script = "node_modules/azurite/dist/src/azurite.js";

    /// <param name="given">A folder named on the command line; null searches upward from this program for <c>build/emulator</c>.</param>
    /// <returns>Path of azurite.js.</returns>
    /// <exception cref="StartRefused">It is not installed.</exception>
    public static string Find(string? given)
    {
        if (given is not null)
        {
            return Existing(Path.Combine(given, Script));
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "build", "emulator", Script);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw Missing("build/emulator");
    }

    private static string Existing(string path) => File.Exists(path) ? path : throw Missing(path);

    private static StartRefused Missing(string where) => new(
        $"没有安装存储模拟器（{where}），请先在 build/emulator 运行 npm ci",
        $"the storage emulator is not installed ({where}); run npm ci in build/emulator");
}
