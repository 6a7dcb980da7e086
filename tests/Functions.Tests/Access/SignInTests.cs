using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Tests.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Access;

public sealed class SignInTests
{
    private readonly AccountsInMemory accounts = new();
    private readonly FakeTimeProvider clock = new(RunningApp.Start);
    private readonly SignIn signIn;

    public SignInTests() =>
        signIn = new SignIn(
            accounts, new Passwords(new PasswordHasher<Account>()), new SecondFactors(new EphemeralDataProtectionProvider(), clock), new AccountCache(accounts, clock), clock, NullLogger<SignIn>.Instance);

    [Fact]
    public async Task Wrong_passwords_at_once_are_counted_one_by_one_until_the_account_locks()
    {
        accounts.Put("clerk", Role.Clerk);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => TryAsync("wrong"))));
        outcomes.Count(o => o is SignInOutcome.Refused).ShouldBe(SignIn.Allowed);
        outcomes.Count(o => o is SignInOutcome.Locked).ShouldBe(12 - SignIn.Allowed);
        accounts.History.Select(a => a.FailedCount).ShouldBe([1, 2, 3, 4, 5]);
        accounts.Read("clerk").LockedUntil.ShouldBe(RunningApp.Start + SignIn.LockTime);
    }

    [Fact]
    public async Task A_right_password_that_loses_the_race_against_the_lock_is_not_let_in()
    {
        var account = accounts.Put("clerk", Role.Clerk);
        accounts.BeforeSave = () => accounts.Put(account with { FailedCount = 5, LockedUntil = RunningApp.Start + SignIn.LockTime });
        (await TryAsync("right")).ShouldBeOfType<SignInOutcome.Locked>();
    }

    [Fact]
    public async Task A_lost_race_is_decided_again_with_the_account_as_it_is_now()
    {
        var account = accounts.Put("clerk", Role.Clerk);
        accounts.BeforeSave = () => accounts.Put(account with { FailedCount = 2 });
        (await TryAsync("wrong")).ShouldBeOfType<SignInOutcome.Refused>();
        accounts.Read("clerk").FailedCount.ShouldBe(3);
    }

    [Fact]
    public async Task A_password_that_was_changed_during_the_attempt_is_verified_again()
    {
        accounts.Put("clerk", Role.Clerk);
        accounts.BeforeSave = () => accounts.Put("clerk", Role.Clerk, "other");
        (await TryAsync("right")).ShouldBeOfType<SignInOutcome.Refused>();
    }

    [Fact]
    public async Task A_right_password_starts_the_count_anew_and_so_does_the_end_of_a_lock()
    {
        accounts.Put("clerk", Role.Clerk);
        for (var i = 0; i < 4; i++)
            await TryAsync("wrong");
        (await TryAsync("right")).ShouldBeOfType<SignInOutcome.Accepted>();
        accounts.Read("clerk").FailedCount.ShouldBe(0);
        for (var i = 0; i < 5; i++)
            await TryAsync("wrong");
        clock.Advance(SignIn.LockTime);
        (await TryAsync("wrong")).ShouldBeOfType<SignInOutcome.Refused>();
        accounts.Read("clerk").ShouldSatisfyAllConditions(a => a.FailedCount.ShouldBe(1), a => a.LockedUntil.ShouldBeNull());
    }

    [Fact]
    public async Task A_second_factor_whose_keys_are_gone_is_a_wrong_code_and_no_fault_of_the_system()
    {
        var account = accounts.Put("clerk", Role.Clerk);
        var elsewhere = new SecondFactors(new EphemeralDataProtectionProvider(), clock).Make();
        accounts.Put(account with { SecondFactor = elsewhere with { Confirmed = true } });

        (await signIn.TryAsync("ligang", "clerk", "right", "123456", "127.0.0.1", TestContext.Current.CancellationToken)).ShouldBeOfType<SignInOutcome.Refused>();
    }

    [Fact]
    public async Task An_unknown_account_costs_as_much_as_a_wrong_password()
    {
        var hasher = new CountingHasher();
        var counted = new SignIn(
            accounts, new Passwords(hasher), new SecondFactors(new EphemeralDataProtectionProvider(), clock), new AccountCache(accounts, clock), clock, NullLogger<SignIn>.Instance);
        (await counted.TryAsync("ligang", "nobody", "x", null, "", TestContext.Current.CancellationToken)).ShouldBeOfType<SignInOutcome.Refused>();
        hasher.Verified.ShouldBe(1);
    }

    [Fact]
    public async Task An_old_hash_is_renewed_when_its_password_is_known()
    {
        var weak = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 10_000 }));
        var account = accounts.Put("clerk", Role.Clerk);
        accounts.Put(account with { PasswordHash = weak.HashPassword(account, "right") });
        (await TryAsync("right")).ShouldBeOfType<SignInOutcome.Accepted>().Account.Stamp.ShouldBe(account.Stamp);
        new PasswordHasher<Account>().VerifyHashedPassword(account, accounts.Read("clerk").PasswordHash, "right")
            .ShouldBe(PasswordVerificationResult.Success);
    }

    [Fact]
    public async Task An_account_of_another_agency_is_another_account()
    {
        accounts.Put("clerk", Role.Clerk, agency: "elsewhere");
        (await TryAsync("right")).ShouldBeOfType<SignInOutcome.Refused>();
    }

    private Task<SignInOutcome> TryAsync(string password) =>
        signIn.TryAsync("ligang", "clerk", password, null, "127.0.0.1", TestContext.Current.CancellationToken);

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> inner = new();

        public int Verified { get; private set; }

        public string HashPassword(Account user, string password) => inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
