using System.Globalization;
using System.Net;
using System.Text;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

public class BadInputTests(SampleSystem sample)
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private readonly RunningSystem system = sample.System;

    [Theory]
    [InlineData("entry", "99-99", "entry")]
    [InlineData("entry", "", "entry")]
    [InlineData("title", "", "title")]
    [InlineData("body", "", "body")]
    [InlineData("formedOn", "2026-02-30", "formedOn")]
    [InlineData("formedOn", "2025-02-29", "formedOn")]
    [InlineData("formedOn", "去年", "formedOn")]
    [InlineData("formedOn", "2999-01-01", "formedOn")]
    [InlineData("period", "2026-Q1", "period")]
    [InlineData("village", "cun-99", "village")]
    [InlineData("audience", "everybody", "audience")]
    public async Task A_wrong_field_is_named_and_nothing_is_kept(string field, string value, string named)
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var title = $"字段有误{Guid.NewGuid():n}";
        var body = Bodies.Procurement(title);
        body[field] = value;

        (await clerk.PostAsync("/api/items", body)).ShouldRefuseField(named);
        (await RegisterState.ListAsync(clerk, $"q={title}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2026-11")]
    [InlineData("2026-Q5")]
    [InlineData("2026")]
    [InlineData("2099-Q1")]
    public async Task A_period_that_does_not_fit_a_quarterly_entry_is_refused(string? period)
    {
        using var clerk = await system.SignInAsync("clerk", "dangzheng");
        var body = Bodies.StudySession("不合周期的期间");
        body["period"] = period;

        (await clerk.PostAsync("/api/items", body)).ShouldRefuseField("period");
    }

    [Fact]
    public async Task Missing_and_wrong_elements_are_each_named()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var body = Bodies.Procurement("要素不全");
        body["elements"] = new Dictionary<string, string> { ["project"] = "排水沟维修", ["contract_sum"] = "很多" };

        var got = await clerk.PostAsync("/api/items", body);
        got.ShouldRefuseField("elements.winner");
        got.ShouldRefuseField("elements.contract_sum");
    }

    [Fact]
    public async Task A_title_of_ten_thousand_characters_is_refused_as_JSON_and_as_a_form()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var body = Bodies.Procurement(new string('长', 10_000));

        (await clerk.PostAsync("/api/items", body)).ShouldRefuseField("title");
        using var form = Bodies.AsForm(body);
        var answer = await clerk.Http.PostAsync("/api/items", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("标题不能超过200字");
    }

    [Fact]
    public async Task Text_in_another_encoding_is_refused_and_never_guessed()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        using var admin = await system.SignInAsync("admin");
        (await clerk.PostBytesAsync("/api/items", Gb18030.GetBytes("{\"title\":\"标题用了别的编码\"}"), "application/json")).ShouldBeProblem(400, "invalid-encoding");
        (await clerk.PostBytesAsync("/api/items", "title=%B1%EA%CC%E2"u8.ToArray(), "application/x-www-form-urlencoded"))
            .Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var file = Gb18030.GetBytes(Encoding.UTF8.GetString(Csv.File(Csv.News("GB-1", "2012-03-01", "编码"))));
        (await admin.PostBytesAsync("/api/imports", file, "text/csv")).ShouldBeProblem(400, "invalid-encoding");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"title\": \"没有收尾")]
    [InlineData("{\"title\":\"\\ud800\"}")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"title\":\"一\",\"title\":\"二\"}")]
    public async Task Malformed_JSON_is_bad_input(string text)
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var got = await clerk.PostBytesAsync("/api/items", Encoding.UTF8.GetBytes(text), "application/json");
        got.Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        got.ShouldBeProblem(400, got.Body.GetProperty("code").GetString()!);
    }

    [Fact]
    public async Task Deeply_nested_JSON_and_fields_of_a_wrong_kind_are_bad_input()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000);
        (await clerk.PostBytesAsync("/api/items", Encoding.UTF8.GetBytes(deep), "application/json")).Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var body = Bodies.Procurement("种类不对");
        body["elements"] = 5;
        (await clerk.PostAsync("/api/items", body)).ShouldRefuseField("elements");
        var numbers = Bodies.Procurement("种类不对");
        numbers["title"] = new[] { 1, 2 };
        (await clerk.PostAsync("/api/items", numbers)).ShouldRefuseField("title");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("nonsense")]
    public async Task A_wrong_media_type_is_415(string mediaType)
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        (await clerk.PostBytesAsync("/api/items", "{}"u8.ToArray(), mediaType)).ShouldBeProblem(415, "unsupported-media-type");
    }

    [Fact]
    public async Task Personal_data_is_found_masked_and_nothing_is_kept_or_published()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        const string Secret = "11010519491231002X";
        var title = $"含个人信息{Guid.NewGuid():n}";

        var got = await clerk.PostAsync("/api/items", Bodies.Procurement(title, $"中标人身份证号{Secret}，电话13800138000。"));
        var problem = got.ShouldBeProblem(400, "personal-data");
        var findings = problem.GetProperty("findings").EnumerateArray().ToList();
        findings.Select(f => f.GetProperty("kind").GetString()).ShouldBe(["resident-id", "mobile"], ignoreOrder: true);
        findings.ShouldAllBe(f => f.GetProperty("rule").GetString()!.Length > 0 && f.GetProperty("place").GetString() == "body");
        problem.ToString().ShouldNotContain(Secret);
        problem.ToString().ShouldNotContain("13800138000");
        (await RegisterState.ListAsync(clerk, $"q={title}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Script_in_a_title_is_shown_as_text_on_every_public_page()
    {
        using var clerk = await system.SignInAsync("clerk", "dangzheng");
        const string Title = "<script>alert(1)</script>\"'&动态";
        var (created, item) = await clerk.PostAsync("/api/items", Bodies.News(Title));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, item.ToString());
        var id = item.GetProperty("id").GetString()!;
        await Steps.ReviewAsync(system, id);
        using var anyone = system.Anyone();
        var published = await anyone.UntilAsync($"/api/items/{id}", b => b.GetProperty("status").GetString() == "published");
        published.GetProperty("title").GetString().ShouldBe(Title);

        foreach (var path in new[] { $"/items/{id}.html", "/", "/feed.xml" })
        {
            // Lists and feed may follow the item a moment later.
            var page = await anyone.UntilPageAsync(path, "&lt;script&gt;alert(1)&lt;/script&gt;");
            page.ShouldNotContain("<script>alert", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_second_click_on_submit_finds_the_draft_submitted_and_changes_nothing()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var (created, draft) = await clerk.PostAsync("/api/items?draft=true", Bodies.Procurement("两次点击提交"));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, draft.ToString());
        var id = draft.GetProperty("id").GetString()!;
        var tag = await clerk.ETagAsync(id);

        (await clerk.PostAsync($"/api/items/{id}/submission", new { }, tag)).Answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await clerk.PostAsync($"/api/items/{id}/submission", new { }, tag)).ShouldBeProblem(412, "stale");
        (await clerk.PostAsync($"/api/items/{id}/submission", new { }, await clerk.ETagAsync(id))).Answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var (_, history) = await clerk.GetAsync($"/api/items/{id}/history");
        history.GetProperty("items").EnumerateArray().Count(e => e.GetProperty("kind").GetString() == "submitted").ShouldBe(1);
    }

    [Fact]
    public async Task Steps_that_the_state_does_not_allow_are_409_and_leave_no_event()
    {
        using var clerk = await system.SignInAsync("clerk", "caizheng");
        var (_, item) = await clerk.PostAsync("/api/items", Bodies.Procurement("不许越级"));
        var id = item.GetProperty("id").GetString()!;
        using var chair = await system.SignInAsync("chair");
        var tag = await chair.ETagAsync(id);

        var early = await chair.PostAsync($"/api/items/{id}/approval", new { decision = "approve" }, tag);
        early.ShouldBeProblem(409, early.Body.GetProperty("code").GetString()!);
        var none = await chair.PostAsync($"/api/items/{id}/withdrawal", new { reason = "试" }, tag);
        none.ShouldBeProblem(409, none.Body.GetProperty("code").GetString()!);
        (await chair.ETagAsync(id)).ShouldBe(tag);
    }

    [Fact]
    public async Task Bad_years_formats_and_pages_are_bad_input_or_unknown()
    {
        using var supervisor = await system.SignInAsync("supervisor");
        using var reviewer = await system.SignInAsync("reviewer");
        foreach (var year in new[] { "1999", "20014", "abc", "-5", (TimeProvider.System.GetUtcNow().Year + 2).ToString(CultureInfo.InvariantCulture) })
        {
            var got = await supervisor.GetAsync($"/api/reports/{year}");
            ((int)got.Answer.StatusCode).ShouldBeOneOf(400, 404);
        }

        foreach (var query in new[] { "top=-1", "top=0", "top=201", "top=abc", "status=vanished", "quarter=2026-Q9", "continuation=%00%ff", "continuation=bm9uc2Vuc2U=", $"q={new string('q', 101)}" })
        {
            var got = await supervisor.GetAsync($"/api/items?{query}");
            got.Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
            got.ShouldBeProblem(400, got.Body.GetProperty("code").GetString()!);
        }

        (await reviewer.PostAsync("/api/reports/2014/build?format=docx-1999", new { })).ShouldBeProblem(400, "unknown-format");
        (await supervisor.GetAsync("/api/reports/2014/report.exe")).ShouldBeProblem(404, "not-found");
        (await supervisor.GetAsync("/api/items/ligang-2026-nosuch")).ShouldBeProblem(404, "unknown-item");
    }
}
