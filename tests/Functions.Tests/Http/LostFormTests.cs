using System.Net;
using System.Text.RegularExpressions;
using Lianxin.Tests.Pages;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Nothing typed is lost: neither with the session nor to somebody who was faster.</summary>
public sealed partial class LostFormTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_form_sent_after_the_session_comes_back_after_the_sign_in_and_can_be_sent()
    {
        using var browser = town.NewClient();
        var typed = Form(("entry", "01-03"), ("source", "form"), ("title", "丢不了的标题<b>"), ("body", "第一段。\r\n第二段。"), ("formedOn", "2026-03-01"), ("elements.place", "会议室"), ("musts", "interest"), ("password", "hunter22"));
        typed.Add(new ByteArrayContent([1, 2]), "attachments", "附件一.txt");
        using var lost = await PostAsync(browser, "/api/items", typed);
        lost.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var page = await lost.Content.ReadAsStringAsync(Cancellation);
        page.ShouldNotContain("hunter22");
        var carried = CarriedIn(page);
        using var wrong = await PostAsync(browser, "/api/session", Form(("account", "clerk"), ("password", "wrong"), ("carried", carried)));
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        CarriedIn(await wrong.Content.ReadAsStringAsync(Cancellation)).ShouldBe(carried);

        using var back = await PostAsync(browser, "/api/session", Form(("account", "clerk"), ("password", "right"), ("carried", carried)));
        var again = PageRules.Parse(await back.Content.ReadAsStringAsync(Cancellation));
        PageRules.Text(again).ShouldContain("附件一.txt");
        var form = PageRules.Named(again, "form").Single(f => PageRules.Value(f, "action") == "/api/items");
        PageRules.Value(form, "enctype").ShouldBe("multipart/form-data");
        form.Descendants("textarea").Select(t => t.Value.Trim()).ShouldContain("第一段。\r\n第二段。".ReplaceLineEndings("\n"));
        form.Descendants("input").Select(i => (PageRules.Value(i, "name"), PageRules.Value(i, "value"))).ShouldContain(("title", "丢不了的标题<b>"));
        form.Descendants("input").Select(i => (PageRules.Value(i, "name"), PageRules.Value(i, "value"))).ShouldContain(("musts", "interest"));
        using var sent = await PostAsync(browser, "/api/items", Form(("entry", "01-03"), ("title", "丢不了的标题"), ("body", "")));
        sent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_change_that_a_form_sends_as_PUT_comes_back_too()
    {
        using var browser = town.NewClient();
        using var lost = await PostAsync(browser, "/api/items/ligang-2026-1", Form(("_method", "PUT"), ("ifMatch", "\"1\""), ("title", "改过的标题")));
        lost.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        CarriedIn(await lost.Content.ReadAsStringAsync(Cancellation)).ShouldContain("改过的标题");
    }

    [Theory]
    [InlineData("/api/items/x/review")]
    [InlineData("/api/items/x/opinions")]
    [InlineData("/api/items/x/approval")]
    [InlineData("/api/items/x/revision")]
    [InlineData("/api/feedback")]
    [InlineData("/api/feedback/x/screening")]
    [InlineData("/api/cases/x/progress")]
    [InlineData("/api/records")]
    [InlineData("/api/reports/2025/narrative")]
    [InlineData("/api/nil-returns")]
    [InlineData("/api/duties/x/order")]
    [InlineData("/api/accounts")]
    public async Task Every_form_of_the_desk_survives_its_session(string address)
    {
        using var browser = town.NewClient();
        using var lost = await PostAsync(browser, address, Form(("_method", address.EndsWith("narrative", StringComparison.Ordinal) ? "PUT" : ""), ("comment", "写了很久的意见")));
        CarriedIn(await lost.Content.ReadAsStringAsync(Cancellation)).ShouldContain("写了很久的意见");
    }

    [Fact]
    public async Task What_one_person_typed_is_shown_to_nobody_else()
    {
        using var browser = town.NewClient();
        var carried = "{\"Action\":\"/api/items\",\"Account\":\"reviewer\",\"Fields\":[{\"Name\":\"title\",\"Value\":\"审核人写的\"}],\"Files\":[]}";
        using var other = await PostAsync(browser, "/api/session", Form(("account", "clerk"), ("password", "right"), ("carried", carried)));
        other.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var owner = await PostAsync(town.NewClient(), "/api/session", Form(("account", "reviewer"), ("password", "right"), ("carried", carried)));
        (await owner.Content.ReadAsStringAsync(Cancellation)).ShouldContain("审核人写的");
    }

    [Theory]
    [InlineData("{\"Action\":\"https://evil.example/api/\",\"Fields\":[],\"Files\":[]}")]
    [InlineData("{\"Action\":\"/api/session\",\"Fields\":[],\"Files\":[]}")]
    [InlineData("{\"Action\":\"/api//evil.example\",\"Fields\":[],\"Files\":[]}")]
    [InlineData("{\"Action\":\"/api/items\",\"Fields\":[null],\"Files\":[]}")]
    [InlineData("not json")]
    public async Task Nonsense_in_the_carried_field_is_an_ordinary_sign_in(string carried)
    {
        using var answer = await PostAsync(town.NewClient(), "/api/session", Form(("account", "clerk"), ("password", "right"), ("carried", carried)));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_foreign_page_a_program_and_too_much_text_get_the_plain_answer()
    {
        using var browser = town.NewClient();
        foreach (var (site, length) in new[] { ("cross-site", 10), ("", 10), ("same-origin", 500_000) })
        {
            using var answer = await PostAsync(browser, "/api/items", Form(("title", new string('字', length))), site);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("name=\"carried\"");
        }
    }

    [Fact]
    public async Task A_lost_race_shows_what_is_true_now_beside_what_was_typed_and_a_new_mark()
    {
        using var draft = await OpenTownHall.PostAsync(town.Clerk, "/api/items?draft=true", News("原来的标题"));
        var id = (await JsonAsync(draft)).GetProperty("id").GetString()!;
        using var faster = await SendAsync(town.Clerk, HttpMethod.Put, $"/api/items/{id}", System.Net.Http.Json.JsonContent.Create(News("他人改的标题")), ("If-Match", "*"));
        faster.EnsureSuccessStatusCode();
        using var late = await PostAsync(town.Clerk, $"/api/items/{id}", Form(("_method", "PUT"), ("ifMatch", draft.Headers.ETag!.Tag), ("entry", "01-03"), ("title", "我改的标题"), ("body", "我的正文。"), ("formedOn", "2026-03-01")));
        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        var page = PageRules.Parse(await late.Content.ReadAsStringAsync(Cancellation));
        PageRules.Named(page, "tr").Select(r => string.Join('|', r.Elements().Select(c => c.Value))).ShouldContain("标题|他人改的标题|我改的标题");
        var marks = PageRules.Named(page, "input").Where(i => PageRules.Value(i, "name") == "ifMatch").Select(i => PageRules.Value(i, "value")).ToList();
        marks.ShouldBe([faster.Headers.ETag!.Tag]);
        PageRules.Named(page, "input").ShouldContain(i => PageRules.Value(i, "name") == "title" && PageRules.Value(i, "value") == "我改的标题");
    }

    [Fact]
    public async Task What_was_typed_into_a_step_that_somebody_else_took_stands_on_the_page_that_says_so()
    {
        var id = await town.PublishedAsync("已经审核的一条");
        using var late = await PostAsync(town.Reviewer, $"/api/items/{id}/review", Form(("ifMatch", "\"1\""), ("decision", "return"), ("comment", "请补充附件的来源说明")));
        ((int)late.StatusCode).ShouldBeOneOf(409, 412);
        (await late.Content.ReadAsStringAsync(Cancellation)).ShouldContain("请补充附件的来源说明");
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return form;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, HttpContent form, string site = "same-origin") =>
        SendAsync(client, HttpMethod.Post, path, form, site.Length > 0 ? [("Accept", "text/html"), ("Sec-Fetch-Site", site)] : [("Accept", "text/html")]);

    private static string CarriedIn(string page) => WebUtility.HtmlDecode(Carried().Match(page).Groups[1].Value);

    [GeneratedRegex("name=\"carried\" value=\"([^\"]*)\"")]
    private static partial Regex Carried();
}
