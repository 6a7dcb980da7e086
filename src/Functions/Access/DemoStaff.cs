using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Microsoft.AspNetCore.Identity;

namespace Lianxin.Functions.Access;

/// <summary>
/// Makes the demo accounts of the staff file exist as the file has them. Safe to repeat and to run twice at once; does nothing
/// outside demo mode.
/// </summary>
public sealed partial class DemoStaff(IAccountStore accounts, Passwords passwords, LianxinOptions options, ILogger<DemoStaff> log)
{
    private const int MaxRaces = 10;

    /// <exception cref="InvalidSettingsException">The file cannot be read; the message says why and holds no password.</exception>
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (!options.DemoMode || options.DemoStaffFile is not { } file)
            return;
        var staff = await ReadAsync(file, cancellation);
        foreach (var person in staff)
            await EnsureAsync(person, cancellation);
        LogReady(staff.Count);
    }

    private static async Task<List<DemoAccount>> ReadAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            var staff = await JsonSerializer.DeserializeAsync(stream, SessionJson.Default.ListDemoAccount, cancellation) ?? [];
            return staff.All(p => p.Account.Length > 0 && p.Password.Length > 0 && p.Role is not (Role.Public or Role.Machine))
                ? staff
                : throw new InvalidSettingsException("The demo staff file has an account without name, password or a person's role.");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            // The message of a JSON fault names place and type, not content; the fault itself is left out all the same.
            throw new InvalidSettingsException($"The demo staff file cannot be read ({fault.GetType().Name}).");
        }
    }

    private async Task EnsureAsync(DemoAccount person, CancellationToken cancellation)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var stored = await accounts.FindAsync(options.Agency, person.Account, cancellation);
            if (stored is not null && IsAsInFile(stored.Account, person))
                return;
            if (await accounts.SaveAsync(Fresh(person), stored?.Fence, cancellation))
                return;
        }

        throw new StorageUnavailableException("A demo account could not be written because of too many races.");
    }

    private bool IsAsInFile(Account account, DemoAccount person) =>
        account.Role == person.Role
        && account.Office == person.Office
        && account.DisplayName == person.Name
        && !account.Disabled
        && passwords.Verify(account, person.Password) != PasswordVerificationResult.Failed;

    private Account Fresh(DemoAccount person) => new(
        options.Agency,
        person.Account,
        person.Name,
        person.Role,
        person.Office,
        passwords.Hash(person.Password),
        Stamp: Guid.NewGuid().ToString("N"),
        Disabled: false,
        FailedCount: 0,
        LockedUntil: null);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} demo accounts are ready")]
    private partial void LogReady(int count);
}
