using System.Security.Cryptography;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Accounts;

/// <summary>An account, and the password that was made for it: told once, never kept.</summary>
public sealed record IssuedPassword(Account Account, string Password);

/// <summary>The administrator's side of accounts: list, create, change, disable, reset. Every change is written under the account's fence.</summary>
public sealed class AccountBook(IAccountStore accounts, AccountWriter writer, Passwords passwords, ReferenceData reference, TimeProvider machine)
{
    private const int MaxRaces = 10;

    /// <summary>Letters and digits that nobody mistakes for each other on paper.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int IssuedCharacters = 14;

    public async Task<IReadOnlyList<Account>> ListAsync(string agency, CancellationToken cancellation) =>
        [.. (await accounts.ListAsync(agency, cancellation)).OrderBy(a => a.Disabled).ThenBy(a => a.Name, StringComparer.Ordinal)];

    public async Task<Account?> FindAsync(string agency, string name, CancellationToken cancellation) =>
        (await accounts.FindAsync(agency, name, cancellation))?.Account;

    public async Task<Decision<IssuedPassword>> CreateAsync(Actor by, AccountWish wish, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var password = Issue();
        var blank = new Account(by.Agency, "", "", Role.Public, "", passwords.Hash(password), AccountWriter.Stamp(), Disabled: false, FailedCount: 0, LockedUntil: null);
        for (var race = 0; race < MaxRaces; race++)
        {
            var all = await accounts.ListAsync(by.Agency, cancellation);
            var decision = AccountCommands.Create(wish, blank, all, reference.Catalogue, by, machine.GetUtcNow());
            if (!decision.Accepted)
                return decision.Refusal;
            if (await accounts.SaveAsync(decision.Value, null, cancellation))
                return new IssuedPassword(decision.Value, password);
        }

        return AccountWriter.Busy;
    }

    public async Task<Decision<Account>> ChangeAsync(Actor by, string name, AccountWish wish, CancellationToken cancellation)
    {
        Account? before = null;
        var changed = await writer.WriteAsync(by, name, async account =>
        {
            before = account;
            return AccountCommands.Change(account, wish, await accounts.ListAsync(by.Agency, cancellation), reference.Catalogue, AccountWriter.Stamp(), by, machine.GetUtcNow());
        }, cancellation);
        if (!changed.Accepted || before is not { Role: Role.Admin, Disabled: false } || (await accounts.ListAsync(by.Agency, cancellation)).Any(a => a is { Role: Role.Admin, Disabled: false }))
            return changed;
        // Two administrators who take each other away at once are each fenced by their own row only: whoever sees that none is left, takes it back.
        var restored = before;
        await writer.WriteAsync(by, name, account => Task.FromResult<Decision<Account>>(
            AccountCommands.Noted(account with { Role = restored.Role, Disabled = false }, by, "恢复：最后一个管理员", machine.GetUtcNow())), cancellation);
        return AccountCommands.LastAdmin;
    }

    public async Task<Decision<IssuedPassword>> ResetAsync(Actor by, string name, bool withSecondFactor, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (string.Equals(by.Account, name, StringComparison.Ordinal))
            return new Refusal(RefusalKind.IllegalStep, "own-account", "自己的密码请在“我的账号”里修改。");
        var password = Issue();
        var hash = passwords.Hash(password);
        var decision = await writer.WriteAsync(
            by, name, account => Task.FromResult<Decision<Account>>(AccountCommands.Reset(account, hash, AccountWriter.Stamp(), withSecondFactor, by, machine.GetUtcNow())), cancellation);
        return decision.Accepted ? new IssuedPassword(decision.Value, password) : decision.Refusal;
    }

    private static string Issue() => RandomNumberGenerator.GetString(Alphabet, IssuedCharacters);
}
