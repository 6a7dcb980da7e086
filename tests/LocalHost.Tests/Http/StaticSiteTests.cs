using System.Net;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Lianxin.LocalHost.Tests.Fake;

namespace Lianxin.LocalHost.Tests.Http;

public sealed class StaticSiteTests(EmulatorFixture emulator) : IDisposable
{
    private readonly FakeApp _app = new FakeApp().Http("Items", "api/items/{*rest}");
    private readonly string _folder = $"s{Guid.NewGuid():N}";

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Pages_are_served_with_their_type_and_an_etag_that_saves_the_second_trip()
    {
        await PutAsync("公开/2014.html", "<p>立岗镇</p>");
        await using var host = await RunningHost.StartAsync(_app, emulator);

        var page = await host.Client.GetAsync($"/{_folder}/公开/2014.html", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("<p>立岗镇</p>");

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/{_folder}/公开/2014.html");
        again.Headers.IfNoneMatch.Add(page.Headers.ETag!);
        (await host.Client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        using var head = new HttpRequestMessage(HttpMethod.Head, $"/{_folder}/公开/2014.html");
        var headed = await host.Client.SendAsync(head, TestContext.Current.CancellationToken);
        headed.Content.Headers.ContentLength.ShouldBe(page.Content.Headers.ContentLength);
        headed.Headers.ETag.ShouldBe(page.Headers.ETag);
    }

    [Fact]
    public async Task The_blobs_own_type_wins_over_its_name()
    {
        await PutAsync("feed.xml", "<feed/>", "application/atom+xml; charset=utf-8", "max-age=60");
        await using var host = await RunningHost.StartAsync(_app, emulator);

        var feed = await host.Client.GetAsync($"/{_folder}/feed.xml", TestContext.Current.CancellationToken);
        feed.Content.Headers.ContentType!.ToString().ShouldBe("application/atom+xml; charset=utf-8");
        feed.Headers.CacheControl!.ToString().ShouldBe("max-age=60");
    }

    [Fact]
    public async Task A_directory_shows_its_index_and_gets_its_slash()
    {
        await PutAsync("dir/index.html", "index");
        await using var host = await RunningHost.StartAsync(_app, emulator);

        (await host.Client.GetStringAsync($"/{_folder}/dir/", TestContext.Current.CancellationToken)).ShouldBe("index");
        var bare = await host.Client.GetAsync($"/{_folder}/dir?x=1", TestContext.Current.CancellationToken);
        bare.StatusCode.ShouldBe(HttpStatusCode.Found);
        bare.Headers.Location!.ToString().ShouldBe($"/{_folder}/dir/?x=1");
    }

    [Fact]
    public async Task What_is_not_there_is_the_sites_own_404_page_and_nothing_can_be_written()
    {
        await Web.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Web.GetBlobClient("404.html").UploadAsync(BinaryData.FromString("lost"), overwrite: true, TestContext.Current.CancellationToken);
        await using var host = await RunningHost.StartAsync(_app, emulator);

        foreach (var path in new[] { $"/{_folder}/none.html", $"/{_folder}/none", $"/{new string('x', 2000)}" })
        {
            var answer = await host.Client.GetAsync(path, TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("lost");
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        }

        using var body = new StringContent("x");
        (await host.Client.PutAsync($"/{_folder}/new.html", body, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Web.GetBlobClient($"{_folder}/new.html").ExistsAsync(TestContext.Current.CancellationToken)).Value.ShouldBeFalse();
    }

    [Theory]
    [InlineData("bytes=2-4", HttpStatusCode.PartialContent, "234")]
    [InlineData("bytes=8-99", HttpStatusCode.PartialContent, "89")]
    [InlineData("bytes=0-9223372036854775807", HttpStatusCode.OK, "0123456789")]
    [InlineData("bytes=0-1,4-5", HttpStatusCode.OK, "0123456789")]
    [InlineData("bytes=-3", HttpStatusCode.OK, "0123456789")]
    [InlineData("lines=1-2", HttpStatusCode.OK, "0123456789")]
    [InlineData("bytes=50-60", HttpStatusCode.RequestedRangeNotSatisfiable, "")]
    public async Task A_part_of_a_file_is_served_where_one_range_is_asked_for(string range, HttpStatusCode status, string text)
    {
        await PutAsync("search.bin", "0123456789");
        await using var host = await RunningHost.StartAsync(_app, emulator);
        using var asked = new HttpRequestMessage(HttpMethod.Get, $"/{_folder}/search.bin");
        asked.Headers.TryAddWithoutValidation("Range", range).ShouldBeTrue();
        var answer = await host.Client.SendAsync(asked, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(text);
        if (status == HttpStatusCode.PartialContent)
        {
            answer.Content.Headers.ContentRange!.Length.ShouldBe(10);
        }
    }

    private BlobContainerClient Web => emulator.Door.Blobs.GetBlobContainerClient("$web");

    private async Task PutAsync(string name, string text, string? type = null, string? cache = null)
    {
        await Web.CreateIfNotExistsAsync();
        await Web.GetBlobClient($"{_folder}/{name}").UploadAsync(
            BinaryData.FromString(text), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = type, CacheControl = cache } });
    }
}
