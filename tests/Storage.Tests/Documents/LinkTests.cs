using System.Net;
using Lianxin.Core.Publication;
using Lianxin.Storage.Documents;
using Lianxin.Storage.Tests.Emulator;

namespace Lianxin.Storage.Tests.Documents;

public sealed class LinkTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_opens_one_document_for_a_while_and_under_its_chinese_name()
    {
        // The service judges links by its own clock, so this room runs on the machine's.
        IDocumentStore documents = emulator.Open(TimeProvider.System).Documents;
        await documents.PutAsync(Containers.Reports, "2014/report.pdf", "%PDF"u8.ToArray(), "application/pdf", Stop);
        await documents.PutAsync(Containers.Reports, "2014/other.pdf", "%PDF"u8.ToArray(), "application/pdf", Stop);
        using var browser = new HttpClient();

        Uri link = await documents.LinkAsync(Containers.Reports, "2014/report.pdf", TimeSpan.FromMinutes(5), "2014年 \"年报\".pdf", Stop);
        Uri shortLived = await documents.LinkAsync(Containers.Reports, "2014/report.pdf", TimeSpan.FromSeconds(1), "a.pdf", Stop);
        using HttpResponseMessage opened = await browser.GetAsync(link, Stop);
        using HttpResponseMessage bare = await browser.GetAsync(new Uri(link.GetLeftPart(UriPartial.Path)), Stop);
        using HttpResponseMessage other = await browser.GetAsync(new Uri(link.AbsoluteUri.Replace("report.pdf", "other.pdf", StringComparison.Ordinal)), Stop);
        using HttpResponseMessage write = await browser.DeleteAsync(link, Stop);

        opened.StatusCode.ShouldBe(HttpStatusCode.OK);
        opened.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        opened.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("2014年 \"年报\".pdf");
        bare.IsSuccessStatusCode.ShouldBeFalse();
        other.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        write.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await EndsAsync(browser, shortLived)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("report.pdf", "attachment; filename=\"report.pdf\"; filename*=UTF-8''report.pdf")]
    [InlineData("年报.pdf", "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5.pdf")]
    [InlineData("a\"b\\c\r\n.pdf", "attachment; filename=\"a_b_c__.pdf\"; filename*=UTF-8''a%22b%5Cc%0D%0A.pdf")]
    [InlineData("𠮷 1'2*.pdf", "attachment; filename=\"_ 1'2*.pdf\"; filename*=UTF-8''%F0%A0%AE%B7%201%272%2A.pdf")]
    public void A_name_is_written_for_old_and_new_browsers_and_cannot_break_the_header(string name, string expected) =>
        DownloadName.Disposition(name).ShouldBe(expected);

    private static async Task<HttpStatusCode> EndsAsync(HttpClient browser, Uri link)
    {
        for (int tries = 0; tries < 16; tries++)
        {
            using HttpResponseMessage answer = await browser.GetAsync(link, Stop);
            if (!answer.IsSuccessStatusCode)
            {
                return answer.StatusCode;
            }

            await Task.Delay(500, Stop);
        }

        return HttpStatusCode.OK;
    }
}
