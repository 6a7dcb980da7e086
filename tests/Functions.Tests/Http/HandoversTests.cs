using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lianxin.Core.Publication;
using Lianxin.Functions.Channels;
using Lianxin.Functions.Tests.UseCases;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Handing over to the county, over HTTP: what waits, the package, the tick, and the look whether it shows.</summary>
public sealed class HandoversTests : IAsyncLifetime
{
    private const string There = "https://county.example/xxgk/1.html";
    private readonly OpenTownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_publication_waits_is_ticked_looked_at_and_shown()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        (await StatesAsync()).ShouldBe([$"{id} publication 1 waiting"]);
        (await TickAsync(id, There)).ShouldBe("handed-over");
        town.County.Pages[There] = new CountyPage.Came("首页 > 春耕动员会 召开  发布日期 镇政府召开会议,部署近期工作. 打印");
        var result = await CheckAsync(id);
        result.GetProperty("status").GetString().ShouldBe("shown");
        (await StatesAsync("?status=shown")).ShouldBe([$"{id} publication 1 shown"]);
        (await StatesAsync("?status=waiting")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_missing_and_what_does_not_answer_is_told_with_its_time()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        await TickAsync(id, There);
        var unreachable = (await CheckAsync(id)).GetProperty("handedOver").GetProperty("check");
        unreachable.GetProperty("result").GetString().ShouldBe("unreachable");
        unreachable.GetProperty("reason").GetString().ShouldBe("县级门户没有按时应答");
        town.County.Pages[There] = new CountyPage.Came("春耕动员会召开");
        var partly = (await CheckAsync(id)).GetProperty("handedOver").GetProperty("check");
        partly.GetProperty("result").GetString().ShouldBe("not-shown");
        partly.GetProperty("missing").EnumerateArray().Single().GetString().ShouldBe("镇政府召开会议，部署近期工作。");
        partly.GetProperty("at").GetDateTimeOffset().ShouldBe(town.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_new_version_and_a_withdrawal_wait_again_and_nothing_that_was_never_handed_over_needs_taking_down()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        var never = await town.PublishedAsync("从未移交的一条");
        await TickAsync(id, There);
        using var revised = await PostAsync(town.Clerk, $"/api/items/{id}/revision", new { title = "春耕动员会如期召开", changeNote = "更正标题" }, ("If-Match", "*"));
        revised.EnsureSuccessStatusCode();
        using var review = await PostAsync(town.Reviewer, $"/api/items/{id}/review", Acceptance, ("If-Match", "*"));
        review.EnsureSuccessStatusCode();
        await town.DeliverAsync();
        (await StatesAsync()).ShouldBe([$"{never} publication 1 waiting", $"{id} publication 2 waiting"], ignoreOrder: true);
        await TickAsync(id, There);
        foreach (var each in new[] { id, never })
        {
            using var withdrawn = await PostAsync(town.Chair, $"/api/items/{each}/withdrawal", new { reason = "数字有误" }, ("If-Match", "*"));
            withdrawn.EnsureSuccessStatusCode();
        }

        await town.DeliverAsync();
        (await StatesAsync()).ShouldBe([$"{id} withdrawal 2 waiting"]);
        using var list = await GetAsync(town.Clerk, "/api/handovers");
        (await list.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("春耕");
        using var sheet = await GetAsync(town.Clerk, $"/api/items/{id}/handover/sheet?format=txt");
        var notice = await sheet.Content.ReadAsStringAsync(Cancellation);
        notice.ShouldContain("数字有误");
        notice.ShouldContain(There);
        notice.ShouldNotContain("春耕");
        using var none = await GetAsync(town.Clerk, $"/api/items/{never}/handover/sheet");
        none.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await TickAsync(id, There);
        town.County.Pages[There] = new CountyPage.Came("春耕动员会如期召开");
        (await CheckAsync(id)).GetProperty("status").GetString().ShouldBe("still-shown");
        town.County.Pages[There] = new CountyPage.Gone("404");
        (await CheckAsync(id)).GetProperty("status").GetString().ShouldBe("gone");
    }

    [Fact]
    public async Task The_package_is_a_short_lived_link_to_the_same_bytes_every_time()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        var first = await PackageAsync(id);
        var again = await PackageAsync(id);
        again.ShouldBe(first);
        using var zip = new ZipArchive(new MemoryStream(first));
        zip.Entries.Select(e => e.FullName).ShouldBe(["复制粘贴单.html", "复制粘贴单.txt", "数据.json", "数据.csv", "SHA256SUMS.txt"]);
    }

    [Fact]
    public async Task A_package_that_was_fetched_goes_when_its_item_is_taken_down()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        await PackageAsync(id);
        using var withdrawn = await PostAsync(town.Chair, $"/api/items/{id}/withdrawal", new { reason = "数字有误" }, ("If-Match", "*"));
        withdrawn.EnsureSuccessStatusCode();
        await town.DeliverAsync();
        (await town.Room.Documents.FindAsync(Containers.Handover, id + "-v1.zip", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_public_has_neither_line_nor_package()
    {
        var draft = await town.SubmittedAsync("还没有公开的一条");
        var party = await PartyOnlyAsync();
        (await StatesAsync()).ShouldBeEmpty();
        foreach (var id in new[] { draft, party, "ligang-2026-nowhere", "..", "%2e%2e%2f" })
        {
            foreach (var call in new[] { "package", "sheet" })
            {
                using var refused = await GetAsync(town.Chair, $"/api/items/{id}/handover/{call}");
                refused.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{id} {call}");
            }

            using var tick = await PostAsync(town.Reviewer, $"/api/items/{id}/handover", new { address = There, handedOverOn = "2026-03-02" });
            tick.StatusCode.ShouldBe(HttpStatusCode.NotFound, id);
        }
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("https://county.example@127.0.0.1/")]
    [InlineData("https://user:pw@county.example/")]
    [InlineData("https://county.example:8443/")]
    [InlineData("https://xn--fiqs8s.example/")]
    [InlineData("https://county.example.evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("//county.example/a")]
    [InlineData("https://county.example/\u202Ea b")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_address_that_is_none_of_the_countys_is_refused_in_its_field(string? address)
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        using var refused = await PostAsync(town.Clerk, $"/api/items/{id}/handover", new { address, handedOverOn = "2026-03-02" });
        (await CodeAsync(refused, HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        (await JsonAsync(refused)).GetProperty("errors").TryGetProperty("address", out _).ShouldBeTrue();
        (await StatesAsync("?status=waiting")).Count.ShouldBe(1);
        town.County.Asked.ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-03-03")]
    [InlineData("2026-03-01")]
    [InlineData("2026-02-30")]
    [InlineData(null)]
    public async Task A_day_in_the_future_or_before_the_publication_is_refused(string? day)
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        using var refused = await PostAsync(town.Clerk, $"/api/items/{id}/handover", new { address = There, handedOverOn = day });
        (await CodeAsync(refused, HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
    }

    [Fact]
    public async Task A_look_before_the_tick_is_an_illegal_step_and_another_offices_item_is_unknown()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        using var early = await PostAsync(town.Clerk, $"/api/items/{id}/handover/check", new { });
        (await CodeAsync(early, HttpStatusCode.Conflict)).ShouldBe("not-handed-over");
        using var foreign = await PostAsync(town.ClerkOfFinance, $"/api/items/{id}/handover", new { address = There, handedOverOn = "2026-03-02" });
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var theirs = await GetAsync(town.ClerkOfFinance, "/api/handovers");
        (await JsonAsync(theirs)).GetProperty("items").GetArrayLength().ShouldBe(0);
        using var supervisor = await PostAsync(town.Supervisor, $"/api/items/{id}/handover", new { address = There, handedOverOn = "2026-03-02" });
        supervisor.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_leads_from_page_to_page_and_bad_filters_are_400()
    {
        var ids = new List<string>();
        foreach (var title in new[] { "甲", "乙", "丙" })
        {
            ids.Add(await town.PublishedAsync(title));
            town.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        using var first = await GetAsync(town.Admin, "/api/handovers?top=2");
        var page = await JsonAsync(first);
        page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()).ShouldBe(["丙", "乙"]);
        using var rest = await GetAsync(town.Admin, "/api/handovers?top=2&continuation=" + page.GetProperty("continuation").GetString());
        (await JsonAsync(rest)).GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()).ShouldBe(["甲"]);
        foreach (var filter in new[] { "status=lost", "year=x", "year=0", "year=99999", "top=0", "continuation=%00", "continuation=ligang-2026-nowhere" })
        {
            using var refused = await GetAsync(town.Admin, "/api/handovers?" + filter);
            (await CodeAsync(refused, HttpStatusCode.BadRequest)).ShouldBe("invalid-input", filter);
        }
    }

    [Fact]
    public async Task On_the_desk_a_refused_form_comes_back_with_what_was_typed_and_a_right_one_leads_back_to_the_list()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        using var wrong = await FormAsync(id, "http://127.0.0.1/\"><script>");
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await wrong.Content.ReadAsStringAsync(Cancellation);
        html.ShouldContain("网址不属于县级门户");
        html.ShouldContain("value=\"http://127.0.0.1/&quot;&gt;&lt;script&gt;\"");
        using var right = await FormAsync(id, There);
        right.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        right.Headers.Location!.ToString().ShouldBe("/desk/handovers");
        using var desk = await GetAsync(town.Clerk, "/desk/handovers");
        (await desk.Content.ReadAsStringAsync(Cancellation)).ShouldContain("已移交，未核实");
    }

    [Fact]
    public async Task The_nightly_sweep_looks_at_what_was_not_seen_seven_times_and_no_more()
    {
        var id = await town.PublishedAsync("春耕动员会召开");
        var seen = await town.PublishedAsync("另一条");
        await TickAsync(id, There);
        await TickAsync(seen, There + "?2");
        town.County.Pages[There + "?2"] = new CountyPage.Came("另一条 镇政府召开会议，部署近期工作。");
        for (var night = 0; night < 10; night++)
        {
            await SweepAsync();
        }

        town.County.Asked.ShouldBe(8);
        (await StatesAsync()).ShouldBe([$"{id} publication 1 unreachable", $"{seen} publication 1 shown"], ignoreOrder: true);
        await TickAsync(id, There + "?new");
        await SweepAsync();
        town.County.Asked.ShouldBe(9);
    }

    private async Task SweepAsync()
    {
        var envelope = new { Data = new { timer = new { IsPastDue = false } }, Metadata = new { sys = new { } } };
        using var answer = await SendAsync(town.Public, HttpMethod.Post, "/HandoverSweep", JsonContent.Create(envelope, null, JsonSerializerOptions.Default));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<byte[]> PackageAsync(string id)
    {
        using var answer = await GetAsync(town.Clerk, $"/api/items/{id}/handover/package");
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location.ShouldNotBeNull();
        return (await town.Room.Documents.FindAsync(Containers.Handover, id + "-v1.zip", Cancellation))!.Bytes;
    }

    private async Task<string> PartyOnlyAsync()
    {
        var input = Submissions.PartyOnly("党内的一条");
        var body = new Dictionary<string, object?> { ["entry"] = input.Entry, ["title"] = input.Title, ["body"] = input.Body, ["formedOn"] = input.FormedOn, ["period"] = input.Period, ["elements"] = input.Elements };
        using var created = await PostAsync(town.Clerk, "/api/items", body);
        created.StatusCode.ShouldBe(HttpStatusCode.Created, await created.Content.ReadAsStringAsync(Cancellation));
        return (await JsonAsync(created)).GetProperty("id").GetString()!;
    }

    private async Task<string> TickAsync(string id, string address)
    {
        using var answer = await PostAsync(town.Clerk, $"/api/items/{id}/handover", new { address, handedOverOn = "2026-03-02" });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancellation));
        return (await JsonAsync(answer)).GetProperty("status").GetString()!;
    }

    private async Task<JsonElement> CheckAsync(string id)
    {
        using var asked = await PostAsync(town.Clerk, $"/api/items/{id}/handover/check", new { });
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = (await JsonAsync(asked)).GetProperty("job").GetString()!;
        await town.DeliverAsync();
        using var done = await GetAsync(town.Clerk, job);
        return (await JsonAsync(done)).GetProperty("result");
    }

    private Task<HttpResponseMessage> FormAsync(string id, string address) => SendAsync(
        town.Clerk, HttpMethod.Post, $"/api/items/{id}/handover", new FormUrlEncodedContent(new Dictionary<string, string> { ["address"] = address, ["handedOverOn"] = "2026-03-02" }));

    private async Task<List<string>> StatesAsync(string query = "")
    {
        using var answer = await GetAsync(town.Chair, "/api/handovers" + query);
        answer.EnsureSuccessStatusCode();
        return [.. (await JsonAsync(answer)).GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("id").GetString()} {i.GetProperty("kind").GetString()} {i.GetProperty("version").GetInt32()} {i.GetProperty("status").GetString()}")];
    }
}
