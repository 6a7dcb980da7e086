using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>The handler is killed in the middle of everything; the host starts it again, and nothing is lost or done twice.</summary>
public class CrashTests(CrashSystem crash) : IClassFixture<CrashSystem>
{
    private const int Callers = 4;
    private const int Submissions = 200;

    private RunningSystem Victim => crash.System;

    [Fact]
    public async Task Of_200_submissions_during_kills_none_acknowledged_is_lost_and_none_exists_twice()
    {
        var acknowledged = new ConcurrentDictionary<string, string>();
        using var clerk = await Victim.SignInAsync("clerk", "caizheng");
        await using (Killer.Start(Victim, kills: 5, every: TimeSpan.FromSeconds(1)))
        {
            await Task.WhenAll(Enumerable.Range(0, Callers).Select(SubmitAsync));
        }

        using var supervisor = await Victim.SignInAsync("supervisor");
        var there = (await RegisterState.ListAsync(supervisor, "entry=10-04")).Where(r => r.Title.StartsWith("断电中的采购", StringComparison.Ordinal)).ToList();
        there.Count.ShouldBe(Submissions);
        there.Select(r => r.Title).Distinct().Count().ShouldBe(Submissions);
        there.ToDictionary(r => r.Title, r => r.Id).ShouldBe(acknowledged, ignoreOrder: true);

        async Task SubmitAsync(int caller)
        {
            for (var n = 0; n < Submissions / Callers; n++)
            {
                var title = $"断电中的采购{caller}-{n}";
                var item = await Insist.OnAsync(HttpStatusCode.Created, () => clerk.PostAsync("/api/items", Bodies.Procurement(title), key: $"bought-{caller}-{n}"));
                acknowledged[title] = item.GetProperty("id").GetString()!;
            }
        }
    }

    [Fact]
    public async Task Items_approved_during_kills_are_each_published_once_with_page_and_list_entry()
    {
        using var clerk = await Victim.SignInAsync("clerk", "dangzheng");
        using var reviewer = await Victim.SignInAsync("reviewer");
        var ids = new List<string>();
        await using (Killer.Start(Victim, kills: 2, every: TimeSpan.FromSeconds(2)))
        {
            for (var n = 0; n < 20; n++)
            {
                var title = $"断电中的动态{n}";
                var item = await Insist.OnAsync(HttpStatusCode.Created, () => clerk.PostAsync("/api/items", Bodies.News(title), key: $"news-{n}"));
                ids.Add(item.GetProperty("id").GetString()!);
                await Insist.OnReviewAsync(reviewer, ids[^1]);
            }
        }

        using var anyone = Victim.Anyone();
        foreach (var id in ids)
        {
            await anyone.UntilAsync($"/api/items/{id}", b => b.GetProperty("status").GetString() == "published", TimeSpan.FromSeconds(90));
            var (_, history) = await reviewer.GetAsync($"/api/items/{id}/history");
            history.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldBe(["submitted", "approved", "published"]);
            (await anyone.Http.GetStringAsync($"/items/{id}.html")).ShouldContain("断电中的动态");
        }

        var month = Days.Today.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var list = await anyone.Http.GetStringAsync($"/list/{month}.html");
        var published = (await RegisterState.PublishedAsync(Victim, Days.Year)).Select(r => r.Id).ToList();
        foreach (var id in ids)
        {
            published.Count(p => p == id).ShouldBe(1);
            list.Split($"items/{id}.html").Length.ShouldBe(2, list);
        }
    }

    [Fact]
    public async Task A_session_outlives_the_handler_because_its_keys_are_in_storage()
    {
        using var clerk = await Victim.SignInAsync("clerk", "caizheng");
        await Killer.KillAsync(Victim);
        var who = await Insist.OnAsync(HttpStatusCode.OK, () => clerk.GetAsync("/api/session"));
        who.GetProperty("account").GetString().ShouldBe("clerk-caizheng");
    }

    [Fact]
    public async Task An_import_killed_half_way_goes_on_and_everything_outlives_a_restart_of_the_host()
    {
        using var admin = await Victim.SignInAsync("admin");
        var items = await Sample.BytesAsync("1-items.csv");
        var broken = admin.PostBytesAsync("/api/imports", items, "text/csv");
        await Sample.UntilSomeAsync(Victim);
        await Killer.KillAsync(Victim);
        var (cut, _) = await broken;
        cut.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var half = await RegisterState.PublishedAsync(Victim, 2014);
        half.Count.ShouldBeInRange(1, 548);

        var again = await Insist.OnAsync(HttpStatusCode.OK, () => admin.PostBytesAsync("/api/imports", items, "text/csv"));
        again.GetProperty("alreadyThere").GetInt32().ShouldBeGreaterThanOrEqualTo(half.Count);
        (again.GetProperty("imported").GetInt32() + again.GetProperty("alreadyThere").GetInt32()).ShouldBe(549);
        var all = await RegisterState.PublishedAsync(Victim, 2014);
        all.Count.ShouldBe(549);
        all.Select(r => r.Id).Distinct().Count().ShouldBe(549);
        all.Select(r => r.IndexNumber).Distinct().Count().ShouldBe(549);
        await Sample.PublishReportAsync(Victim, admin);

        // Without --empty this start would import the sample, were its report not out already.
        (await crash.RestartAsync()).ShouldBe(0);
        Victim.Output.ShouldNotContain("导入");
        (await RegisterState.PublishedAsync(Victim, 2014)).ShouldBe(all);
        using var anyone = Victim.Anyone();
        (await anyone.Http.GetAsync("/api/reports/2014/report.pdf")).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await admin.GetAsync("/api/session")).Answer.StatusCode.ShouldBe(HttpStatusCode.OK, "a session outlives the host");
    }
}
