using System.IO.Compression;
using System.Net;
using System.Text;
using Lianxin.Core.Handovers;
using Lianxin.Functions.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lianxin.Functions.Tests.Channels;

/// <summary>The county's portal is played by a server on loopback, let in as a trial host.</summary>
public sealed class CountyPagesTests : IAsyncLifetime
{
    private WebApplication server = null!;
    private Func<HttpContext, Task> answer = context => context.Response.WriteAsync("<p>春耕</p>");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Uri Address => new(server.Urls.Single() + "/1.html");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(context => answer(context));
        await server.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData("gb2312", "text/html", "<meta charset=gb2312>")]
    [InlineData("gb18030", "text/html; charset=GBK", "")]
    [InlineData("utf-8", "text/html", "")]
    [InlineData("utf-8", "text/html; charset=utf-8", "<meta charset=gbk>")]
    public async Task A_page_is_read_in_its_own_encoding(string encoding, string type, string meta)
    {
        var encoder = encoding == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding)!;
        answer = async context =>
        {
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(encoder.GetBytes($"<html><head>{meta}<title>不算</title></head><body><h1>立岗镇春耕动员</h1><script>x</script></body></html>"));
        };
        (await ReadAsync()).ShouldBeOfType<CountyPage.Came>().Text.Trim().ShouldBe("立岗镇春耕动员");
    }

    [Theory]
    [InlineData(404, typeof(CountyPage.Gone))]
    [InlineData(410, typeof(CountyPage.Gone))]
    [InlineData(500, typeof(CountyPage.Failed))]
    [InlineData(204, typeof(CountyPage.Failed))]
    [InlineData(302, typeof(CountyPage.Failed))]
    public async Task Other_answers_are_told(int status, Type outcome)
    {
        answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };
        (await ReadAsync()).ShouldBeOfType(outcome);
    }

    [Fact]
    public async Task A_redirect_is_followed_on_the_same_host_and_not_for_ever()
    {
        answer = context => Redirect(context, context.Request.Path == "/1.html" ? "/2.html" : context.Request.Path == "/2.html" ? "3.html" : null);
        (await ReadAsync()).ShouldBeOfType<CountyPage.Came>();
        answer = context => Redirect(context, "/1.html");
        (await ReadAsync()).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("连续转址");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://county.example:80@127.0.0.1/")]
    public async Task A_redirect_elsewhere_is_not_followed(string location)
    {
        answer = context => Redirect(context, location);
        (await ReadAsync()).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("别的网站");
    }

    [Theory]
    [InlineData("//[")]
    [InlineData("//a b/")]
    public async Task A_redirect_to_nonsense_is_a_failure_and_no_exception(string location)
    {
        answer = context => Redirect(context, location);
        (await ReadAsync()).ShouldBeOfType<CountyPage.Failed>();
    }

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_is_not_asked()
    {
        var asked = false;
        answer = _ =>
        {
            asked = true;
            return Task.CompletedTask;
        };
        using var pages = new CountyPages(new CountyHosts(["localhost"], []), CountyLimits.Default);
        (await pages.ReadAsync(new Uri("http://localhost/"), Cancellation)).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("内部网络");
        asked.ShouldBeFalse();
    }

    [Fact]
    public async Task A_page_that_unpacks_into_too_much_is_given_up()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var nothing = new byte[64 * 1024];
            for (var i = 0; i < 1024; i++)
            {
                await gzip.WriteAsync(nothing, Cancellation);
            }
        }

        answer = async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(packed.ToArray());
        };
        (await ReadAsync()).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("太大");
    }

    [Fact]
    public async Task A_body_that_never_ends_and_an_answer_that_never_comes_are_given_up()
    {
        answer = async context =>
        {
            context.Response.ContentType = "text/html";
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync("a");
                await context.Response.Body.FlushAsync();
                await Task.Delay(20, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        };
        var quick = CountyLimits.Default with { Time = TimeSpan.FromMilliseconds(700) };
        (await ReadAsync(quick)).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("没有按时");
        answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        (await ReadAsync(quick)).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("没有按时");
    }

    [Fact]
    public async Task What_is_no_page_and_what_is_broken_is_told_and_throws_nothing()
    {
        answer = context =>
        {
            context.Response.ContentType = "application/pdf";
            return context.Response.WriteAsync("%PDF-");
        };
        (await ReadAsync()).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("不是网页");
        answer = async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.WriteAsync("this is not gzip");
        };
        (await ReadAsync()).ShouldBeOfType<CountyPage.Failed>();
        answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        (await ReadAsync()).ShouldBeOfType<CountyPage.Failed>();
        (await ReadAsync(address: new Uri("https://elsewhere.example/"))).ShouldBeOfType<CountyPage.Failed>().Reason.ShouldContain("不属于");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("224.0.0.1")]
    public void Private_networks_are_known(string address) => PrivateNetworks.Holds(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("114.114.114.114")]
    [InlineData("2400:3200::1")]
    public void The_public_internet_is_no_private_network(string address) => PrivateNetworks.Holds(IPAddress.Parse(address)).ShouldBeFalse();

    private static Task Redirect(HttpContext context, string? location)
    {
        if (location is null)
        {
            return context.Response.WriteAsync("<p>春耕</p>");
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }

    private async Task<CountyPage> ReadAsync(CountyLimits? limits = null, Uri? address = null)
    {
        using var pages = new CountyPages(new CountyHosts(["county.example"], [Address.Authority]), limits ?? CountyLimits.Default);
        return await pages.ReadAsync(address ?? Address, Cancellation);
    }
}
