using System.Net;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using Lianxin.LocalHost.Http;
using Microsoft.AspNetCore.Http;

namespace Lianxin.LocalHost.Tests.Http;

public sealed class SilentStorageTests
{
    [Fact]
    public async Task A_page_whose_storage_is_silent_is_503_and_says_when_to_come_back()
    {
        // It takes connections and never answers, as a stopped emulator does.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var site = new StaticSite(new BlobServiceClient(new Uri($"http://{silent.LocalEndpoint}/account")), TimeSpan.FromMilliseconds(300));
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/";

        await site.ServeAsync(context).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        context.Response.StatusCode.ShouldBe(503);
        context.Response.Headers.RetryAfter.ToString().ShouldBe("5");
    }
}
