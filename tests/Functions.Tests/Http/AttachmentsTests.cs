using System.IO.Compression;
using System.Net;
using System.Text;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Files that come with an item: which are taken, which are read, which leave the house.</summary>
public sealed class AttachmentsTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
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
    public async Task Text_in_no_known_encoding_cannot_be_read_for_personal_data_and_is_refused()
    {
        using var answer = await PostFilesAsync(("旧.txt", [0xC4, 0xFF, 0xFF, 0xC3]));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("invalid-encoding");
    }

    [Fact]
    public async Task Text_in_the_encoding_of_older_office_programs_is_read_too()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("联系人电话13812345678");
        using var answer = await PostFilesAsync(("旧.txt", bytes));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("personal-data");
    }

    [Fact]
    public async Task S44_a_number_in_a_hidden_column_of_a_workbook_stops_the_submission_and_the_place_says_so()
    {
        using var answer = await PostFilesAsync(("补贴名单.xlsx", Workbook(("账号", "123456789012"), hidden: true)));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("personal-data");
        var finding = (await JsonAsync(answer)).GetProperty("findings")[0];
        finding.GetProperty("kind").GetString().ShouldBe("bank-account");
        finding.GetProperty("place").GetString().ShouldBe("attachments.补贴名单.xlsx 工作表“名单”第2行A列（隐藏列）");
    }

    [Theory]
    [InlineData("旧.doc", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "file-old-format")]
    [InlineData("加密.xlsx", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }, "file-old-format")]
    [InlineData("宏.xlsm", new byte[] { 0x50, 0x4B, 3, 4 }, "file-old-format")]
    [InlineData("坏.xlsx", new byte[] { 0x50, 0x4B, 3, 4 }, "file-broken")]
    public async Task Old_encrypted_and_broken_files_are_named_and_refused(string name, byte[] bytes, string code)
    {
        using var answer = await PostFilesAsync((name, bytes));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe(code);
        (await JsonAsync(answer)).GetProperty("detail").GetString()!.ShouldContain(name);
    }

    [Fact]
    public async Task What_was_read_clean_leaves_the_house_with_the_item_and_a_picture_only_when_the_reviewer_has_seen_it()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xD9];
        using var answer = await PostFilesAsync(("公示.xlsx", Workbook(("户数", "24"), hidden: false)), ("见过.jpg", picture), ("没见过.jpg", [.. picture, 0]));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await FilesAsync(town.Clerk, answer)).ShouldBe([("公示.xlsx", true), ("见过.jpg", false), ("没见过.jpg", false)]);
        var id = (await JsonAsync(answer)).GetProperty("id").GetString()!;
        var review = new { decision = "accept", comment = "", secrecyCheck = "passed", answers = new { complete = true, @true = true, specific = true, lawful = true }, checkedFiles = new[] { "见过.jpg" } };
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", review, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();
        (await FilesAsync(town.Public, answer)).ShouldBe([("公示.xlsx", true), ("见过.jpg", true)]);
    }

    [Fact]
    public async Task S44_an_exception_is_asked_for_and_given_with_reason_and_article_and_stands_in_the_history()
    {
        var item = News("有附件的信息");
        item["privacyRequest"] = "本人书面同意公开";
        using var answer = await SendAsync(town.Clerk, HttpMethod.Post, "/api/items", Multipart(item, [("联系.txt", "联系人电话13812345678"u8.ToArray())]));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await JsonAsync(answer)).GetProperty("id").GetString()!;
        using var without = await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"));
        (await CodeAsync(without, HttpStatusCode.BadRequest)).ShouldBe("personal-data");

        var review = new { decision = "accept", comment = "", secrecyCheck = "passed", answers = new { complete = true, @true = true, specific = true, lawful = true }, privacyOverride = new { reason = "本人书面同意公开", article = "《政府信息公开条例》第十五条" } };
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", review, ("If-Match", "*"))).EnsureSuccessStatusCode();

        var history = (await JsonAsync(await GetAsync(town.Reviewer, $"/api/items/{id}/history"))).ToString();
        history.ShouldContain("《政府信息公开条例》第十五条");
        history.ShouldNotContain("13812345678");
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

    private Task<HttpResponseMessage> PostFilesAsync(params (string Name, byte[] Bytes)[] files) =>
        SendAsync(town.Clerk, HttpMethod.Post, "/api/items", Multipart(News("有附件的信息"), files));

    private static async Task<List<(string Name, bool Public)>> FilesAsync(HttpClient client, HttpResponseMessage submitted)
    {
        var item = await JsonAsync(await GetAsync(client, $"/api/items/{(await JsonAsync(submitted)).GetProperty("id").GetString()}"));
        return [.. item.GetProperty("attachments").EnumerateArray().Select(a => (a.GetProperty("name").GetString()!, a.GetProperty("public").GetBoolean()))];
    }

    /// <summary>A workbook of one column: its head and one cell.</summary>
    private static byte[] Workbook((string Head, string Cell) column, bool hidden)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string xml)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }

            Add("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"名单\" r:id=\"rId1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></R>");
            Add("xl/worksheets/sheet1.xml", $"<worksheet>{(hidden ? "<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>" : "")}<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>{column.Head}</v></c></row><row r=\"2\"><c r=\"A2\"><v>{column.Cell}</v></c></row></sheetData></worksheet>");
        }

        return stream.ToArray();
    }
}
