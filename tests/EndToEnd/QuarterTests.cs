using System.Net;
using System.Text.Json;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>A quarter's end on a system whose clock the test moves: the evening before, a run that is killed in the middle, the day after the last due day.</summary>
public sealed class QuarterTests : IAsyncLifetime
{
    private const string Quarter = "/api/quarters/2026-Q1";

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("lianxin-quarter-");
    private RunningSystem system = null!;

    public async ValueTask InitializeAsync() =>
        system = await RunningSystem.StartAsync(data.FullName, arguments: ["--empty", "--clock", "2026-03-25T09:00+08:00"]);

    public async ValueTask DisposeAsync()
    {
        await system.DisposeAsync();
        data.Delete(recursive: true);
    }

    [Fact]
    public async Task S19_a_quarter_ends_is_run_although_the_handler_is_killed_and_is_frozen_on_its_day()
    {
        using var admin = await system.SignInAsync("admin");
        using var clerk = await system.SignInAsync("clerk", "dangzheng");
        using var anyone = system.Anyone();
        var ids = new List<string>();
        for (var n = 0; n < 6; n++)
            ids.Add(await ApprovedAsync(clerk, $"季度进展{n}"));

        (await MoveAsync(admin, "2026-03-31T20:00:00+08:00")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (_, evening) = await clerk.GetAsync($"{Quarter}/preflight");
        var missing = evening.GetProperty("items").EnumerateArray().ToList();
        missing.ShouldContain(i => i.GetProperty("kind").GetString() == "missing" && i.GetProperty("entry").GetString() == "12-01");
        missing.ShouldNotContain(i => i.GetProperty("dutyId").GetString() == "ligang-2026-Q1.01-01.dangzheng");
        (await clerk.GetAsync($"/api/items/{ids[0]}")).Body.GetProperty("status").GetString().ShouldBe("approved");

        var moving = MoveAsync(admin, "2026-04-01T09:00:00+08:00");
        await Task.Delay(TimeSpan.FromMilliseconds(700));
        await Killer.KillAsync(system);
        await moving;
        await Insist.OnAsync(HttpStatusCode.OK, () => admin.SendAsync(HttpMethod.Put, "/api/demo/clock", new { now = "2026-04-01T09:00:00+08:00" }));

        var closed = await clerk.UntilAsync(Quarter, q => q.GetProperty("closedOn").GetString() == "2026-04-01" && q.GetProperty("sheets").GetArrayLength() > 0, TimeSpan.FromSeconds(60));
        DutyOf(closed, "01-01", "dangzheng").GetProperty("state").GetString().ShouldBe("met");
        foreach (var id in ids)
        {
            var (_, history) = await clerk.GetAsync($"/api/items/{id}/history");
            history.GetProperty("items").EnumerateArray().Select(e => e.GetProperty("kind").GetString()).ShouldBe(["submitted", "approved", "published"]);
        }

        (await anyone.Http.GetStringAsync("/list/2026-04.html")).ShouldContain("季度进展5");
        var bulletin = await anyone.Http.GetAsync($"{Quarter}/bulletin.pdf");
        bulletin.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await anyone.Http.GetByteArrayAsync(bulletin.Headers.Location)).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();

        (await MoveAsync(admin, "2026-04-21T09:00:00+08:00")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (_, frozen) = await clerk.GetAsync(Quarter);
        frozen.GetProperty("frozenOn").GetString().ShouldBe("2026-04-21");
        var births = DutyOf(frozen, "12-01", "jisheng");
        (births.GetProperty("state").GetString(), births.GetProperty("overdueOn").GetString()).ShouldBe(("overdue", "2026-04-21"));
        var (_, notices) = await admin.GetAsync("/api/deliveries?top=200");
        notices.GetProperty("items").EnumerateArray().ShouldContain(d => d.GetProperty("person").GetString() == "jisheng-clerk");
    }

    [Fact]
    public async Task S1_S2_waiver_order_nil_return_and_clock_belong_to_their_roles_and_refuse_what_is_wrong()
    {
        using var admin = await system.SignInAsync("admin");
        using var clerk = await system.SignInAsync("clerk", "dangzheng");
        using var chair = await system.SignInAsync("chair");
        using var supervisor = await system.SignInAsync("supervisor");
        const string duty = "/api/duties/ligang-2026-Q1.12-01.jisheng";

        (await chair.PostAsync($"{duty}/waiver", new { })).ShouldBeProblem(400, "invalid-input");
        (await clerk.PostAsync($"{duty}/order", new { text = "三日内公开", dueOn = "2026-04-25" })).ShouldBeProblem(403, "forbidden");
        (await chair.PostAsync("/api/duties/ligang-2026-Q1.99-99.jisheng/waiver", new { reason = "理由" })).ShouldBeProblem(404, "unknown-duty");
        (await admin.SendAsync(HttpMethod.Put, "/api/demo/clock", new { now = "2026-03-24T09:00:00+08:00" })).ShouldBeProblem(409, "clock-backwards");
        (await clerk.SendAsync(HttpMethod.Put, "/api/demo/clock", new { now = "2026-03-26T09:00:00+08:00" })).ShouldBeProblem(403, "forbidden");
        (await admin.PostAsync($"{Quarter}/run", new { })).ShouldBeProblem(409, "quarter-not-over");
        (await clerk.GetAsync("/api/quarters/2026-Q5")).ShouldBeProblem(400, "invalid-quarter");

        (await supervisor.PostAsync($"{duty}/order", new { text = "三日内公开", dueOn = "2026-04-25" })).Answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await chair.PostAsync($"{duty}/waiver", new { reason = "本镇已移交" })).Body.GetProperty("state").GetString().ShouldBe("waived");
        var (created, nil) = await clerk.PostAsync("/api/nil-returns", new { entry = "01-01", period = "2026-Q1", office = "dangzheng", reason = "本季度没有新的重点工作。" });
        created.StatusCode.ShouldBe(HttpStatusCode.Created, nil.ToString());
        using var reviewer = await system.SignInAsync("reviewer");
        await Insist.OnReviewAsync(reviewer, nil.GetProperty("id").GetString()!);
        (await MoveAsync(admin, "2026-04-01T09:00:00+08:00")).StatusCode.ShouldBe(HttpStatusCode.OK);
        DutyOf((await clerk.GetAsync(Quarter)).Body, "01-01", "dangzheng").GetProperty("state").GetString().ShouldBe("met");
        (await clerk.PostAsync("/api/nil-returns", new { entry = "01-01", period = "2026-Q9", office = "dangzheng", reason = "无" })).ShouldBeProblem(400, "invalid-input");
    }

    private static JsonElement DutyOf(JsonElement quarter, string entry, string office) => quarter.GetProperty("duties").EnumerateArray()
        .Single(d => d.GetProperty("entry").GetString() == entry && d.GetProperty("office").GetString() == office && d.GetProperty("period").GetString() == "2026-Q1");

    private static async Task<HttpResponseMessage> MoveAsync(Caller admin, string now)
    {
        try
        {
            return (await admin.SendAsync(HttpMethod.Put, "/api/demo/clock", new { now })).Answer;
        }
        catch (Exception cut) when (cut is HttpRequestException or JsonException)
        {
            // The handler was killed under the call; whoever moves the clock asks again.
            return new HttpResponseMessage(HttpStatusCode.InternalServerError);
        }
    }

    private async Task<string> ApprovedAsync(Caller clerk, string title)
    {
        var (created, item) = await clerk.PostAsync("/api/items", Bodies.Quarterly(title));
        created.StatusCode.ShouldBe(HttpStatusCode.Created, item.ToString());
        var id = item.GetProperty("id").GetString()!;
        await Steps.ReviewAsync(system, id);
        return id;
    }
}
