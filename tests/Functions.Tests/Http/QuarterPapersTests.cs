using System.Net;
using System.Net.Http.Headers;
using Lianxin.Functions.Tests.UseCases.Quarters;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Timeliness, the printed pages of a quarter, and evidence of posting, over HTTP.</summary>
public sealed class QuarterPapersTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("?from=2026-02-30")]
    [InlineData("?from=2026-03-01&to=2026-02-01")]
    [InlineData("?from=2023-01-01&to=2026-03-01")]
    [InlineData("?from=0001-01-01&to=0001-02-01")]
    [InlineData("?to=9999-12-31&from=9999-01-01")]
    [InlineData("?office=nowhere")]
    [InlineData("?from=2026-01-01&from=2026-02-01")]
    public async Task A_bad_range_or_office_is_bad_input(string query)
    {
        using var answer = await GetAsync(town.Reviewer, "/api/timeliness" + query);
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
    }

    [Fact]
    public async Task S16_without_a_range_the_figures_are_the_present_quarter_s_and_too_small_a_sample_says_so()
    {
        using var answer = await GetAsync(town.Reviewer, "/api/timeliness?office=jiwei");
        var figures = await JsonAsync(answer);
        var quarter = Core.Calendar.Period.QuarterOf(DateOnly.FromDateTime(town.Clock.GetUtcNow().AddHours(8).DateTime));
        figures.GetProperty("from").GetString().ShouldBe(quarter.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var office = figures.GetProperty("offices").EnumerateArray().ShouldHaveSingleItem();
        office.GetProperty("total").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        office.GetProperty("note").GetString().ShouldBe("到期的公开任务太少，不评总分。");
        office.GetProperty("measures")[0].GetProperty("note").GetString()!.ShouldContain("少于3，不评分");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/preflight")]
    public async Task What_is_kept_inside_the_Party_is_listed_only_for_those_who_handle_it(string list)
    {
        (await EntriesAsync(town.Reviewer, list)).ShouldContain("02-01");

        var others = await EntriesAsync(town.Admin, list);
        others.ShouldContain("01-01");
        others.ShouldNotContain("02-01");
    }

    private static async Task<IReadOnlyList<string>> EntriesAsync(HttpClient who, string list)
    {
        using var answer = await GetAsync(who, "/api/quarters/2026-Q1" + list);
        return [.. (await JsonAsync(answer)).GetProperty(list.Length == 0 ? "duties" : "items").EnumerateArray().Select(d => d.GetProperty("entry").GetString()!).Distinct()];
    }

    [Theory]
    [InlineData("coverage.pdf?paper=a3")]
    [InlineData("assessment.pdf?office=cun-01")]
    public async Task The_printed_pages_are_pdf(string page)
    {
        using var answer = await GetAsync(town.Reviewer, "/api/quarters/2026-Q1/" + page);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        (await answer.Content.ReadAsByteArrayAsync(Cancellation))[..5].ShouldBe("%PDF-"u8.ToArray());
    }

    [Theory]
    [InlineData("2026-Q1/coverage.pdf?paper=a5", "invalid-input")]
    [InlineData("2026-Q1/assessment.pdf", "invalid-input")]
    [InlineData("2026-Q5/coverage.pdf", "invalid-quarter")]
    [InlineData("2026-03/assessment.pdf?office=cun-01", "invalid-quarter")]
    public async Task A_page_that_cannot_be_printed_is_bad_input(string page, string code)
    {
        using var answer = await GetAsync(town.Reviewer, "/api/quarters/" + page);
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe(code);
    }

    [Fact]
    public async Task S26_evidence_comes_as_json_or_with_a_photo_and_is_seen_in_the_quarter()
    {
        using var run = await PostAsync(town.Admin, "/api/quarters/2025-Q4/run", new { });
        run.EnsureSuccessStatusCode();

        using var said = await PostAsync(town.Clerk, "/api/postings", new { sheet = "2025-Q4/all", place = "镇政府门口公示栏", postedOn = "2026-03-02" });
        said.StatusCode.ShouldBe(HttpStatusCode.Created, await said.Content.ReadAsStringAsync(Cancellation));
        using var form = Form(("sheet", "2025-Q4/all"), ("place", "镇政府门口公示栏"));
        form.Add(Photo(Photos.Jpeg()));
        using var shown = await SendAsync(town.Clerk, HttpMethod.Post, "/api/postings", form);
        (shown.StatusCode, shown.Headers.Location!.OriginalString).ShouldBe((HttpStatusCode.SeeOther, "/desk/quarters/2025-Q4#sheets"));

        using var list = await GetAsync(town.Reviewer, "/api/postings?quarter=2025-Q4");
        var posting = (await JsonAsync(list)).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        using var photo = await GetAsync(town.Reviewer, posting.GetProperty("photos")[0].GetProperty("address").GetString()!);
        photo.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var quarter = await GetAsync(town.Reviewer, "/api/quarters/2025-Q4");
        var sheets = (await JsonAsync(quarter)).GetProperty("sheets").EnumerateArray().ToList();
        sheets.Where(s => s.GetProperty("id").GetString() == "2025-Q4/all").Select(s => s.GetProperty("posting").GetString()).ShouldBe(["posted", "posted"]);
        sheets.Where(s => s.GetProperty("id").GetString() == "2025-Q4/cun-01").Select(s => s.GetProperty("posting").GetString()).ShouldBe(["none", "none"]);
    }

    [Fact]
    public async Task A_photo_that_is_none_comes_back_with_the_form_and_what_was_typed()
    {
        using var run = await PostAsync(town.Admin, "/api/quarters/2025-Q4/run", new { });
        using var form = Form(("sheet", "2025-Q4/all"), ("place", "供销社外墙"), ("postedOn", "2026-03-02"));
        form.Add(Photo("MZ"u8.ToArray()));
        using var answer = await SendAsync(town.Clerk, HttpMethod.Post, "/api/postings", form, ("Accept", "text/html"));
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        html.ShouldContain("value=\"供销社外墙\"");
        html.ShouldContain("照片只接受完整的 JPEG 或 PNG 文件。");
    }

    [Fact]
    public async Task A_refused_waiver_and_nil_return_come_back_on_the_quarter_s_page()
    {
        foreach (var (client, address, form) in new[]
        {
            (town.Chair, "/api/duties/ligang-2026-Q1.01-01.dangzheng/waiver", "reason="),
            (town.Clerk, "/api/nil-returns", "entry=01-01&period=2026-Q1&office=dangzheng&duty=ligang-2026-Q1.01-01.dangzheng&reason="),
        })
        {
            using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
            using var answer = await SendAsync(client, HttpMethod.Post, address, content);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("<h2 id=\"duty-title\">年度重点工作及进展");
        }
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    private static ByteArrayContent Photo(byte[] bytes)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "photo", FileName = "\"a.gif\"" };
        part.Headers.ContentType = new MediaTypeHeaderValue("image/gif");
        return part;
    }
}
