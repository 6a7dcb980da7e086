using Lianxin.Core.Access;
using Lianxin.Functions.Access;

namespace Lianxin.Functions.UseCases.Accounts;

/// <summary>
/// The first account of a new installation, from the settings <c>FirstAdmin:Account</c> and <c>FirstAdmin:Password</c>. It is made only
/// while the agency has no account at all, and its owner must choose another password at once; so settings that are left behind open nothing.
/// </summary>
public sealed partial class FirstAdmin(IAccountStore accounts, Passwords passwords, ReferenceData reference, LianxinOptions options, TimeProvider machine, ILogger<FirstAdmin> log)
{
    public async Task EnsureAsync(CancellationToken cancellation)
    {
        if (options.FirstAdminAccount is not { } name || options.FirstAdminPassword is not { } password)
            return;
        if ((await accounts.ListAsync(options.Agency, cancellation)).Count > 0)
        {
            LogThere();
            return;
        }

        var office = reference.Catalogue.Offices.First(o => !o.IsVillage).Code;
        var account = AccountCommands.Noted(
            new Account(options.Agency, name, "管理员", Role.Admin, office, passwords.Hash(password), Guid.NewGuid().ToString("N"), false, 0, null) { MustChangePassword = true },
            Actor.Machine("first-admin", options.Agency),
            "新建首个管理员账号",
            machine.GetUtcNow());
        // Lost to another instance that started at the same moment: it has made the same account.
        await accounts.SaveAsync(account, null, cancellation);
        LogMade(name);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "the first administrator {Account} is ready; its password must be changed at the first sign-in")]
    private partial void LogMade(string account);

    [LoggerMessage(Level = LogLevel.Information, Message = "FirstAdmin is set, but there are accounts: it is left alone; remove the setting")]
    private partial void LogThere();
}
