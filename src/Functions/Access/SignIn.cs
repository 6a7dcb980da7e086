using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Microsoft.AspNetCore.Identity;

namespace Lianxin.Functions.Access;

/// <summary>What became of a sign-in.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    public sealed record Accepted(Account Account) : SignInOutcome;

    /// <summary>Wrong password, unknown or disabled account: never told apart.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>The password is right; the code of the second factor is missing.</summary>
    public sealed record CodeNeeded : SignInOutcome;

    /// <summary>Too many wrong passwords in a row; even the right one is not looked at before this time has passed.</summary>
    public sealed record Locked(TimeSpan RetryAfter) : SignInOutcome;
}

/// <summary>
/// Signs people in. Five wrong passwords or codes in a row lock the account for fifteen minutes of machine time; failures are counted
/// under the account's fence, so that guesses at once count one by one.
/// </summary>
public sealed partial class SignIn(
    IAccountStore accounts, Passwords passwords, SecondFactors factors, AccountCache cache, TimeProvider machine, ILogger<SignIn> log)
{
    public const int Allowed = 5;

    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    private const int MaxRaces = 20;

    /// <exception cref="StorageUnavailableException">
    /// Storage is away, or the account is under more attempts at once than can be counted.
    /// </exception>
    public async Task<SignInOutcome> TryAsync(string agency, string name, string password, string? code, string address, CancellationToken cancellation)
    {
        var outcome = await DecideAsync(agency, name, password, code, address, cancellation);
        if (outcome is SignInOutcome.Accepted)
            LogAccepted(agency, name, address);
        return outcome;
    }

    /// <summary>
    /// Whether somebody in front of an open session knows its password: counted like a sign-in, so that a session that lies open on a
    /// shared desk is no place to guess.
    /// </summary>
    public async Task<bool> OwnsAsync(Actor by, string? password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        return await DecideAsync(by.Agency, by.Account, password ?? "", code: null, "its own page", cancellation) is SignInOutcome.Accepted or SignInOutcome.CodeNeeded;
    }

    private async Task<SignInOutcome> DecideAsync(string agency, string name, string password, string? code, string address, CancellationToken cancellation)
    {
        var stored = await accounts.FindAsync(agency, name, cancellation);
        if (stored is { } present && LockOf(present.Account) is { } locked)
        {
            LogLocked(agency, name, address);
            return locked;
        }

        var verified = passwords.Verify(stored?.Account, password);
        if (stored is null)
        {
            // What was typed into the name may be a password: it is not logged.
            LogUnknown(agency, address);
            return new SignInOutcome.Refused();
        }

        for (var race = 0; race < MaxRaces; race++)
        {
            if (await SettleAsync(stored, verified, password, code, cancellation) is { } outcome)
            {
                if (outcome is SignInOutcome.Refused)
                    LogRefused(agency, name, address);
                return outcome;
            }

            var hash = stored.Account.PasswordHash;
            stored = await accounts.FindAsync(agency, name, cancellation);
            if (stored is null)
                return new SignInOutcome.Refused();
            if (LockOf(stored.Account) is { } meanwhile)
                return meanwhile;
            if (stored.Account.PasswordHash != hash)
                verified = passwords.Verify(stored.Account, password);
        }

        throw new StorageUnavailableException("An account could not be written because of too many races.");
    }

    /// <summary>Writes what the attempt means for the account; null when the race was lost.</summary>
    private async Task<SignInOutcome?> SettleAsync(
        StoredAccount stored, PasswordVerificationResult verified, string password, string? code, CancellationToken cancellation)
    {
        var account = stored.Account;
        if (verified == PasswordVerificationResult.Failed)
            return await accounts.SaveAsync(Failed(account), stored.Fence, cancellation) ? new SignInOutcome.Refused() : null;
        if (account.Disabled)
            return new SignInOutcome.Refused();
        var factor = account.SecondFactor;
        if (factor is { Confirmed: true })
        {
            // Written under the fence like every other answer, which proves that no guess locked the account in the meantime.
            if (string.IsNullOrWhiteSpace(code))
                return await accounts.SaveAsync(account, stored.Fence, cancellation) ? new SignInOutcome.CodeNeeded() : null;
            factor = factors.Accept(factor, code);
            if (factor is null)
                return await accounts.SaveAsync(Failed(account), stored.Fence, cancellation) ? new SignInOutcome.Refused() : null;
        }

        var clean = account with
        {
            SecondFactor = factor,
            FailedCount = 0,
            LockedUntil = null,
            PasswordHash = verified == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(password) : account.PasswordHash,
        };
        // Also written when nothing was wrong before: the fence proves that no guess locked the account in the meantime.
        if (!await accounts.SaveAsync(clean, stored.Fence, cancellation))
            return null;
        cache.Remember(clean);
        return new SignInOutcome.Accepted(clean);
    }

    private Account Failed(Account account)
    {
        // A lock that has ended starts a new count.
        var count = account.LockedUntil is null ? account.FailedCount + 1 : 1;
        return account with { FailedCount = count, LockedUntil = count >= Allowed ? machine.GetUtcNow() + LockTime : null };
    }

    private SignInOutcome.Locked? LockOf(Account account) =>
        account.LockedUntil is { } until && until > machine.GetUtcNow()
            ? new SignInOutcome.Locked(until - machine.GetUtcNow())
            : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Agency}/{Account} signed in from {Address}")]
    private partial void LogAccepted(string agency, string account, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "sign-in to {Agency}/{Account} refused, from {Address}")]
    private partial void LogRefused(string agency, string account, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "sign-in to {Agency}/{Account} refused because the account is locked, from {Address}")]
    private partial void LogLocked(string agency, string account, string address);

    [LoggerMessage(Level = LogLevel.Warning, Message = "sign-in to an unknown account of {Agency} refused, from {Address}")]
    private partial void LogUnknown(string agency, string address);
}
