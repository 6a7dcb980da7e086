using System.Net;
using System.Text.RegularExpressions;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

public partial class PartyOnlyTests(SampleSystem sample)
{
    private readonly RunningSystem system = sample.System;

    [Fact]
    public async Task A_party_only_item_reaches_members_and_leaves_no_trace_outside()
    {
        using var clerk = await system.SignInAsync("clerk", "dangzheng");
        var title = $"党内学习{Guid.NewGuid():n}";
        var (created, item) = await clerk.PostAsync("/api/items", Bodies.StudySession(title));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, item.ToString());
        var id = item.GetProperty("id").GetString()!;
        await Steps.ReviewAsync(system, id);
        await Steps.AgreeAsync(system, id);
        await Steps.ApproveAsync(system, id);

        using var member = await system.SignInAsync("member");
        var seen = await member.UntilAsync($"/api/items/{id}", b => b.GetProperty("status").GetString() == "published-to-party");
        seen.GetProperty("title").GetString().ShouldBe(title);
        seen.GetProperty("url").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        // Something public goes out afterwards, so that every list is written anew with the party item already there.
        var (news, _) = await MainWay.PublishNewsAsync(system, "党内信息之后的动态");
        using var anyone = system.Anyone();
        await anyone.UntilPageAsync("/", news);
        await anyone.UntilPageAsync("/feed.xml", news);
        await anyone.UntilPageAsync("/sitemap.xml", news);
        using var admin = await system.SignInAsync("admin");
        (await anyone.GetAsync($"/api/items/{id}")).ShouldBeProblem(404, "unknown-item");
        (await admin.GetAsync($"/api/items/{id}")).ShouldBeProblem(404, "unknown-item");
        (await RegisterState.ListAsync(admin, $"q={title}")).ShouldBeEmpty();
        (await anyone.Http.GetAsync($"/items/{id}.html")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await RegisterState.PublishedAsync(system, Days.Year)).Select(r => r.Id).ShouldNotContain(id);
        foreach (var (path, text) in await PublicListsAsync(anyone))
        {
            text.ShouldNotContain(id, Case.Sensitive, path);
            text.ShouldNotContain(title, Case.Sensitive, path);
        }
    }

    /// <summary>Home, feed, sitemap, and every list page they name.</summary>
    private static async Task<Dictionary<string, string>> PublicListsAsync(Caller anyone)
    {
        var texts = new Dictionary<string, string>();
        var waiting = new Queue<string>(["/", "/feed.xml", "/sitemap.xml"]);
        while (waiting.TryDequeue(out var path))
        {
            if (texts.ContainsKey(path))
            {
                continue;
            }

            var answer = await anyone.Http.GetAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            texts[path] = await answer.Content.ReadAsStringAsync();
            foreach (Match list in ListAddress().Matches(texts[path]))
            {
                waiting.Enqueue($"/list/{list.Groups[1].Value}");
            }
        }

        texts.Count.ShouldBeGreaterThan(10);
        return texts;
    }

    [GeneratedRegex("list/([0-9-]+\\.html)")]
    private static partial Regex ListAddress();
}
