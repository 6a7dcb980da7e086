using Lianxin.Backup;
using Lianxin.Core.Exports;
using Lianxin.Core.Publication;

namespace Lianxin.Storage.Tests.Exports;

/// <summary>What was exported comes back as it was, into an empty account only, and the outbox carries on.</summary>
public sealed class RestoreTests(ExportedTown town) : IClassFixture<ExportedTown>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_export_of_what_was_restored_is_the_same_byte_for_byte()
    {
        var target = await town.RoomAsync(prepared: false);
        var backup = new AccountBackup(target.Options, TimeProvider.System);
        var restored = await backup.RestoreAsync(town.Folder, over: false, Cancellation);
        restored.ShouldSatisfyAllConditions(r => r.Blobs.ShouldBe(3), r => r.Messages.ShouldBe(3), r => r.Rows.ShouldBeGreaterThan(10));
        var again = Path.Combine(town.Folder + "-again");
        var manifest = await backup.ExportAsync(again, Cancellation);
        manifest.Parts.ShouldBe(Manifest(town.Folder).Parts);
        using var room = StorageRoom.Open(target.Options, target.Machine);
        (await room.Documents.FindAsync(Containers.Site, "items/甲 乙.html", Cancellation))!.MediaType.ShouldBe("text/html; charset=utf-8");
        (await room.Register.HistoryAsync(town.FirstItem, Cancellation)).Count.ShouldBe(2);
        (await room.Outbox.SweepAsync(town.Agency, DateTimeOffset.MaxValue, Cancellation)).ShouldBe(1);
        Directory.Delete(again, recursive: true);
    }

    [Fact]
    public async Task An_account_that_holds_something_is_left_alone_without_the_explicit_word()
    {
        var target = await town.RoomAsync(prepared: true);
        await target.Room.Documents.PutAsync(Containers.Site, "old.html", [1], "text/html", Cancellation);
        var backup = new AccountBackup(target.Options, TimeProvider.System);
        (await Should.ThrowAsync<BackupRefusedException>(() => backup.RestoreAsync(town.Folder, over: false, Cancellation))).Message.ShouldContain("$web");
        (await target.Room.Documents.FindAsync(Containers.Site, "index.html", Cancellation)).ShouldBeNull();
        await backup.RestoreAsync(town.Folder, over: true, Cancellation);
        (await target.Room.Documents.FindAsync(Containers.Site, "old.html", Cancellation)).ShouldBeNull();
        (await target.Room.Documents.FindAsync(Containers.Site, "index.html", Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_spoilt_export_is_not_restored_and_a_full_folder_not_written_into()
    {
        var copy = town.Copy();
        await File.AppendAllTextAsync(Path.Combine(copy, "blobs", "$web.jsonl"), " ", Cancellation);
        var target = await town.RoomAsync(prepared: false);
        var backup = new AccountBackup(target.Options, TimeProvider.System);
        await Should.ThrowAsync<BackupRefusedException>(() => backup.RestoreAsync(copy, over: true, Cancellation));
        await Should.ThrowAsync<BackupRefusedException>(() => backup.ExportAsync(copy, Cancellation));
    }

    [Fact]
    public void The_files_are_for_their_owner_alone()
    {
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.EnumerateFiles(town.Folder, "*", SearchOption.AllDirectories))
                File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        }
    }

    private static ExportManifest Manifest(string folder) =>
        ExportLines.Manifest(File.ReadAllText(Path.Combine(folder, ExportPlaces.Manifest)).TrimEnd('\n'))!;
}
