using System.Net;
using System.Text;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Files that come with an item: which are taken, which are read, which leave the house.</summary>
public sealed class AttachmentsTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static readonly byte[] Pdf = "%PDF-1.7\n%%EOF\n"u8.ToArray();

    [Fact]
    public async Task A_text_file_with_a_phone_number_stops_the_submission_and_is_named_masked()
    {
        using var answer = await PostFilesAsync(("联系.txt", Encoding.UTF8.GetBytes("联系人电话13812345678")));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("personal-data");
        var finding = (await JsonAsync(answer)).GetProperty("findings")[0];
        finding.GetProperty("kind").GetString().ShouldBe("mobile");
        finding.GetProperty("place").GetString().ShouldBe("attachments.联系.txt");
        finding.GetProperty("excerpt").GetString()!.ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task A_file_name_with_a_phone_number_stops_it_too()
    {
        using var answer = await PostFilesAsync(("13812345678.txt", "名单"u8.ToArray()));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("personal-data");
        (await JsonAsync(answer)).ToString().ShouldNotContain("13812345678");
    }

    [Theory]
    [InlineData("工具.exe", "MZ\u0090")]
    [InlineData("工具.pdf", "MZ\u0090")]
    [InlineData("页面.html", "<script></script>")]
    [InlineData("没有扩展名", "text")]
    [InlineData("公示.pdf.exe", "%PDF-1.7")]
    public async Task A_file_of_another_kind_or_with_another_inside_is_refused(string name, string content)
    {
        using var answer = await PostFilesAsync((name, Encoding.Latin1.GetBytes(content)));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("attachment-kind");
    }

    [Fact]
    public async Task Text_that_is_not_utf8_cannot_be_read_for_personal_data_and_is_refused()
    {
        using var answer = await PostFilesAsync(("旧.txt", [0xC4, 0xE3, 0xBA, 0xC3]));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("invalid-encoding");
    }

    [Theory]
    [InlineData("../../etc/名单.txt", "名单.txt")]
    [InlineData("C:\\Windows\\名单.txt", "名单.txt")]
    [InlineData("..\\../名单.txt", "名单.txt")]
    public async Task A_path_in_a_files_name_falls_away(string name, string kept)
    {
        using var answer = await PostFilesAsync((name, "名单"u8.ToArray()));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await FilesAsync(town.Clerk, answer)).Single().Name.ShouldBe(kept);
    }

    [Fact]
    public async Task What_is_inside_a_pdf_is_not_read_yet_so_it_is_taken_and_stays_in_the_house()
    {
        using var answer = await PostFilesAsync(("公示.pdf", Pdf), ("说明.txt", "说明"u8.ToArray()));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await FilesAsync(town.Clerk, answer)).ShouldBe([("公示.pdf", false), ("说明.txt", true)]);
        var id = (await JsonAsync(answer)).GetProperty("id").GetString()!;
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();
        (await FilesAsync(town.Public, answer)).ShouldBe([("说明.txt", true)]);
        var page = await town.Room.Documents.FindAsync("$web", $"items/{id}.html", TestContext.Current.CancellationToken);
        Encoding.UTF8.GetString(page!.Bytes).ShouldNotContain("公示.pdf");
    }

    private Task<HttpResponseMessage> PostFilesAsync(params (string Name, byte[] Bytes)[] files) =>
        SendAsync(town.Clerk, HttpMethod.Post, "/api/items", Multipart(News("有附件的信息"), files));

    private static async Task<List<(string Name, bool Public)>> FilesAsync(HttpClient client, HttpResponseMessage submitted)
    {
        var item = await JsonAsync(await GetAsync(client, $"/api/items/{(await JsonAsync(submitted)).GetProperty("id").GetString()}"));
        return [.. item.GetProperty("attachments").EnumerateArray().Select(a => (a.GetProperty("name").GetString()!, a.GetProperty("public").GetBoolean()))];
    }
}
