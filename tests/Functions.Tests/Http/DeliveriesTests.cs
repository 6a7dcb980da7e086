using System.Net;
using Lianxin.Core.Notices;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.UseCases;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>Notices over HTTP: who sees which, and who may order another try. The shipped contacts have no addresses.</summary>
public sealed class DeliveriesTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private readonly OpenTownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await town.InitializeAsync();
        var book = new DeliveryBook(town.Room.Ledgers, town.Room.Outbox);
        var now = town.Clock.GetUtcNow();
        // As if two of them had had addresses when they were told; the chair's robot refused for good.
        foreach (var (person, office, channel) in new[] { ("dangzheng-clerk", "dangzheng", NoticeChannel.Mail), ("caizheng-clerk", "caizheng", NoticeChannel.Desk), ("chair", "", NoticeChannel.WeCom) })
        {
            var lines = new[] { new NoticeLine("d-1", "财政预算", "财政所", "2026年第一季度没有公开", Day, 0, LadderStep.Yellow) };
            var digest = Digest.Of(TownHall.Agency, Day, DigestKind.Ladder, new PersonNotice(new Contact(person, office, "示例" + person, "", null, null, ""), lines));
            var delivery = DeliverySteps.Make(digest, channel, now);
            if (channel == NoticeChannel.WeCom)
                delivery = DeliverySteps.Failed(DeliverySteps.Begin(delivery, now), "机器人地址无效（错误码93000）", true, now);
            (await book.OpenAsync(digest, [delivery], Cancellation)).ShouldBeTrue();
        }
    }

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task Staff_see_every_notice_what_failed_first_and_a_clerk_those_about_the_own_office()
    {
        (await ListAsync(town.Chair)).ShouldBe(["chair given-up", "dangzheng-clerk waiting", "caizheng-clerk desk-only"]);
        (await ListAsync(town.Clerk)).ShouldBe(["dangzheng-clerk waiting"]);
        (await ListAsync(town.ClerkOfFinance)).ShouldBe(["caizheng-clerk desk-only"]);
        (await ListAsync(town.Admin, "?state=given-up")).ShouldBe(["chair given-up"]);
        (await ListAsync(town.Admin, "?person=chair")).ShouldBe(["chair given-up"]);
        using var nobody = await GetAsync(town.Public, "/api/deliveries");
        (await CodeAsync(nobody, HttpStatusCode.Unauthorized)).ShouldBe("not-signed-in");
    }

    [Fact]
    public async Task A_page_leads_to_the_next_and_bad_filters_are_400()
    {
        using var first = await GetAsync(town.Admin, "/api/deliveries?top=2");
        var continuation = (await JsonAsync(first)).GetProperty("continuation").GetString()!;
        (await ListAsync(town.Admin, "?continuation=" + Uri.EscapeDataString(continuation))).ShouldBe(["caizheng-clerk desk-only"]);
        foreach (var filter in new[] { "state=lost", "top=0", "top=201", "top=x", "continuation=%00", "person=" + new string('x', 101) })
        {
            using var refused = await GetAsync(town.Admin, "/api/deliveries?" + filter);
            (await CodeAsync(refused, HttpStatusCode.BadRequest)).ShouldBe("invalid-input");
        }
    }

    [Fact]
    public async Task Only_an_administrator_orders_another_try_and_the_contacts_of_today_decide_what_becomes_of_it()
    {
        const string id = "ligang-2026-03-02-chair-ladder-wecom";
        using var notAllowed = await PostAsync(town.Chair, $"/api/deliveries/{id}/retry", new { });
        notAllowed.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var ordered = await PostAsync(town.Admin, $"/api/deliveries/{id}/retry", new { });
        (await JsonAsync(ordered)).GetProperty("state").GetString().ShouldBe("waiting");
        using var again = await PostAsync(town.Admin, $"/api/deliveries/{id}/retry", new { });
        (await CodeAsync(again, HttpStatusCode.Conflict)).ShouldBe("already-waiting");
        using var unknown = await PostAsync(town.Admin, "/api/deliveries/ligang-2026-03-02-x-ladder-mail/retry", new { });
        (await CodeAsync(unknown, HttpStatusCode.NotFound)).ShouldBe("not-found");
        await town.DeliverAsync();
        (await ListAsync(town.Admin)).ShouldBe(["caizheng-clerk desk-only", "chair desk-only", "dangzheng-clerk desk-only"]);
    }

    [Fact]
    public async Task The_desk_lists_them_shows_what_was_said_and_has_the_administrator_s_button()
    {
        (await PageAsync(town.Admin, "/desk/deliveries")).ShouldContain("机器人地址无效（错误码93000）");
        (await PageAsync(town.Clerk, "/desk/deliveries?state=nonsense")).ShouldContain("没有这种状态。");
        const string id = "ligang-2026-03-02-chair-ladder-wecom";
        var page = await PageAsync(town.Admin, "/desk/deliveries/" + id);
        page.ShouldContain("财政预算（财政所）：2026年第一季度没有公开。");
        page.ShouldContain($"/api/deliveries/{id}/retry");
        (await PageAsync(town.Chair, "/desk/deliveries/" + id)).ShouldNotContain("/retry");
        using var others = await GetAsync(town.Clerk, "/desk/deliveries/" + id);
        others.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var form = new FormUrlEncodedContent([]);
        using var ordered = await SendAsync(town.Admin, HttpMethod.Post, $"/api/deliveries/{id}/retry", form, ("Origin", town.Admin.BaseAddress!.GetLeftPart(UriPartial.Authority)));
        ordered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        ordered.Headers.Location!.OriginalString.ShouldBe("/desk/deliveries/" + id);
    }

    [Fact]
    public async Task Health_counts_what_failed()
    {
        using var answer = await GetAsync(town.Public, "/api/health");
        (await JsonAsync(answer)).GetProperty("failedNotices").GetInt32().ShouldBe(1);
    }

    private static async Task<List<string>> ListAsync(HttpClient client, string query = "")
    {
        using var answer = await GetAsync(client, "/api/deliveries" + query);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return [.. (await JsonAsync(answer)).GetProperty("items").EnumerateArray().Select(d => $"{d.GetProperty("person").GetString()} {d.GetProperty("state").GetString()}")];
    }

    private static async Task<string> PageAsync(HttpClient client, string path)
    {
        using var answer = await GetAsync(client, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(Cancellation);
    }
}
