namespace Lianxin.Storage.Tests;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData(null, null, "")]
    [InlineData("UseDevelopmentStorage=true", "account", "")]
    [InlineData("UseDevelopmentStorage=true", null, "A")]
    [InlineData("UseDevelopmentStorage=true", null, "1a")]
    [InlineData("UseDevelopmentStorage=true", null, "a-b")]
    public void Options_that_cannot_be_meant_are_refused(string? connection, string? account, string prefix) =>
        Should.Throw<ArgumentException>(() => StorageRoom.Open(
            new StorageOptions { ConnectionString = connection, AccountName = account, NamePrefix = prefix, IndexPrefix = "X" }, TimeProvider.System));

    [Theory]
    [InlineData("core.windows.net", null)]
    [InlineData("core.chinacloudapi.cn", "00000000-0000-0000-0000-000000000001")]
    public void An_account_by_identity_opens_without_asking_anybody(string suffix, string? client)
    {
        using StorageRoom room = StorageRoom.Open(
            new StorageOptions { AccountName = "lianxin", EndpointSuffix = suffix, ManagedIdentityClientId = client, IndexPrefix = "X" },
            TimeProvider.System);

        room.Register.ShouldNotBeNull();
    }
}
