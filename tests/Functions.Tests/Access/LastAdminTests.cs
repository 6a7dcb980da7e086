using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Tests.Hosting;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.UseCases.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Access;

public sealed class LastAdminTests
{
    [Fact]
    public async Task Two_administrators_who_take_each_other_away_at_once_leave_one()
    {
        var accounts = new AccountsInMemory();
        var clock = new FakeTimeProvider(RunningApp.Start);
        accounts.Put("first", Role.Admin, office: "dangzheng");
        var second = accounts.Put("second", Role.Admin, office: "dangzheng");
        var book = new AccountBook(
            accounts, new AccountWriter(accounts, new AccountCache(accounts, clock)), new Passwords(new PasswordHasher<Account>()), new TownHall().Reference, clock);
        // The other one is faster between the look at the list and the writing.
        accounts.BeforeSave = () => accounts.Put(second with { Disabled = true });

        var decision = await book.ChangeAsync(
            new Actor("second", "示例", Role.Admin, "ligang", "dangzheng"), "first", new AccountWish(null, "某first", Role.Admin, "dangzheng", true), TestContext.Current.CancellationToken);

        decision.Refusal!.Code.ShouldBe("last-admin");
        accounts.Read("first").Disabled.ShouldBeFalse();
    }
}
