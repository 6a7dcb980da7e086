using System.Net;
using System.Text.Json;
using Lianxin.Storage.Memory;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary><c>/api/troubles</c> and its page: a broken message from the failing function to the button.</summary>
public sealed class TroublesTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private InMemoryTroubles Box => (InMemoryTroubles)town.Room.Troubles;

    [Fact]
    public async Task A_function_that_fails_leaves_its_reason_and_the_message_can_be_put_back()
    {
        const string Payload = """{"kind":"publish-item","subject":"ligang-2026-00000000","subjectVersion":1}""";
        await FailAsync("RepublishItem", Payload, 5);
        var id = "poison-republication-" + Box.Add("republication", Payload);
        var trouble = (await ItemsAsync()).Single(t => t.GetProperty("id").GetString() == id);
        trouble.GetProperty("kind").GetString().ShouldBe("poison");
        trouble.GetProperty("reason").GetString().ShouldBe("消息所指的信息或者任务不存在");
        trouble.GetProperty("tries").GetInt32().ShouldBe(5);
        trouble.GetProperty("nextTry").ValueKind.ShouldBe(JsonValueKind.Null);

        foreach (var _ in new[] { 1, 2 })
        {
            using var answer = await PostAsync(town.Admin, $"/api/troubles/{id}/retry", new { });
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await JsonAsync(answer)).GetProperty("state").GetString().ShouldBe("retried");
        }

        ((RecordingSender)town.Room.Messages).Sent.Count(m => m.Subject == "ligang-2026-00000000").ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_administrator_sees_and_touches_them()
    {
        foreach (var client in new[] { town.Clerk, town.Reviewer, town.Chair })
        {
            (await GetAsync(client, "/api/troubles")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await PostAsync(client, "/api/troubles/x/retry", new { })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await PostAsync(client, "/api/troubles/x/dismissal", new { reason = "x" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await GetAsync(town.Public, "/api/troubles")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await CodeAsync(await PostAsync(town.Admin, "/api/troubles/x/retry", new { }), HttpStatusCode.NotFound)).ShouldBe("not-found");
        (await GetAsync(town.Clerk, "/desk/troubles")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_page_offers_the_buttons_and_keeps_what_was_typed_when_a_reason_is_missing()
    {
        var id = "poison-publication-" + Box.Add("publication", "<script>不是我们的消息");
        var page = await (await GetAsync(town.Admin, "/desk/troubles")).Content.ReadAsStringAsync(Cancellation);
        page.ShouldContain("无法识别的消息");
        page.ShouldContain($"/api/troubles/{id}/dismissal");
        page.ShouldNotContain($"/api/troubles/{id}/retry");
        page.ShouldNotContain("<script>");

        using var empty = await PostFormAsync($"/api/troubles/{id}/dismissal", ("reason", " "));
        empty.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await empty.Content.ReadAsStringAsync(Cancellation)).ShouldContain("请写明移除的原因。");
        using var done = await PostFormAsync($"/api/troubles/{id}/dismissal", ("reason", "测试时误发"));
        (done.StatusCode, done.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, "/desk/troubles?did=dismissed"));
        var after = await (await GetAsync(town.Admin, "/desk/troubles?did=dismissed")).Content.ReadAsStringAsync(Cancellation);
        after.ShouldContain("移除：测试时误发");
        after.ShouldNotContain(id);
    }

    private Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(town.Admin, HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private async Task<List<JsonElement>> ItemsAsync() =>
        [.. (await JsonAsync(await GetAsync(town.Admin, "/api/troubles"))).GetProperty("items").EnumerateArray()];

    private async Task FailAsync(string function, string payload, int attempt)
    {
        var envelope = new { Data = new { item = JsonSerializer.Serialize(payload) }, Metadata = new { DequeueCount = $"{attempt}" } };
        using var answer = await SendAsync(town.Public, HttpMethod.Post, "/" + function, new StringContent(JsonSerializer.Serialize(envelope)));
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }
}
