using Lianxin.LocalHost.Processes;

namespace Lianxin.LocalHost.Tests.Processes;

public sealed class FolderLockTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lianxin-lock-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_has_one_host_at_a_time()
    {
        using (FolderLock.Take(_folder))
        {
            Should.Throw<StartRefused>(() => FolderLock.Take(_folder)).Message.ShouldContain("in use");
        }

        FolderLock.Take(_folder).Dispose();
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public void A_folder_that_cannot_be_made_is_said_in_plain_words(string path)
    {
        File.WriteAllText(Path.Combine(_folder, "file"), "");

        Should.Throw<StartRefused>(() => FolderLock.Take(Path.Combine(_folder, path))).Message.ShouldContain("--data");
    }

    [Fact]
    public void A_lock_that_cannot_be_written_is_said_in_plain_words()
    {
        // A folder in place of the lock file is refused to everyone, root too.
        Directory.CreateDirectory(Path.Combine(_folder, "lock"));

        Should.Throw<StartRefused>(() => FolderLock.Take(_folder)).Message.ShouldContain("cannot be made or written");
    }
}
