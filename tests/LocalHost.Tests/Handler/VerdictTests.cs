using System.Net;
using System.Text;
using Lianxin.LocalHost.Handler;

namespace Lianxin.LocalHost.Tests.Handler;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(200, "application/json", "{}")]
    [InlineData(202, "application/json", "{\"Outputs\":{},\"Logs\":[\"a\"],\"ReturnValue\":null}")]
    [InlineData(200, "text/json", " {} ")]
    public void An_object_in_json_is_success(int status, string type, string body) => Judge(status, type, body).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData(204, null, "")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", "null")]
    public void What_would_hang_the_real_host_fails_and_says_so(int status, string? type, string body)
    {
        var verdict = Judge(status, type, body);

        verdict.Succeeded.ShouldBeFalse();
        verdict.English.ShouldContain("the real host would hang");
    }

    [Theory]
    [InlineData(200, "text/plain", "{}")]
    [InlineData(200, "application/problem+json", "{}")]
    [InlineData(200, null, "{}")]
    [InlineData(200, "application/json", "[]")]
    [InlineData(200, "application/json", "{")]
    [InlineData(400, "application/json", "{}")]
    [InlineData(302, "application/json", "{}")]
    public void Everything_else_fails(int status, string? type, string body) => Judge(status, type, body).Succeeded.ShouldBeFalse();

    [Fact]
    public void Lines_to_log_are_handed_on() => Judge(200, "application/json", "{\"logs\":[\"一\",\"二\"]}").Logs.ShouldBe(["一", "二"]);

    private static Verdict Judge(int status, string? type, string body) => Verdict.Of((HttpStatusCode)status, type, Encoding.UTF8.GetBytes(body));
}
