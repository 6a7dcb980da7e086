using System.Net;
using System.Net.Http.Headers;
using System.Text;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

public sealed class RecordsTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private const string Head = "kind,number,title,on,ended_on,published_on,applicant,outcome,category,amount,office\n";

    internal static Dictionary<string, object?> Application(string number, string on, string? endedOn = null, string? outcome = null) => new()
    {
        ["kind"] = "application",
        ["number"] = number,
        ["on"] = on,
        ["endedOn"] = endedOn,
        ["outcome"] = outcome,
        ["applicant"] = "natural_person",
    };

    [Fact]
    public async Task A_clerk_enters_a_record_once_and_staff_read_it()
    {
        var body = Application("甲-1", "2025-02-03", "2025-02-20", "granted");
        var first = await CreatedAsync(body);
        (await CreatedAsync(body)).GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        (await NumbersAsync("kind=application&year=2025")).ShouldContain("甲-1");
        (await NumbersAsync("kind=license&year=2025")).ShouldNotContain("甲-1");
        (await NumbersAsync("year=2024")).ShouldNotContain("甲-1");
        (await GetAsync(town.Public, "/api/records?year=2025")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(town.Reviewer, "/api/records", body)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_correction_is_a_new_version_that_names_the_old_one()
    {
        var first = await CreatedAsync(Application("乙-1", "2025-02-03"));
        var closed = Application("乙-1", "2025-02-03", "2025-02-20", "granted");
        (await CodeAsync(await PostAsync(town.Clerk, "/api/records", closed), HttpStatusCode.Conflict)).ShouldBe("record-exists");
        closed["replaces"] = first.GetProperty("id").GetString();
        closed["reason"] = "已办结";
        (await CodeAsync(await PostAsync(town.ClerkOfFinance, "/api/records", closed), HttpStatusCode.Forbidden)).ShouldBe("other-office");
        var second = await CreatedAsync(closed);
        (second.GetProperty("version").GetInt32(), second.GetProperty("replaces").GetString()).ShouldBe((2, first.GetProperty("id").GetString()));
        closed["outcome"] = "partly_granted";
        (await CodeAsync(await PostAsync(town.Clerk, "/api/records", closed), HttpStatusCode.PreconditionFailed)).ShouldBe("record-changed");
        (await NumbersAsync("kind=application&year=2025")).Count(n => n == "乙-1").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_never_breaks_anything()
    {
        var rules = Application("丙-1", "2025-02-03");
        rules["kind"] = "rules";
        (await CodeAsync(await PostAsync(town.Clerk, "/api/records", rules), HttpStatusCode.BadRequest)).ShouldBe("no-competence");
        foreach (var (field, value) in new (string, object?)[] { ("on", "2025-02-30"), ("number", new string('长', 101)), ("amount", "1e9999"), ("kind", 7), ("void", "maybe"), ("applicant", "nobody") })
        {
            var body = Application("丙-2", "2025-02-03");
            body[field] = value;
            using var answer = await PostAsync(town.Clerk, "/api/records", body);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, field);
            (await JsonAsync(answer)).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue(field);
        }

        foreach (var query in new[] { "kind=nothing", "year=0", "year=x", "top=0", "continuation=x" })
            (await GetAsync(town.Reviewer, "/api/records?" + query)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, query);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        (await PostAsync(town.Clerk, "/api/records", Application("丁-1", "2025-02-03"), ("Idempotency-Key", "once"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await PostAsync(town.Clerk, "/api/records", Application("丁-1", "2025-02-03"), ("Idempotency-Key", "once"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await PostAsync(town.Clerk, "/api/records", Application("丁-2", "2025-02-03"), ("Idempotency-Key", "once"))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Pages_of_the_list_hold_every_record_once()
    {
        for (var i = 0; i < 7; i++)
            await CreatedAsync(Application($"戊-{i}", "2019-02-03"));
        var seen = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await JsonAsync(await GetAsync(town.Reviewer, $"/api/records?year=2019&top=3{next}"));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!));
            next = page.GetProperty("continuation").GetString() is { } more ? "&continuation=" + more : null;
        }

        seen.Order().ShouldBe(Enumerable.Range(0, 7).Select(i => $"戊-{i}"));
    }

    [Fact]
    public async Task A_file_of_records_comes_in_once_and_a_wrong_row_refuses_it_whole()
    {
        const string Rows = "license,己-1,示例许可,2025-03-01,,,,,,,dangzheng\ncharge,己-2,示例收费,2025-03-02,,,,,,12.50,caizheng\n";
        (await JsonAsync(await ImportAsync(Head + Rows))).GetProperty("imported").GetInt32().ShouldBe(2);
        (await JsonAsync(await ImportAsync(Head + Rows))).GetProperty("alreadyThere").GetInt32().ShouldBe(2);
        foreach (var wrong in new[] { "license,己-3,x,2025-02-30,,,,,,,dangzheng\n", "license,己-3,x,2025-02-03,,,,,,,nobody\n", "rules,己-3,x,2025-02-03,,,,,,,dangzheng\n", "charge,己-2,示例收费,2025-03-02,,,,,,99,caizheng\n", Rows[..Rows.IndexOf('\n', StringComparison.Ordinal)] + "\n" + Rows })
            (await CodeAsync(await ImportAsync(Head + wrong), HttpStatusCode.BadRequest)).ShouldBe("import-refused");
    }

    private async Task<System.Text.Json.JsonElement> CreatedAsync(object body)
    {
        using var answer = await PostAsync(town.Clerk, "/api/records", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await JsonAsync(answer);
    }

    private async Task<List<string>> NumbersAsync(string query) =>
        [.. (await JsonAsync(await GetAsync(town.Reviewer, "/api/records?" + query))).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("number").GetString()!)];

    private Task<HttpResponseMessage> ImportAsync(string text)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return SendAsync(town.Admin, HttpMethod.Post, "/api/imports", content);
    }
}
