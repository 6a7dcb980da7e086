using Lianxin.LocalHost.Http;

namespace Lianxin.LocalHost.Tests.Http;

public sealed class RequestTargetTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/items?x=../..")]
    [InlineData("/api/enc%2Fslash/caf%C3%A9")]
    [InlineData("/公开/2014.html")]
    [InlineData("/a..b/.well-known")]
    public void Plain_addresses_pass(string target) => RequestTarget.IsPlain(target).ShouldBeTrue();

    [Theory]
    [InlineData("/api/items/../../Tick")]
    [InlineData("/api/items/%2e%2e/Tick")]
    [InlineData("/api/items/..%2f..%2fTick")]
    [InlineData("/api/items/..%5C..%5CTick")]
    [InlineData("/api\\items")]
    [InlineData("/a/./b")]
    [InlineData("/a%00b")]
    [InlineData("http://elsewhere/api/items")]
    [InlineData("*")]
    public void Addresses_that_could_mean_something_else_further_on_do_not(string target) => RequestTarget.IsPlain(target).ShouldBeFalse();

    [Fact]
    public void The_older_hosts_way_of_rebuilding_an_address_turns_a_backslash_into_a_way_out()
    {
        // Why the door is so strict: this is how a public address would arrive as a trigger's.
        new Uri("http://host/api/items/..\\..\\..\\Tick").AbsolutePath.ShouldBe("/Tick");
    }
}
