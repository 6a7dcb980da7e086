using System.Net;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The desk's forms for a new version and for taking an item down, as a browser without script sends them.</summary>
public sealed class RevisionFormTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S15_the_form_for_a_new_version_comes_filled_and_leads_to_republication()
    {
        var id = await town.PublishedAsync("会议时间有误");
        var form = await TextAsync(await GetAsync(town.Clerk, $"/desk/items/{id}/revise"));
        form.ShouldContain("会议时间有误");
        form.ShouldContain($"/api/items/{id}/revision");
        form.ShouldContain("name=\"changeNote\"");
        form.ShouldNotContain("_method\" value=\"PUT");

        using var missing = await PostFormAsync(town.Clerk, $"/api/items/{id}/revision", Fields("会议时间已改正", note: ""));
        missing.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await TextAsync(missing);
        again.ShouldContain("请写明修改说明。");
        again.ShouldContain("会议时间已改正");
        again.ShouldContain($"/api/items/{id}/revision");
        again.ShouldContain("f1\nf2");

        using var sent = await PostFormAsync(town.Clerk, $"/api/items/{id}/revision", Fields("会议时间已改正", note: "时间应为三月二日"));
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await TextAsync(sent));
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();
        var item = await JsonAsync(await GetAsync(town.Public, $"/api/items/{id}"));
        var version = item.GetProperty("versions")[1];
        (version.GetProperty("changeNote").GetString(), version.GetProperty("correction").GetBoolean()).ShouldBe(("时间应为三月二日", true));
        (await town.Room.Register.FindAsync(id, Cancellation))!.Item.Content.BecauseOf.ShouldBe(["f1", "f2"]);
        (await town.Room.Documents.FindAsync("$web", $"items/{id}/v1-v2.html", Cancellation)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_but_the_clerk_of_the_office_gets_the_form()
    {
        var id = await town.PublishedAsync("别站所的信息");
        (await GetAsync(town.ClerkOfFinance, $"/desk/items/{id}/revise")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(town.Chair, $"/desk/items/{id}/revise")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_withdrawal_without_a_reason_comes_back_with_the_error_beside_its_field()
    {
        var id = await town.PublishedAsync("要撤下的信息");
        (await TextAsync(await GetAsync(town.Chair, $"/desk/items/{id}"))).ShouldContain($"/api/items/{id}/withdrawal");
        using var missing = await PostFormAsync(town.Chair, $"/api/items/{id}/withdrawal", [("ifMatch", "*"), ("reason", " ")]);
        missing.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await TextAsync(missing)).ShouldContain("withdraw-reason-error");
        using var sent = await PostFormAsync(town.Chair, $"/api/items/{id}/withdrawal", [("ifMatch", "*"), ("reason", "数字有误")]);
        sent.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await town.DeliverAsync();
        (await CodeAsync(await GetAsync(town.Public, $"/api/items/{id}"), HttpStatusCode.Gone)).ShouldBe("gone");
    }

    [Fact]
    public async Task S38_a_clarification_of_what_is_not_public_is_a_mistake_in_its_field_and_of_what_is_shows_on_both()
    {
        var old = await town.PublishedAsync("被误传的信息");
        var hidden = await town.SubmittedAsync("还没有公开的信息");
        foreach (var target in new[] { hidden, "ligang-2026-none", "../x" })
        {
            using var refused = await PostAsync(town.Clerk, "/api/items", Clarifying(target));
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await JsonAsync(refused)).GetProperty("errors").TryGetProperty("clarifies", out _).ShouldBeTrue();
        }

        using var sent = await PostAsync(town.Clerk, "/api/items", Clarifying(old));
        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        var id = (await JsonAsync(sent)).GetProperty("id").GetString()!;
        (await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"))).EnsureSuccessStatusCode();
        await town.DeliverAsync();
        await town.DeliverAsync();
        (await JsonAsync(await GetAsync(town.Public, $"/api/items/{id}"))).GetProperty("clarifies").GetProperty("title").GetString().ShouldBe("被误传的信息");
        (await JsonAsync(await GetAsync(town.Public, $"/api/items/{old}"))).GetProperty("clarifiedBy")[0].GetProperty("id").GetString().ShouldBe(id);
    }

    private static Dictionary<string, object?> Clarifying(string target)
    {
        var body = News("关于传言的说明");
        body["clarifies"] = target;
        return body;
    }

    private static List<(string Name, string Value)> Fields(string title, string note)
    {
        List<(string Name, string Value)> fields =
        [
            ("ifMatch", "*"), ("entry", "01-03"), ("office", "dangzheng"), ("title", title), ("body", "镇政府召开会议。"), ("formedOn", "2026-03-01"),
            ("changeNote", note), ("correction", "true"), ("becauseOf", "f1\nf2"), ("clarifies", ""),
        ];
        fields.AddRange(((IReadOnlyDictionary<string, string>)News(title)["elements"]!).Select(e => ("elements." + e.Key, e.Value)));
        return fields;
    }

    private static Task<HttpResponseMessage> PostFormAsync(HttpClient client, string path, List<(string Name, string Value)> fields) =>
        SendAsync(client, HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), ("Accept", "text/html"));

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancellation);
}
