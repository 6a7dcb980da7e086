namespace Lianxin.Core.Access;

/// <summary>A staff account. The password is kept only as the framework's hash.</summary>
/// <param name="Stamp">Changes whenever password, role or state change; a session with another stamp is over.</param>
/// <param name="FailedCount">Wrong passwords or codes in a row.</param>
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
    DateTimeOffset? LockedUntil)
{
    /// <summary>The password was set by somebody else: nothing else can be done before its owner has chosen another.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>Second factor 动态验证码; null where none is set up.</summary>
    public SecondFactor? SecondFactor { get; init; }

    /// <summary>Who this person is to issuers outside (统一身份登录); at most one for each issuer.</summary>
    /// <remarks>An account that was written before there were any comes back from storage without the list.</remarks>
    public IReadOnlyList<OutsideIdentity> Outside { get => field ?? []; init; } = [];

    /// <summary>Sessions that were signed out and whose cookies might still be copied somewhere.</summary>
    public IReadOnlyList<EndedSession> EndedSessions { get; init; } = [];

    /// <summary>Who did what to this account, oldest first; only the last <see cref="AccountCommands.MostChanges"/> are kept.</summary>
    public IReadOnlyList<AccountChange> Changes { get; init; } = [];
}

/// <summary>
/// A person as an issuer of OpenID Connect knows them, entered by the administrator beforehand (decision record 24). A login name may pass
/// to another person there; the subject never does, so the first sign-in binds it and from then on it alone counts.
/// </summary>
/// <param name="Issuer">The issuer's address, exactly as its tokens name it.</param>
/// <param name="Name">Value of the claim that names the account there, or the subject itself.</param>
/// <param name="Subject">The issuer's own lasting name (<c>sub</c>); null before the first sign-in.</param>
public sealed record OutsideIdentity(string Issuer, string Name, string? Subject);

/// <summary>The secret of an authenticator app.</summary>
/// <param name="Sealed">The secret under the installation's own keys; never in the clear in storage.</param>
/// <param name="Confirmed">False between setting it up and the first right code; only a confirmed one is asked for.</param>
/// <param name="LastStep">Step of the last code that was accepted: no code opens two sessions.</param>
public sealed record SecondFactor(string Sealed, bool Confirmed, long LastStep);

/// <param name="Id">The session's own id, from its ticket.</param>
/// <param name="Until">Machine instant after which its cookie would be over by itself.</param>
public sealed record EndedSession(string Id, DateTimeOffset Until);

/// <param name="By">Login name of whoever did it.</param>
/// <param name="What">In Chinese, without any secret.</param>
/// <param name="At">Machine instant.</param>
public sealed record AccountChange(string By, string What, DateTimeOffset At);

public sealed record StoredAccount(Account Account, string Fence);

public interface IAccountStore
{
    Task<StoredAccount?> FindAsync(string agency, string name, CancellationToken cancellation);

    /// <summary>Writes under the fence (null creates); false when the race was lost.</summary>
    Task<bool> SaveAsync(Account account, string? fence, CancellationToken cancellation);

    Task<IReadOnlyList<Account>> ListAsync(string agency, CancellationToken cancellation);
}
