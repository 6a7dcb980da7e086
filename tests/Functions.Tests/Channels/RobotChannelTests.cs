using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Lianxin.Core.Notices;
using Lianxin.Functions.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Channels;

/// <summary>The robots' side is played by a server on loopback, let in by <c>Lianxin:Robots:ExtraHosts</c>.</summary>
public sealed class RobotChannelTests : IAsyncLifetime
{
    private const string Secret = "SECsynthetic";
    private static readonly DateTimeOffset Now = new(2026, 4, 21, 1, 0, 0, TimeSpan.Zero);
    private readonly List<(string Query, string Body)> calls = [];
    private WebApplication server = null!;
    private Func<HttpContext, Task> answer = context => context.Response.WriteAsync("""{"errcode":0,"errmsg":"ok"}""");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Webhook => new(server.Urls.Single() + "/robot/send?access_token=t0ken");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(async context =>
        {
            calls.Add((context.Request.QueryString.Value!, await new StreamReader(context.Request.Body).ReadToEndAsync(Cancellation)));
            await answer(context);
        });
        await server.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task DingTalk_is_signed_in_the_query_with_the_secret_as_key()
    {
        (await SendAsync(NoticeChannel.DingTalk, "group1")).ShouldBeOfType<ChannelOutcome.Taken>();
        var query = HttpUtility.ParseQueryString(calls.Single().Query);
        query["access_token"].ShouldBe("t0ken");
        query["timestamp"].ShouldBe("1776733200000");
        query["sign"].ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes("1776733200000\n" + Secret))));
        var body = JsonDocument.Parse(calls.Single().Body).RootElement;
        body.GetProperty("msgtype").GetString().ShouldBe("text");
        body.GetProperty("text").GetProperty("content").GetString().ShouldBe(Sample.Texts.Robot(Sample.Digest(), 18_000));
    }

    [Fact]
    public async Task Feishu_is_signed_in_the_body_with_time_and_secret_as_key_and_nothing_signed()
    {
        answer = context => context.Response.WriteAsync("""{"code":0,"msg":"success","data":{}}""");
        (await SendAsync(NoticeChannel.Feishu, "group1")).ShouldBeOfType<ChannelOutcome.Taken>();
        var body = JsonDocument.Parse(calls.Single().Body).RootElement;
        body.GetProperty("timestamp").GetString().ShouldBe("1776733200");
        body.GetProperty("sign").GetString().ShouldBe(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes("1776733200\n" + Secret), Array.Empty<byte>())));
        body.GetProperty("msg_type").GetString().ShouldBe("text");
        body.GetProperty("content").GetProperty("text").GetString()!.ShouldContain("财政预算（财政所）");
    }

    [Fact]
    public async Task WeCom_gets_no_more_than_its_2048_bytes()
    {
        (await SendAsync(NoticeChannel.WeCom, "", Sample.Digest(lines: 100))).ShouldBeOfType<ChannelOutcome.Taken>();
        var text = JsonDocument.Parse(calls.Single().Body).RootElement.GetProperty("text").GetProperty("content").GetString()!;
        Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(2048);
        text.ShouldContain("项没有列出");
    }

    [Theory]
    [InlineData(NoticeChannel.DingTalk, 200, """{"errcode":310000,"errmsg":"sign not match"}""", "签名、关键词或来源地址不符合机器人的安全设置（错误码310000）", true)]
    [InlineData(NoticeChannel.DingTalk, 200, """{"errcode":130101,"errmsg":"send too fast"}""", "群机器人没有接受消息（错误码130101）", false)]
    [InlineData(NoticeChannel.WeCom, 200, """{"errcode":93000,"errmsg":"invalid webhook url"}""", "机器人地址无效（错误码93000）", true)]
    [InlineData(NoticeChannel.Feishu, 200, """{"code":19021,"msg":"sign match fail"}""", "签名不符合机器人的安全设置（错误码19021）", true)]
    [InlineData(NoticeChannel.Feishu, 400, """{"code":9499,"msg":"Bad Request"}""", "群机器人没有接受消息（错误码9499）", false)]
    [InlineData(NoticeChannel.WeCom, 200, "<html>ok</html>", "群机器人的应答无法理解", false)]
    [InlineData(NoticeChannel.WeCom, 200, "", "群机器人的应答无法理解", false)]
    [InlineData(NoticeChannel.WeCom, 502, "bad gateway", "群机器人暂时不可用（502）", false)]
    [InlineData(NoticeChannel.WeCom, 404, "", "群机器人拒绝了消息（404）", true)]
    public async Task The_code_in_the_body_says_what_became_of_it(NoticeChannel robot, int status, string body, string reason, bool forGood)
    {
        answer = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body);
        };
        (await SendAsync(robot)).ShouldBe(new ChannelOutcome.Failed(reason, forGood));
    }

    [Fact]
    public async Task No_redirect_is_followed()
    {
        answer = context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        };
        (await SendAsync(NoticeChannel.WeCom)).ShouldBe(new ChannelOutcome.Failed("群机器人的地址要求转向，没有跟随（302）", true));
        calls.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_robot_that_falls_silent_is_left_and_an_endless_answer_is_not_read()
    {
        answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        (await SendAsync(NoticeChannel.WeCom)).ShouldBe(new ChannelOutcome.Failed("群机器人没有按时应答", false));
        answer = context => context.Response.WriteAsync(new string('x', 1_000_000));
        (await SendAsync(NoticeChannel.WeCom)).ShouldBeOfType<ChannelOutcome.Failed>().ForGood.ShouldBeFalse();
    }

    [Theory]
    [InlineData(NoticeChannel.DingTalk, "http://oapi.dingtalk.com/robot/send?access_token=t0ken")]
    [InlineData(NoticeChannel.DingTalk, "https://oapi.dingtalk.com:8443/robot/send")]
    [InlineData(NoticeChannel.DingTalk, "https://oapi.dingtalk.com.evil.example/robot/send")]
    [InlineData(NoticeChannel.WeCom, "https://oapi.dingtalk.com/robot/send")]
    [InlineData(NoticeChannel.Feishu, "http://169.254.169.254/latest/meta-data")]
    [InlineData(NoticeChannel.Feishu, "http://localhost:10000/devstoreaccount1")]
    public async Task Nobody_but_the_robots_own_hosts_is_called(NoticeChannel robot, string webhook) =>
        (await SendAsync(robot, webhook: new Uri(webhook))).ShouldBe(new ChannelOutcome.Failed("群机器人的地址不是允许的主机，或不是 https", true));

    [Fact]
    public async Task Neither_address_nor_secret_is_in_any_reason()
    {
        var nowhere = new UriBuilder(Webhook) { Port = 1 }.Uri;
        foreach (var outcome in new[] { await SendAsync(NoticeChannel.DingTalk, "group1", webhook: nowhere), await SendAsync(NoticeChannel.DingTalk, "missing") })
        {
            var reason = outcome.ShouldBeOfType<ChannelOutcome.Failed>().Reason;
            reason.ShouldNotContain("t0ken");
            reason.ShouldNotContain(Secret);
            reason.ShouldNotContain("127.0.0.1");
        }
    }

    private async Task<ChannelOutcome> SendAsync(NoticeChannel robot, string secret = "", Digest? digest = null, Uri? webhook = null)
    {
        var secrets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["group1"] = Secret };
        using var channel = new RobotChannel(new RobotOptions(secrets, ["127.0.0.1"]), Sample.Texts, new ChannelTimeout(TimeSpan.FromSeconds(2)), new FakeTimeProvider(Now));
        return await channel.SendAsync(Sample.Person() with { Robot = robot, Webhook = webhook ?? Webhook, Secret = secret }, digest ?? Sample.Digest(), "id", Cancellation);
    }
}
