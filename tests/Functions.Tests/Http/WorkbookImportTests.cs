using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Core.Publication;
using Lianxin.Core.Text;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.UseCases;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

public sealed partial class WorkbookImportTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_rows_give_the_same_result_from_a_workbook_and_from_csv()
    {
        var csv = Submissions.Csv(Submissions.PastRow(31), Submissions.PastRow(32, publishedOn: "2025-13-01"), Submissions.PastRow(33, publishedOn: "２０２５-06-02"));
        var rows = CsvText.Read(Encoding.UTF8.GetString(csv)).Rows.Select(r => r.Fields).ToList();
        var fromCsv = await DryAsync(csv, ImportFormat.CsvType);
        var fromWorkbook = await DryAsync(Workbooks.Of([.. rows, ["", " "]]), ImportFormat.XlsxType);
        fromWorkbook.GetRawText().ShouldBe(fromCsv.GetRawText());
        fromCsv.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("code").GetString()).ShouldBe([null, "invalid-input", "import-full-width"]);
        fromCsv.GetProperty("rows")[1].GetProperty("errors").GetProperty("published_on")[0].GetString()!.ShouldContain("公开日期");
    }

    [Fact]
    public async Task A_workbook_is_imported_once_with_its_dates_and_the_csv_of_it_finds_the_rows_there()
    {
        var csv = Submissions.Csv(Submissions.PastRow(41));
        var rows = CsvText.Read(Encoding.UTF8.GetString(csv)).Rows.Select(r => r.Fields.ToArray()).ToList();
        var at = Array.IndexOf(rows[0], "published_on");
        var days = DateOnly.ParseExact(rows[1][at], "yyyy-MM-dd", null).DayNumber - new DateOnly(1899, 12, 30).DayNumber;
        rows[1][at] = $"<v>{days}</v>";
        (await JsonAsync(await PostAsync(Workbooks.Of(rows), ImportFormat.XlsxType))).GetProperty("imported").GetInt32().ShouldBe(1);
        (await JsonAsync(await PostAsync(csv, ImportFormat.CsvType))).GetProperty("alreadyThere").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_is_hidden_or_computed_refuses_the_file_and_is_named_by_sheet_and_cell()
    {
        var rows = CsvText.Read(Encoding.UTF8.GetString(Submissions.Csv(Submissions.PastRow(51), Submissions.PastRow(52)))).Rows.Select(r => r.Fields.ToArray()).ToList();
        rows[1][^1] = "<f>A1</f><v>1</v>";
        var book = Workbooks.Of(rows, hiddenRow: 3);
        var dry = await DryAsync(book, ImportFormat.XlsxType);
        dry.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("line").GetInt32(), r.GetProperty("findings")[0].GetProperty("code").GetString(), r.GetProperty("findings")[0].GetProperty("cell").GetString()))
            .ShouldBe([(2, "import-formula", $"{(char)('A' + rows[0].Length - 1)}2"), (3, "import-hidden-row", "3:3")]);
        (await CodeAsync(await PostAsync(book, ImportFormat.XlsxType), HttpStatusCode.BadRequest)).ShouldBe("import-refused");
    }

    [Fact]
    public async Task A_title_merged_over_the_head_is_told_instead_of_an_unknown_kind_alone()
    {
        using var answer = await PostAsync(Workbooks.Of([["立岗镇登记簿"], ["number", "title"]], before: ""), ImportFormat.XlsxType);
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("import-columns");
        using var computed = await PostAsync(Workbooks.Of([["<f>A1</f><v>1</v>"]]), ImportFormat.XlsxType);
        (await JsonAsync(computed)).GetProperty("errors").GetProperty("file").EnumerateArray().Last().GetString()!.ShouldContain("A1是公式");
    }

    [Theory]
    [InlineData("登记簿.xlsx", "number,title\n", "import-kind")]
    [InlineData("登记簿.csv", "PK\u0003\u0004", "import-kind")]
    [InlineData("登记簿.xlsm", "PK\u0003\u0004", "import-macros")]
    [InlineData("登记簿.xls", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "import-old-format")]
    [InlineData("登记簿.xlsx", "PK\u0003\u0004", "import-broken")]
    public async Task A_name_that_does_not_fit_the_content_is_told(string name, string content, string code)
    {
        using var answer = await UploadAsync(Encoding.Latin1.GetBytes(content), name, dryRun: true);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.ShouldContain($"代码 {code}");
    }

    [Fact]
    public async Task The_page_marks_the_faulty_cells_in_their_rows_and_shows_no_personal_data()
    {
        var csv = Submissions.Csv(Submissions.PastRow(61, publishedOn: "2025-13-01"), Submissions.PastRow(62, title: "联系电话13800138000"));
        using var answer = await UploadAsync(csv, "登记簿.csv", dryRun: true);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        page.ShouldMatch("<td class=\"faulty\">2025-13-01<span class=\"bad block\">错误：公开日期");
        page.ShouldNotContain("13800138000");
        page.ShouldContain("含有个人信息");
        page.ShouldNotContain("name=\"checked\"");
    }

    [Fact]
    public async Task The_import_starts_from_the_checked_file_and_keeps_what_the_check_said()
    {
        using var checkedPage = await UploadAsync(Submissions.Csv(Submissions.PastRow(71)), "登记簿.csv", dryRun: true);
        var mark = Mark().Match(await checkedPage.Content.ReadAsStringAsync(Cancellation)).Groups[1].Value;
        using var done = await FormAsync(new FormUrlEncodedContent([new("checked", mark)]));
        var page = await done.Content.ReadAsStringAsync(Cancellation);
        done.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.ShouldContain("已导入 1 行");
        page.ShouldContain("导入前的检查结果");
        (await town.Room.Documents.FindAsync(Containers.Sealed, $"import-checked/{TownHall.Agency}/{mark}", Cancellation)).ShouldBeNull();
        using var again = await FormAsync(new FormUrlEncodedContent([new("checked", mark)]));
        (await again.Content.ReadAsStringAsync(Cancellation)).ShouldContain("import-checked-gone");
        using var crooked = await FormAsync(new FormUrlEncodedContent([new("checked", "../" + mark)]));
        crooked.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<HttpResponseMessage> PostAsync(byte[] bytes, string type, string query = "")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return SendAsync(town.Admin, HttpMethod.Post, "/api/imports" + query, content);
    }

    private async Task<JsonElement> DryAsync(byte[] bytes, string type) => await JsonAsync(await PostAsync(bytes, type, "?dryRun=true"));

    private async Task<HttpResponseMessage> UploadAsync(byte[] bytes, string name, bool dryRun)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", name } };
        if (dryRun)
            form.Add(new StringContent("true"), "dryRun");
        return await FormAsync(form);
    }

    private async Task<HttpResponseMessage> FormAsync(HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/imports") { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        return await town.Admin.SendAsync(request, Cancellation);
    }

    [GeneratedRegex("name=\"checked\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Mark();
}
