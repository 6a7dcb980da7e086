using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Tests.Hosting;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.UseCases.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Access;

public sealed class FirstAdminTests
{
    private readonly AccountsInMemory accounts = new();
    private readonly Passwords passwords = new(new PasswordHasher<Account>());

    [Fact]
    public async Task An_installation_without_accounts_gets_one_whose_password_must_be_changed()
    {
        await EnsureAsync();
        await EnsureAsync();

        var made = accounts.Read("root-admin");
        (made.Role, made.MustChangePassword, accounts.Saves).ShouldBe((Role.Admin, true, 1));
        passwords.Verify(made, "a first password").ShouldNotBe(PasswordVerificationResult.Failed);
    }

    [Fact]
    public async Task A_setting_that_was_left_behind_opens_nothing()
    {
        accounts.Put("clerk", Role.Clerk);

        await EnsureAsync();

        accounts.Saves.ShouldBe(0);
    }

    private async Task EnsureAsync()
    {
        var town = new TownHall();
        var options = new LianxinOptions { FirstAdminAccount = "root-admin", FirstAdminPassword = "a first password" };
        await new FirstAdmin(accounts, passwords, town.Reference, options, new FakeTimeProvider(RunningApp.Start), NullLogger<FirstAdmin>.Instance)
            .EnsureAsync(TestContext.Current.CancellationToken);
    }
}
