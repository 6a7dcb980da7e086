namespace Lianxin.Core.Access;

/// <summary>A staff account. The password is kept only as the framework's hash.</summary>
/// <param name="Stamp">Changes whenever password, role or state change; a session with another stamp is over.</param>
/// <param name="FailedCount">Wrong passwords in a row.</param>
/// <param name="LockedUntil">Machine instant until which no password is accepted.</param>
public sealed record Account(
    string Agency,
    string Name,
    string DisplayName,
    Role Role,
    string Office,
    string PasswordHash,
    string Stamp,
    bool Disabled,
    int FailedCount,
    DateTimeOffset? LockedUntil);

public sealed record StoredAccount(Account Account, string Fence);

public interface IAccountStore
{
    Task<StoredAccount?> FindAsync(string agency, string name, CancellationToken cancellation);

    /// <summary>Writes under the fence (null creates); false when the race was lost.</summary>
    Task<bool> SaveAsync(Account account, string? fence, CancellationToken cancellation);

    Task<IReadOnlyList<Account>> ListAsync(string agency, CancellationToken cancellation);
}
