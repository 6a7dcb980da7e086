using System.Net;
using System.Net.Http.Json;
using Lianxin.Functions.Tests.Access;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The life of an item by HTTP, as programs and as forms lead it.</summary>
public sealed class ItemsTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_without_the_version_it_saw_is_428_with_a_stale_one_412_and_with_the_right_one_done()
    {
        var id = await town.SubmittedAsync("征兵工作会议");
        using var seen = await GetAsync(town.Reviewer, $"/api/items/{id}");
        var tag = seen.Headers.ETag!.ToString();
        (await CodeAsync(await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance), HttpStatusCode.PreconditionRequired)).ShouldBe("precondition-required");
        (await CodeAsync(await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "\"99\"")), HttpStatusCode.PreconditionFailed)).ShouldBe("stale");
        (await CodeAsync(await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "nonsense")), HttpStatusCode.BadRequest)).ShouldBe("invalid-if-match");
        using var done = await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", tag));
        (await JsonAsync(done)).GetProperty("status").GetString().ShouldBe("approved");
        done.Headers.ETag!.ToString().ShouldNotBe(tag);
        (await CodeAsync(await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", tag)), HttpStatusCode.PreconditionFailed)).ShouldBe("stale");
        (await CodeAsync(await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*")), HttpStatusCode.Conflict)).ShouldBe("illegal-step");
    }

    [Fact]
    public async Task An_item_goes_from_draft_to_withdrawn_by_json_and_its_history_is_unbroken()
    {
        using var drafted = await PostAsync(town.Clerk, "/api/items?draft=true", new { entry = "01-03", title = "草稿" });
        var id = (await JsonAsync(drafted)).GetProperty("id").GetString()!;
        drafted.Headers.Location!.ToString().ShouldBe($"/api/items/{id}");
        (await CodeAsync(await PostAsync(town.Clerk, $"/api/items/{id}/submission", new { }, ("If-Match", "*")), HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await SendAsync(town.Clerk, HttpMethod.Put, $"/api/items/{id}", JsonContent.Create(News("全文")), ("If-Match", drafted.Headers.ETag!.ToString()))).EnsureSuccessStatusCode();
        (await PostAsync(town.Clerk, $"/api/items/{id}/submission", new { }, ("If-Match", "*"))).EnsureSuccessStatusCode();
        (await CodeAsync(await GetAsync(town.Public, $"/api/items/{id}"), HttpStatusCode.NotFound)).ShouldBe("unknown-item");
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();
        var published = await JsonAsync(await GetAsync(town.Public, $"/api/items/{id}"));
        published.GetProperty("status").GetString().ShouldBe("published");
        published.GetProperty("working").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await PostAsync(town.Clerk, $"/api/items/{id}/revision", new { title = "更正后", changeNote = "更正" }, ("If-Match", "*"))).EnsureSuccessStatusCode();
        var meanwhile = await JsonAsync(await GetAsync(town.Public, $"/api/items/{id}"));
        (meanwhile.GetProperty("title").GetString(), meanwhile.GetProperty("status").GetString()).ShouldBe(("全文", "revising"));
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();
        (await JsonAsync(await GetAsync(town.Public, $"/api/items/{id}"))).GetProperty("title").GetString().ShouldBe("更正后");
        (await PostAsync(town.Chair, $"/api/items/{id}/withdrawal", new { reason = "数字有误" }, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();
        (await CodeAsync(await GetAsync(town.Public, $"/api/items/{id}"), HttpStatusCode.Gone)).ShouldBe("gone");
        var history = await JsonAsync(await GetAsync(town.Clerk, $"/api/items/{id}/history"));
        history.GetProperty("unbroken").GetBoolean().ShouldBeTrue();
        history.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldBe(
            ["drafted", "changed", "submitted", "approved", "published", "revised", "approved", "republished", "withdrawn"]);
    }

    [Fact]
    public async Task A_form_leads_to_a_receipt_and_its_steps_do_too()
    {
        using var submitted = await town.Clerk.PostFormAsync("/api/items", FormOf("表单申报"));
        submitted.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var receipt = submitted.Headers.Location!.ToString();
        (await GetAsync(town.Clerk, receipt)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var id = receipt.Split('/', '?').Single(p => p.StartsWith("ligang-2026-", StringComparison.Ordinal));
        using var reviewed = await town.Reviewer.PostFormAsync(
            $"/api/items/{id}/review",
            ("ifMatch", "1"), ("decision", "accept"), ("secrecyCheck", "passed"),
            ("answers.complete", "on"), ("answers.true", "on"), ("answers.specific", "on"), ("answers.lawful", "on"));
        reviewed.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await reviewed.Content.ReadAsStringAsync(Cancellation));
        (await JsonAsync(await GetAsync(town.Clerk, $"/api/items/{id}"))).GetProperty("status").GetString().ShouldBe("approved");
    }

    [Fact]
    public async Task A_wrong_form_comes_back_with_everything_that_was_typed()
    {
        using var answer = await town.Clerk.PostFormAsync("/api/items", [.. FormOf("<b>没有写完</b>").Where(f => f.Name is not "elements.place")]);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        page.ShouldContain("<b>没有写完</b>");
        page.ShouldContain("部署近期工作。");
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("<b>没有写完</b>");
    }

    [Fact]
    public async Task The_same_form_twice_within_ten_minutes_counts_once_and_later_again()
    {
        var first = await LocationAsync();
        (await LocationAsync()).ShouldBe(first);
        town.Clock.Advance(TimeSpan.FromMinutes(11));
        (await LocationAsync()).ShouldNotBe(first);

        async Task<string> LocationAsync()
        {
            using var answer = await town.Clerk.PostFormAsync("/api/items", FormOf("双击的表单"));
            return answer.Headers.Location!.ToString();
        }
    }

    [Fact]
    public async Task The_same_key_and_body_get_the_first_answer_and_another_body_422()
    {
        using var first = await PostAsync(town.Clerk, "/api/items", News("幂等"), ("Idempotency-Key", "key-1"));
        using var again = await PostAsync(town.Clerk, "/api/items", News("幂等"), ("Idempotency-Key", "key-1"));
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await again.Content.ReadAsStringAsync(Cancellation)).ShouldBe(await first.Content.ReadAsStringAsync(Cancellation));
        (await CodeAsync(await PostAsync(town.Clerk, "/api/items", News("另一份"), ("Idempotency-Key", "key-1")), HttpStatusCode.UnprocessableEntity))
            .ShouldBe("idempotency-mismatch");
        using var other = await PostAsync(town.ClerkOfFinance, "/api/items", News("幂等"), ("Idempotency-Key", "key-1"));
        (await JsonAsync(other)).GetProperty("id").GetString().ShouldNotBe((await JsonAsync(first)).GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_clerk_of_another_office_neither_sees_nor_changes_what_is_not_public()
    {
        var id = await town.SubmittedAsync("本站所的事");
        (await CodeAsync(await GetAsync(town.ClerkOfFinance, $"/api/items/{id}"), HttpStatusCode.NotFound)).ShouldBe("unknown-item");
        (await CodeAsync(await GetAsync(town.ClerkOfFinance, $"/api/items/{id}/history"), HttpStatusCode.NotFound)).ShouldBe("unknown-item");
        (await CodeAsync(
            await SendAsync(town.ClerkOfFinance, HttpMethod.Put, $"/api/items/{id}", JsonContent.Create(News("改了")), ("If-Match", "*")), HttpStatusCode.NotFound))
            .ShouldBe("unknown-item");
        (await CodeAsync(await GetAsync(town.ClerkOfFinance, "/api/items?office=dangzheng"), HttpStatusCode.Forbidden)).ShouldBe("not-own-office");
        (await JsonAsync(await GetAsync(town.ClerkOfFinance, "/api/items"))).GetProperty("items").EnumerateArray()
            .Select(i => i.GetProperty("office").GetString()).ShouldAllBe(office => office == "caizheng");
        (await CodeAsync(await PostAsync(town.ClerkOfFinance, "/api/items", new Dictionary<string, object?>(News("替别人报")) { ["office"] = "dangzheng" }), HttpStatusCode.Forbidden))
            .ShouldBe("not-own-office");
    }

    [Theory]
    [InlineData("top=0", "top")]
    [InlineData("top=201", "top")]
    [InlineData("top=many", "top")]
    [InlineData("continuation=garbage", "continuation")]
    [InlineData("status=nonsense", "status")]
    [InlineData("quarter=2026-Q5", "quarter")]
    [InlineData("quarter=2026", "quarter")]
    public async Task A_list_filter_that_cannot_be_is_400_and_names_its_field(string query, string field)
    {
        using var answer = await GetAsync(town.Reviewer, "/api/items?" + query);
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await JsonAsync(answer)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task A_list_is_walked_page_by_page_and_each_filter_narrows_it()
    {
        var ids = new[] { await town.SubmittedAsync("筛选甲特别词"), await town.SubmittedAsync("筛选乙特别词"), await town.SubmittedAsync("筛选丙") };
        var walked = new List<string>();
        string? continuation = null;
        do
        {
            var page = await JsonAsync(await GetAsync(
                town.Reviewer, "/api/items?top=1&status=submitted" + (continuation is null ? "" : "&continuation=" + Uri.EscapeDataString(continuation))));
            page.GetProperty("items").GetArrayLength().ShouldBeLessThanOrEqualTo(1);
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            continuation = page.GetProperty("continuation").GetString();
        }
        while (continuation is not null);
        walked.ShouldBeUnique();
        ids.ShouldBeSubsetOf(walked);
        (await IdsAsync("q=特别词")).ShouldBe(ids[..2], ignoreOrder: true);
        (await IdsAsync("office=caizheng")).ShouldNotContain(ids[0]);
        (await IdsAsync("entry=01-03&category=01&status=submitted&top=200")).ShouldContain(ids[2]);
        (await IdsAsync("entry=01-01")).ShouldBeEmpty();
        (await IdsAsync("status=published")).ShouldNotContain(ids[0]);
    }

    private async Task<List<string>> IdsAsync(string query) =>
        [.. (await JsonAsync(await GetAsync(town.Reviewer, "/api/items?" + query))).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!)];

    private static (string Name, string Value)[] FormOf(string title) =>
    [
        ("entry", "01-03"), ("title", title), ("body", "部署近期工作。"), ("formedOn", "2026-03-01"), ("elements.title", title),
        ("elements.event_date", "2026-03-01"), ("elements.place", "会议室"), ("elements.body", "部署"), ("elements.source", "党政办"),
    ];
}
