using Lianxin.Core.Exports;
using Lianxin.Storage;
using Lianxin.Storage.Clients;

namespace Lianxin.Backup;

/// <summary>Exports an account into a folder, and restores it from one.</summary>
public sealed class AccountBackup(StorageOptions options, TimeProvider machine)
{
    /// <param name="folder">Made when it is not there; must be empty.</param>
    /// <exception cref="BackupRefusedException">It is not.</exception>
    public async Task<ExportManifest> ExportAsync(string folder, CancellationToken cancellation)
    {
        using var clients = new StorageClients(options);
        return await new Export(clients, new PrivateFiles(folder), machine).RunAsync(cancellation);
    }

    /// <param name="over">Whether what the account holds may be deleted.</param>
    /// <exception cref="BackupRefusedException">The export is not intact, or the account holds something. Nothing was written.</exception>
    public async Task<Restored> RestoreAsync(string folder, bool over, CancellationToken cancellation)
    {
        using var clients = new StorageClients(options);
        using var room = StorageRoom.Open(options, machine);
        return await new Restore(clients, room.Probe, folder).RunAsync(over, cancellation);
    }
}
