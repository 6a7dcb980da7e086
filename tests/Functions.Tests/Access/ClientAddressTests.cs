using System.Net;
using Lianxin.Functions.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lianxin.Functions.Tests.Access;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.1, 203.0.113.9", "203.0.113.9")]
    [InlineData("10.0.0.1,203.0.113.9:51234", "203.0.113.9")]
    [InlineData("10.0.0.1, [2001:db8::7]:443", "2001:db8::7")]
    [InlineData("203.0.113.9, nonsense", "127.0.0.1")]
    [InlineData("", "127.0.0.1")]
    public void Behind_the_host_only_the_entry_that_it_added_itself_is_believed(string forwarded, string expected) =>
        Of(behindHost: true, forwarded).ShouldBe(expected);

    [Fact]
    public void A_second_header_line_counts_as_the_end_of_the_list() => Of(behindHost: true, "10.0.0.1", "203.0.113.9").ShouldBe("203.0.113.9");

    [Fact]
    public void Without_the_host_what_a_caller_says_of_himself_is_not_believed() => Of(behindHost: false, "203.0.113.9").ShouldBe("127.0.0.1");

    private static string Of(bool behindHost, params string[] forwarded)
    {
        var context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddSingleton(new LianxinOptions { BehindFunctionsHost = behindHost }).BuildServiceProvider(),
        };
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        return ClientAddress.Of(context);
    }
}
