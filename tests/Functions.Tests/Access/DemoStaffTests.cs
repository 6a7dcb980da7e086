using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lianxin.Functions.Tests.Access;

public sealed class DemoStaffTests : IDisposable
{
    private readonly AccountsInMemory accounts = new();
    private readonly string file = Path.GetTempFileName();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task The_accounts_of_the_file_exist_afterwards_and_a_second_run_changes_nothing()
    {
        Write("""[{"account":"clerk1","password":"a password-of-its-own","role":"clerk","office":"office-1","name":"经办人甲"},{"account":"chair","password":"p2","role":"chair","office":"office-2","name":"组长"}]""");
        await Staff().EnsureAsync(Cancellation);
        var account = accounts.Read("clerk1");
        (account.Role, account.Office, account.DisplayName, account.Agency).ShouldBe((Role.Clerk, "office-1", "经办人甲", "ligang"));
        account.PasswordHash.ShouldNotContain("a password-of-its-own");
        await Staff().EnsureAsync(Cancellation);
        accounts.Saves.ShouldBe(2);
    }

    [Fact]
    public async Task Two_instances_at_once_make_one_account()
    {
        Write("""[{"account":"clerk1","password":"p1","role":"clerk","office":"o","name":"甲"}]""");
        accounts.BeforeSave = () => Staff().EnsureAsync(Cancellation).GetAwaiter().GetResult();
        await Staff().EnsureAsync(Cancellation);
        accounts.Saves.ShouldBe(1);
    }

    [Theory]
    [InlineData("p2", "clerk", "甲")]
    [InlineData("p1", "reviewer", "甲")]
    [InlineData("p1", "clerk", "乙")]
    public async Task A_changed_line_changes_the_account_and_ends_its_sessions(string password, string role, string name)
    {
        Write("""[{"account":"clerk1","password":"p1","role":"clerk","office":"o","name":"甲"}]""");
        await Staff().EnsureAsync(Cancellation);
        var before = accounts.Read("clerk1");
        Write($$"""[{"account":"clerk1","password":"{{password}}","role":"{{role}}","office":"o","name":"{{name}}"}]""");
        await Staff().EnsureAsync(Cancellation);
        accounts.Read("clerk1").Stamp.ShouldNotBe(before.Stamp);
        new Passwords(new PasswordHasher<Account>()).Verify(accounts.Read("clerk1"), password).ShouldBe(PasswordVerificationResult.Success);
    }

    [Fact]
    public async Task Outside_demo_mode_nothing_happens()
    {
        Write("""[{"account":"clerk1","password":"p1","role":"clerk","office":"o","name":"甲"}]""");
        await Staff(demo: false).EnsureAsync(Cancellation);
        accounts.Saves.ShouldBe(0);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("""[{"account":"a"}]""")]
    [InlineData("""[{"account":"a","password":"s3cret","role":"emperor","office":"o","name":"n"}]""")]
    [InlineData("""[{"account":"a","password":"s3cret","role":"machine","office":"o","name":"n"}]""")]
    [InlineData("""[{"account":"","password":"s3cret","role":"clerk","office":"o","name":"n"}]""")]
    public async Task A_broken_file_is_refused_without_telling_a_password(string text)
    {
        Write(text);
        var fault = await Should.ThrowAsync<InvalidSettingsException>(() => Staff().EnsureAsync(Cancellation));
        fault.ToString().ShouldNotContain("s3cret");
    }

    private void Write(string text) => File.WriteAllText(file, text);

    private DemoStaff Staff(bool demo = true) =>
        new(
            accounts,
            new Passwords(new PasswordHasher<Account>()),
            new LianxinOptions { DemoMode = demo, DemoStaffFile = file },
            NullLogger<DemoStaff>.Instance);
}
