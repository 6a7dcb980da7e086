using Lianxin.Core;
using Lianxin.Core.Access;

namespace Lianxin.Functions.Access;

/// <summary>What everybody does with their own account: another password, a second factor, signing out for good.</summary>
public sealed class OwnAccount(AccountWriter writer, SignIn signIn, Passwords passwords, SecondFactors factors, TimeProvider machine)
{
    /// <summary>Chooses another password. The account comes back with a new stamp: the caller's session must be opened again.</summary>
    public Task<Decision<Account>> ChoosePasswordAsync(Actor by, string? current, string? password, CancellationToken cancellation) =>
        AsOwnerAsync(by, current, account => AccountCommands.ChoosePassword(
            account, password ?? "", string.Equals(current, password, StringComparison.Ordinal), passwords.Hash, AccountWriter.Stamp(), by, machine.GetUtcNow()), cancellation);

    /// <summary>Begins to set up an authenticator app. A confirmed one must be taken away first.</summary>
    public Task<Decision<Account>> BeginAsync(Actor by, string? current, CancellationToken cancellation) =>
        AsOwnerAsync(by, current, account => account.SecondFactor is { Confirmed: true }
            ? new Refusal(RefusalKind.IllegalStep, "second-factor-present", "动态验证码已经启用；更换前请先停用。")
            : account with { SecondFactor = factors.Make() }, cancellation);

    /// <summary>The first right code: from now on a sign-in needs one.</summary>
    public Task<Decision<Account>> ConfirmAsync(Actor by, string? code, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        return writer.WriteAsync(by, by.Account, account => Task.FromResult<Decision<Account>>(account.SecondFactor switch
        {
            null => new Refusal(RefusalKind.IllegalStep, "second-factor-missing", "请先申请启用动态验证码。"),
            { Confirmed: true } => account,
            var pending => factors.Accept(pending, code) is { } accepted
                ? AccountCommands.Noted(account with { SecondFactor = accepted with { Confirmed = true } }, by, "启用动态验证码", machine.GetUtcNow())
                : Refusal.Field("code", "验证码不正确，请核对手机时间后再试。"),
        }), cancellation);
    }

    public Task<Decision<Account>> RemoveAsync(Actor by, string? current, CancellationToken cancellation) =>
        AsOwnerAsync(by, current, account => account.SecondFactor is null
            ? account
            : AccountCommands.Noted(account with { SecondFactor = null }, by, "停用动态验证码", machine.GetUtcNow()), cancellation);

    /// <summary>Ends one session, wherever its cookie was copied to.</summary>
    public Task EndSessionAsync(Actor by, string session, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        var now = machine.GetUtcNow();
        return writer.WriteAsync(
            by, by.Account, account => Task.FromResult<Decision<Account>>(AccountCommands.EndSession(account, session, now + AccessServices.SessionLife, AccountWriter.Stamp(), now)), cancellation);
    }

    /// <summary>The secret while it is being set up, spelled and as an address for a QR code; null otherwise.</summary>
    public (string Spelled, string Address)? Pending(Account account, string issuer)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.SecondFactor is { Confirmed: false } pending && factors.SecretOf(pending) is { } secret
            ? (TimeBasedCodes.Spelled(secret), TimeBasedCodes.Address(issuer, account.Name, secret))
            : null;
    }

    /// <summary>A session that lies open on a shared desk must not be enough.</summary>
    private async Task<Decision<Account>> AsOwnerAsync(Actor by, string? current, Func<Account, Decision<Account>> decide, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(by);
        return await signIn.OwnsAsync(by, current, cancellation)
            ? await writer.WriteAsync(by, by.Account, account => Task.FromResult(decide(account)), cancellation)
            : Refusal.Field("current", "当前密码不正确，或者输错次数太多、账号已暂时锁定。");
    }
}
