using System.Net;
using Lianxin.Functions.Tests.Access;
using Lianxin.Tests.Pages;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Feedback and cases by HTTP: the public's forms and JSON, the desk's steps, the receipt.</summary>
public sealed class FeedbackTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S12_a_json_post_is_created_and_its_receipt_tells_the_state_to_programs_and_to_people()
    {
        var item = await FreshItemAsync("低保名单公示");
        var (id, code) = await PostedAsync(item, "名单里漏了一户", "示例 13800138000");
        id.ShouldStartWith("ligang-2026-");
        using var json = await GetAsync(town.Public, $"/api/feedback/{code}");
        json.Headers.ETag.ShouldNotBeNull();
        var receipt = await JsonAsync(json);
        (receipt.GetProperty("status").GetString(), receipt.GetProperty("statusText").GetString()).ShouldBe(("received", "待梳理"));
        receipt.GetRawText().ShouldNotContain("13800138000");
        var page = await PageAsync($"/api/feedback/{code}");
        PageRules.Text(page).ShouldContain("待梳理。");
        PageRules.Text(page).ShouldContain("名单里漏了一户");
        PageRules.Text(page).ShouldNotContain("13800138000");
        (await CodeAsync(await GetAsync(town.Public, "/api/feedback/26AA-AAAA-AAAA-AAAA"), HttpStatusCode.NotFound)).ShouldBe("unknown-feedback");
        (await CodeAsync(await GetAsync(town.Public, $"/api/feedback/{id}"), HttpStatusCode.NotFound)).ShouldBe("unknown-feedback");
    }

    [Fact]
    public async Task On_a_site_in_English_the_receipt_is_in_English_and_only_peoples_own_words_are_not()
    {
        await using var english = new OpenTownHall { Language = "en" };
        await english.InitializeAsync();
        var item = await english.PublishedAsync("低保名单公示");
        using var posted = await PostAsync(english.Public, $"/api/items/{item}/feedback", new { kind = "complaint", text = "名单里漏了一户" });
        var code = (await JsonAsync(posted)).GetProperty("receiptCode").GetString();
        using var answer = await BrowseAsync(english.Public, $"/api/feedback/{code}");
        var text = PageRules.Text(PageRules.Parse(await answer.Content.ReadAsStringAsync(Cancellation)));
        text.ShouldContain("To be screened.");
        text.ShouldContain("Complaint");
        text.ShouldContain("名单里漏了一户");
        text.ShouldNotContain("待梳理");
    }

    [Fact]
    public async Task A_form_leads_to_its_receipt_and_twice_to_the_same_one_and_a_wrong_one_comes_back_with_everything_typed()
    {
        var item = await FreshItemAsync("表单");
        using var first = await town.Public.PostFormAsync($"/api/items/{item}/feedback", ("kind", "complaint"), ("text", "投诉内容"), ("contact", ""));
        first.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var receipt = first.Headers.Location!.ToString();
        receipt.ShouldStartWith("/api/feedback/");
        using var again = await town.Public.PostFormAsync($"/api/items/{item}/feedback", ("kind", "complaint"), ("text", "投诉内容"), ("contact", ""));
        again.Headers.Location!.ToString().ShouldBe(receipt);
        PageRules.Text(await PageAsync(receipt)).ShouldContain("已经收到。");

        using var wrong = await town.Public.PostFormAsync($"/api/items/{item}/feedback", ("text", PageRules.Hostile.Replace("\u0007", "", StringComparison.Ordinal)), ("contact", "=cmd()"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = Sound(await wrong.Content.ReadAsStringAsync(Cancellation));
        PageRules.Named(page, "textarea").Single().Value.ShouldContain("<script>alert(\"x\")</script>");
        PageRules.Named(page, "input").Single(i => PageRules.Value(i, "name") == "contact").Attribute("value")!.Value.ShouldBe("=cmd()");
    }

    [Fact]
    public async Task What_is_hidden_withdrawn_or_too_long_is_refused_by_its_own_code()
    {
        var hidden = await town.SubmittedAsync("未公开");
        (await CodeAsync(await PostAsync(town.Public, $"/api/items/{hidden}/feedback", new { kind = "opinion", text = "x" }), HttpStatusCode.NotFound)).ShouldBe("unknown-item");
        var item = await FreshItemAsync("要撤下的");
        (await CodeAsync(await PostAsync(town.Public, $"/api/items/{item}/feedback", new { kind = "opinion", text = new string('长', 5_001) }), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await CodeAsync(await PostAsync(town.Public, $"/api/items/{item}/feedback", new { kind = 7, text = new[] { "x" } }), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await PostAsync(town.Chair, $"/api/items/{item}/withdrawal", new { reason = "有误" }, ("If-Match", "*"))).EnsureSuccessStatusCode();
        (await CodeAsync(await PostAsync(town.Public, $"/api/items/{item}/feedback", new { kind = "opinion", text = "x" }), HttpStatusCode.Gone)).ShouldBe("gone");
    }

    [Fact]
    public async Task The_twenty_first_post_of_ten_minutes_waits_so_many_seconds()
    {
        var item = await FreshItemAsync("热门");
        for (var i = 0; i < 20; i++)
            await PostedAsync(item, $"第{i}句");
        using var answer = await PostAsync(town.Public, $"/api/items/{item}/feedback", new { kind = "opinion", text = "再一句" });
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(10));
        (await CodeAsync(answer, HttpStatusCode.TooManyRequests)).ShouldBe("too-many-requests");
    }

    [Fact]
    public async Task An_idempotency_key_gets_the_first_answer_again_and_another_body_422()
    {
        var item = await FreshItemAsync("幂等");
        Task<HttpResponseMessage> Post(string text) => PostAsync(town.Public, $"/api/items/{item}/feedback", new { kind = "opinion", text }, ("Idempotency-Key", "k-7"));
        var first = await JsonAsync(await Post("甲"));
        (await JsonAsync(await Post("甲"))).GetRawText().ShouldBe(first.GetRawText());
        (await CodeAsync(await Post("乙"), HttpStatusCode.UnprocessableEntity)).ShouldBe("idempotency-mismatch");
    }

    [Fact]
    public async Task S13_a_piece_becomes_a_case_is_solved_confirmed_by_somebody_else_and_reopened_by_the_person()
    {
        var item = await FreshItemAsync("路灯维修");
        var (id, code) = await PostedAsync(item, "我是示例甲，13800138000，三社路灯不亮", "示例甲 13800138000");
        (await CodeAsync(await PostAsync(town.Reviewer, $"/api/feedback/{id}/screening", new { decision = "decline" }), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        using var screened = await PostAsync(
            town.Reviewer, $"/api/feedback/{id}/screening", new { decision = "register", office = "dangzheng", dueOn = "2026-03-20", group = "cun-01-1", request = "修复路灯", plan = "安排检修" });
        var caseId = (await JsonAsync(screened)).GetProperty("screening").GetProperty("caseId").GetString()!;
        screened.Headers.ETag.ShouldNotBeNull();
        (await CodeAsync(await PostAsync(town.Reviewer, $"/api/feedback/{id}/screening", new { decision = "answer", reply = "x" }), HttpStatusCode.Conflict)).ShouldBe("illegal-step");
        (await PostAsync(town.Clerk, $"/api/cases/{caseId}/progress", new { text = "已派人查看" })).EnsureSuccessStatusCode();
        (await CodeAsync(await PostAsync(town.ClerkOfFinance, $"/api/cases/{caseId}/resolution", new { answer = "好" }), HttpStatusCode.Forbidden)).ShouldBe("not-own-office");
        (await PostAsync(town.Clerk, $"/api/cases/{caseId}/resolution", new { outcome = "done", answer = "已经修好" })).EnsureSuccessStatusCode();
        (await CodeAsync(await PostAsync(town.Clerk, $"/api/cases/{caseId}/confirmation", new { }), HttpStatusCode.Forbidden)).ShouldBe("own-case");
        (await CodeAsync(await PostAsync(town.Public, $"/api/cases/{caseId}/confirmation", new { }), HttpStatusCode.Unauthorized)).ShouldBe("not-signed-in");
        (await PostAsync(town.Reviewer, $"/api/cases/{caseId}/confirmation", new { result = "confirmed" })).EnsureSuccessStatusCode();

        var list = await JsonAsync(await GetAsync(town.Public, "/api/cases?status=done-confirmed&month=2026-03"));
        var row = list.GetProperty("items").EnumerateArray().Single(c => c.GetProperty("id").GetString() == caseId);
        (row.GetProperty("request").GetString(), row.GetProperty("answer").GetString(), row.GetProperty("groupTitle").GetString()).ShouldBe(("修复路灯", "已经修好", "示例一村一社"));
        list.GetRawText().ShouldNotContain("示例甲");
        list.GetRawText().ShouldNotContain("13800138000");
        (await JsonAsync(await GetAsync(town.Public, $"/api/cases/{caseId}"))).GetProperty("working").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await JsonAsync(await GetAsync(town.Clerk, $"/api/cases/{caseId}"))).GetProperty("working").GetProperty("unbroken").GetBoolean().ShouldBeTrue();

        (await CodeAsync(await PostAsync(town.Public, $"/api/cases/{caseId}/reopening", new { reason = "又坏了", receiptCode = "x" }), HttpStatusCode.Forbidden)).ShouldBe("receipt-code-wrong");
        var receipt = await PageAsync($"/api/feedback/{code}");
        var form = PageRules.Named(receipt, "form").Single();
        form.Attribute("action")!.Value.ShouldEndWith($"/api/cases/{caseId}/reopening");
        using var empty = await town.Public.PostFormAsync($"/api/cases/{caseId}/reopening", ("receiptCode", code), ("reason", " "));
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        PageRules.Text(Sound(await empty.Content.ReadAsStringAsync(Cancellation))).ShouldContain("请写明还有什么没有办好。");
        using var reopened = await town.Public.PostFormAsync($"/api/cases/{caseId}/reopening", ("receiptCode", code), ("reason", "又坏了"));
        reopened.Headers.Location!.ToString().ShouldBe($"/api/feedback/{code}?did=reopened");
        PageRules.Text(await PageAsync($"/api/feedback/{code}?did=reopened")).ShouldContain("已经提出重新办理。");

        var funnel = await JsonAsync(await GetAsync(town.Supervisor, "/api/funnel?from=2026-01-01&to=2026-12-31"));
        funnel.GetProperty("total").GetProperty("reopened").GetInt32().ShouldBeGreaterThanOrEqualTo(1);
        (await CodeAsync(await GetAsync(town.Supervisor, "/api/funnel?from=yesterday"), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
    }

    [Fact]
    public async Task Staff_enter_what_came_by_phone_and_a_clerk_reads_the_own_offices_list_only()
    {
        (await CodeAsync(await PostAsync(town.Chair, "/api/feedback", new { channel = "phone", kind = "opinion", text = "x" }), HttpStatusCode.Forbidden)).ShouldBe("forbidden");
        var entered = await JsonAsync(await PostAsync(
            town.ClerkOfFinance, "/api/feedback", new { channel = "letter", kind = "complaint", text = "来信反映收支不清", office = "caizheng", receivedOn = "2026-03-01" }));
        var id = entered.GetProperty("id").GetString()!;
        (await JsonAsync(await GetAsync(town.ClerkOfFinance, $"/api/feedback/{id}"))).GetProperty("channel").GetString().ShouldBe("letter");
        (await CodeAsync(await GetAsync(town.Clerk, $"/api/feedback/{id}"), HttpStatusCode.NotFound)).ShouldBe("unknown-feedback");
        (await IdsAsync(town.ClerkOfFinance)).ShouldContain(id);
        (await IdsAsync(town.Clerk)).ShouldNotContain(id);
        (await IdsAsync(town.Reviewer)).ShouldContain(id);
        (await CodeAsync(await GetAsync(town.Reviewer, "/api/feedback?status=lost"), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await CodeAsync(await GetAsync(town.Reviewer, "/api/feedback?continuation=x"), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await GetAsync(town.Public, "/api/feedback")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var form = await town.Clerk.PostFormAsync("/api/feedback", ("channel", "phone"), ("kind", "opinion"), ("text", ""), ("contact", "来电人"));
        form.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await form.Content.ReadAsStringAsync(Cancellation)).ShouldContain("来电人");

        async Task<List<string?>> IdsAsync(HttpClient who) =>
            [.. (await JsonAsync(await GetAsync(who, "/api/feedback?top=200"))).GetProperty("items").EnumerateArray().Select(r => r.GetProperty("id").GetString())];
    }

    [Fact]
    public async Task Whoever_has_a_code_finds_the_receipt_and_hostile_words_stay_words_everywhere()
    {
        var item = await FreshItemAsync("恶意文本");
        var (id, code) = await PostedAsync(item, "=HYPERLINK(\"x\") <script>alert(1)</script> \u202Efdp.exe", "<b>我</b>");
        using var found = await BrowseAsync(town.Public, $"/api/feedback/find?code={code.ToLowerInvariant().Replace("-", "+", StringComparison.Ordinal)}");
        found.Headers.Location!.ToString().ShouldBe($"/api/feedback/{code}");
        using var lost = await BrowseAsync(town.Public, "/api/feedback/find?code=%3Cscript%3E");
        lost.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Sound(await lost.Content.ReadAsStringAsync(Cancellation));
        foreach (var page in new[] { "/desk/feedback", $"/desk/feedback/{id}", "/desk/cases", "/desk/feedback/new", "/desk/feedback?status=received&item=" + item })
        {
            using var answer = await BrowseAsync(town.Reviewer, page);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
            Sound(await answer.Content.ReadAsStringAsync(Cancellation));
        }

        Sound(await (await BrowseAsync(town.Public, $"/api/feedback/{code}")).Content.ReadAsStringAsync(Cancellation));
        (await (await GetAsync(town.Reviewer, $"/api/feedback/{id}")).Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("\u202E");
    }

    [Fact]
    public async Task The_desk_screens_by_form_and_works_a_case_to_its_end()
    {
        var item = await FreshItemAsync("桌面办理");
        var (id, _) = await PostedAsync(item, "请修水渠");
        using var refused = await town.Reviewer.PostFormAsync($"/api/feedback/{id}/screening", ("decision", "register"), ("request", "电话13800138000"), ("difficulty", "hard"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync(Cancellation)).ShouldContain("发现个人信息");
        using var screened = await town.Reviewer.PostFormAsync($"/api/feedback/{id}/screening", ("decision", "register"), ("request", "清理水渠"), ("office", "dangzheng"));
        screened.Headers.Location!.ToString().ShouldBe($"/desk/feedback/{id}");
        var caseId = (await JsonAsync(await GetAsync(town.Reviewer, $"/api/feedback/{id}"))).GetProperty("screening").GetProperty("caseId").GetString()!;
        var forms = PageRules.Named(PageRules.Parse(await (await BrowseAsync(town.Clerk, $"/desk/cases/{caseId}")).Content.ReadAsStringAsync(Cancellation)), "form");
        forms.Select(f => f.Attribute("action")!.Value).ShouldContain($"/api/cases/{caseId}/resolution");
        using var empty = await town.Clerk.PostFormAsync($"/api/cases/{caseId}/resolution", ("outcome", "passed-on"), ("answer", "不归我们管"));
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await empty.Content.ReadAsStringAsync(Cancellation)).ShouldContain("不归我们管");
        using var resolved = await town.Clerk.PostFormAsync($"/api/cases/{caseId}/resolution", ("outcome", "passed-on"), ("answer", "不归我们管"), ("passedTo", "县水务局"));
        resolved.Headers.Location!.ToString().ShouldBe($"/desk/cases/{caseId}");
        using var confirmed = await town.Chair.PostFormAsync($"/api/cases/{caseId}/confirmation", ("result", "confirmed"));
        confirmed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await JsonAsync(await GetAsync(town.Public, $"/api/cases/{caseId}"))).GetProperty("case").GetProperty("status").GetString().ShouldBe("passed-on");
    }

    private static System.Xml.Linq.XDocument Sound(string html)
    {
        html.ShouldNotContain("<script", Case.Insensitive);
        return PageRules.ShouldBeSound(html, "http://127.0.0.1:7071");
    }

    /// <summary>An item of its own, and no posts of the tests before in the window.</summary>
    private async Task<string> FreshItemAsync(string title)
    {
        town.Clock.Advance(TimeSpan.FromMinutes(10));
        return await town.PublishedAsync(title);
    }

    private async Task<(string Id, string Code)> PostedAsync(string item, string text, string contact = "")
    {
        using var answer = await PostAsync(town.Public, $"/api/items/{item}/feedback", new { kind = "opinion", text, contact });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Cancellation));
        var created = await JsonAsync(answer);
        var code = created.GetProperty("receiptCode").GetString()!;
        answer.Headers.Location!.ToString().ShouldBe($"/api/feedback/{code}");
        return (created.GetProperty("id").GetString()!, code);
    }

    private async Task<System.Xml.Linq.XDocument> PageAsync(string path)
    {
        using var answer = await BrowseAsync(town.Public, path);
        return Sound(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static Task<HttpResponseMessage> BrowseAsync(HttpClient client, string path) =>
        SendAsync(client, HttpMethod.Get, path, null, ("Accept", "text/html"));
}
