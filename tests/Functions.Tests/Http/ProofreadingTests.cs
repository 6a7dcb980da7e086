using System.Net;
using System.Text.Json;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>校对 where people meet it: answers of the API, the desk's form and the page that the reviewer works on.</summary>
public sealed class ProofreadingTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private const string Slip = "镇政府召开会议，对秸杆禁烧工作进行安排。";

    [Fact]
    public async Task S43_a_submission_is_accepted_and_told_what_to_look_at_and_so_is_whoever_reads_it_on_the_staff()
    {
        using var answer = await PostAsync(town.Clerk, "/api/items", News("秸杆禁烧会议", Slip));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var submitted = await JsonAsync(answer);

        Told(submitted).ShouldContain(("confusion", "title", "“秸秆”", "advice"));
        var read = await JsonAsync(await GetAsync(town.Reviewer, $"/api/items/{submitted.GetProperty("id").GetString()}"));
        Told(read).ShouldContain(("confusion", "body", "“秸秆”", "advice"));
    }

    [Fact]
    public async Task S43_a_wrong_name_of_an_organ_stops_the_submission_at_its_field_and_a_draft_may_wait()
    {
        var news = News("通知", "立岗镇人民攻府召开会议。");
        using var refused = await PostAsync(town.Clerk, "/api/items", news);
        (await CodeAsync(refused, HttpStatusCode.BadRequest)).ShouldBe("wording-error");
        (await JsonAsync(refused)).GetProperty("errors").GetProperty("body")[0].GetString().ShouldBe("机构名写错，应为“政府”。");

        using var draft = await PostAsync(town.Clerk, "/api/items?draft=true", news);
        draft.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await JsonAsync(draft)).GetProperty("id").GetString();
        using var submission = await PostAsync(town.Clerk, $"/api/items/{id}/submission", new { }, ("If-Match", "*"));
        (await CodeAsync(submission, HttpStatusCode.BadRequest)).ShouldBe("wording-error");
    }

    [Fact]
    public async Task S43_the_reviewers_page_lists_the_findings_and_the_clerks_form_tells_them_beside_the_field()
    {
        using var draft = await PostAsync(town.Clerk, "/api/items?draft=true", News("会议", Slip));
        var id = (await JsonAsync(draft)).GetProperty("id").GetString();
        var form = await TextAsync(town.Clerk, $"/desk/items/{id}/edit");
        form.ShouldContain("id=\"i-body-advice\"");
        form.ShouldContain("aria-describedby=\"i-body-hint i-body-advice\"");

        (await PostAsync(town.Clerk, $"/api/items/{id}/submission", new { }, ("If-Match", "*"))).EnsureSuccessStatusCode();
        var page = await TextAsync(town.Reviewer, $"/desk/items/{id}");
        page.ShouldContain("校对和个人信息提示");
        page.ShouldContain("“秸秆”");
    }

    [Fact]
    public async Task The_public_sees_no_trace_of_it()
    {
        var id = await town.PublishedAsync("秸杆禁烧");

        var read = await JsonAsync(await GetAsync(town.Public, $"/api/items/{id}"));

        read.TryGetProperty("proofreading", out _).ShouldBeFalse();
        read.TryGetProperty("warnings", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_text_can_be_tried_before_it_is_submitted() =>
        Told(await JsonAsync(await PostAsync(town.Clerk, "/api/privacy/preview", new { text = "2014年2月30日立政发[2014]第3号" })))
            .Select(t => t.Kind).ShouldBe(["impossible-date", "document-number"]);

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        using var answer = await GetAsync(client, path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static IReadOnlyList<(string Kind, string Place, string Suggestion, string Severity)> Told(JsonElement answer) =>
        [.. answer.GetProperty("proofreading").EnumerateArray().Select(f => (Text(f, "kind"), Text(f, "place"), Text(f, "suggestion"), Text(f, "severity")))];

    private static string Text(JsonElement finding, string name) => finding.GetProperty(name).GetString()!;
}
