using System.Text.RegularExpressions;
using Lianxin.Core.Access;
using Lianxin.Core.Duties;
using Lianxin.Functions.Access;
using Lianxin.Functions.Desk;
using Lianxin.Functions.Input;
using Lianxin.Functions.Tests.UseCases;
using Lianxin.Functions.Tests.UseCases.Quarters;
using Lianxin.Tests.Pages;

namespace Lianxin.Functions.Tests.Desk;

public sealed class QuartersDeskTests : IDisposable
{
    private const string Site = "https://town.example";
    private static readonly string Work = "ligang-2026-Q1.01-01.dangzheng";
    private readonly DeskTown town = new(new LianxinOptions { DemoMode = true });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => town.Dispose();

    [Fact]
    public async Task S33_the_heat_map_is_a_table_whose_every_cell_says_entry_place_state_and_days()
    {
        town.Quarter.GoTo("2026-03-20 09:00:00");
        var page = PageRules.ShouldBeSound(await PageAsync(TownHall.Reviewer), Site);

        var cells = PageRules.Named(page, "a").Where(a => PageRules.Value(a, "class")?.StartsWith("duty ", StringComparison.Ordinal) == true).ToList();
        var mine = cells.Single(a => PageRules.Value(a, "href") == $"/desk/quarters/2026-Q1?duty={Work}#duty");
        (mine.Value, PageRules.Value(mine, "class")).ShouldBe(("年度重点工作及进展，党政办：待31（待公开，还剩31天）", "duty pending"));
        cells.ShouldContain(a => a.Value.Contains("1月逾", StringComparison.Ordinal));
        PageRules.Named(page, "th").Count(h => PageRules.Value(h, "scope") == "col" && h.Value == "示例一村").ShouldBe(1);
    }

    [Fact]
    public async Task Filters_stay_in_the_address_of_every_cell()
    {
        var html = await PageAsync(TownHall.Reviewer, "/desk/quarters/2026-Q1?office=dangzheng&state=pending");
        var cells = Regex.Matches(html, "<a class=\"duty [^>]*href=\"([^\"]*)\"").Select(m => m.Groups[1].Value).ToList();
        cells.ShouldNotBeEmpty();
        cells.ShouldAllBe(c => c.StartsWith("/desk/quarters/2026-Q1?office=dangzheng&amp;state=pending&amp;duty=ligang-", StringComparison.Ordinal));
        PageRules.Text(PageRules.Parse(await PageAsync(TownHall.Reviewer, "/desk/quarters/2026-Q1?office=cun-01&state=met"))).ShouldContain("没有符合条件的公开任务。");
    }

    [Fact]
    public async Task Each_role_is_offered_what_it_may_do_with_a_duty()
    {
        async Task<string[]> Forms(Actor by) =>
            [.. Regex.Matches(await PageAsync(by, $"/desk/quarters/2026-Q1?duty={Work}"), "<form method=\"post\" action=\"([^\"]*)\"").Select(m => m.Groups[1].Value).Where(a => a != "/api/session")];

        (await Forms(TownHall.Clerk)).ShouldBe(["/api/nil-returns"]);
        (await Forms(DeskTown.Villager)).ShouldBeEmpty();
        (await Forms(TownHall.Reviewer)).ShouldBeEmpty();
        (await Forms(TownHall.Chair)).ShouldBe([$"/api/duties/{Work}/waiver"]);
        (await Forms(DeskTown.Supervisor)).ShouldBe([$"/api/duties/{Work}/order"]);
        (await Forms(TownHall.Admin)).ShouldBeEmpty();
        await town.CloseAsync(Stop);
        (await Forms(TownHall.Admin)).ShouldBe(["/api/quarters/2026-Q1/run"]);
        (await Forms(DeskTown.Villager)).ShouldBe(["/api/postings"]);
    }

    [Fact]
    public async Task A_member_only_entry_is_on_the_page_of_those_who_handle_it_and_of_nobody_else()
    {
        (await PageAsync(TownHall.Reviewer)).ShouldContain("2026-Q1.02-01.dangzheng");
        (await PageAsync(TownHall.Clerk)).ShouldContain("2026-Q1.02-01.dangzheng");
        (await PageAsync(DeskTown.Villager)).ShouldNotContain("2026-Q1.02-01.dangzheng");
        (await PageAsync(TownHall.Admin, "/desk/quarters/2026-Q1?duty=ligang-2026-Q1.02-01.dangzheng")).ShouldNotContain("id=\"duty\"");
    }

    [Fact]
    public async Task A_refused_order_comes_back_as_400_with_what_was_typed()
    {
        var context = await PostAsync(DeskTown.Supervisor, "text=%E5%B0%BD%E5%BF%AB%E5%85%AC%E5%BC%80&dueOn=2026-02-30");
        var decision = await town.Quarter.Board.OrderAsync(DeskTown.Supervisor, Work, "尽快公开", "2026-02-30", Stop);
        await town.Desk.AgainAsync(context, await ReadAsync(context), DeskForm.Order, Work, decision.Refusal!);

        context.Response.StatusCode.ShouldBe(400);
        var page = PageRules.ShouldBeSound(await DeskTown.AnswerAsync(context), Site);
        PageRules.Named(page, "textarea").Single().Value.Trim().ShouldBe("尽快公开");
        var day = PageRules.Named(page, "input").Single(i => PageRules.Value(i, "id") == "order-dueOn");
        (PageRules.Value(day, "value"), PageRules.Value(day, "aria-invalid")).ShouldBe(("2026-02-30", "true"));
        PageRules.Named(page, "a").ShouldContain(a => PageRules.Value(a, "href") == "#order-dueOn");
    }

    [Fact]
    public async Task S2_an_order_stands_among_the_owner_s_tasks_with_its_day()
    {
        town.Quarter.GoTo("2026-03-20 09:00:00");
        (await town.Quarter.Board.OrderAsync(DeskTown.Supervisor, Work, "三日内报送", "2026-03-23", Stop)).Accepted.ShouldBeTrue();

        var tasks = await town.Desk.TasksAsync(DeskTown.As(TownHall.Clerk));

        var order = tasks!.Single(t => t.Order is not null);
        (order.Order, order.DueOn, order.Href).ShouldBe(("三日内报送", new DateOnly(2026, 3, 23), $"/desk/quarters/2026-Q1?duty={Work}#duty"));
        tasks!.Select(t => t.DueOn).ShouldBeInOrder();
        (await town.Desk.TasksAsync(DeskTown.As(DeskTown.Villager)))!.ShouldAllBe(t => t.Order == null);
        (await town.Desk.TasksAsync(DeskTown.As(TownHall.Chair))).ShouldBeNull();

        var list = PageRules.ShouldBeSound(await town.Views.WorklistAsync(DeskTown.As(TownHall.Clerk, "/desk"), tasks), Site);
        PageRules.Text(list).ShouldContain("三日内报送");
        PageRules.Text(list).ShouldContain("还剩 3 天");
    }

    [Fact]
    public async Task The_list_of_quarters_tells_their_states_and_offers_the_clock_to_the_demo_s_administrator_only()
    {
        town.Quarter.GoTo("2026-03-20 09:00:00");
        await town.Quarter.PassAsync(Stop);
        town.Quarter.GoTo("2026-04-22 09:00:00");
        await town.Quarter.PassAsync(Stop);

        var admin = PageRules.ShouldBeSound(await town.Desk.ListAsync(DeskTown.As(TownHall.Admin, "/desk/quarters")), Site);
        PageRules.Named(admin, "tbody").Single().Elements("tr").Select(r => r.Elements().ElementAt(1).Value).ShouldBe(["进行中", "2026-04-22 已固定结果"]);
        PageRules.Named(admin, "form").ShouldContain(f => PageRules.Value(f, "action") == "/api/demo/clock");
        (await town.Desk.ListAsync(DeskTown.As(TownHall.Chair, "/desk/quarters"))).ShouldNotContain("/api/demo/clock");
        using var real = new DeskTown();
        (await real.Desk.ListAsync(DeskTown.As(TownHall.Admin, "/desk/quarters"))).ShouldNotContain("/api/demo/clock");
    }

    [Fact]
    public async Task S26_boards_show_their_evidence_and_a_late_one_is_red()
    {
        await town.CloseAsync(Stop);
        town.Quarter.GoTo("2026-04-09 09:00:00");
        await town.Postings.RecordAsync(DeskTown.Villager, new PostingInput("2026-Q1/all", "村委会门口公示栏", "2026-04-02", null), Photos.Jpeg(), Stop);

        var page = PageRules.ShouldBeSound(await PageAsync(DeskTown.Villager), Site);

        PageRules.Text(page).ShouldContain("村委会门口公示栏：2026-04-02 张贴");
        PageRules.Named(page, "span").Where(s => PageRules.Value(s, "class") is "status red" or "status posted").Select(s => s.Value).ShouldBe(["已张贴", "逾期无张贴记录"]);
        PageRules.Named(page, "a").ShouldContain(a => PageRules.Value(a, "href")!.StartsWith("/api/postings/ligang-2026-Q1-all-", StringComparison.Ordinal));
        PageRules.Named(page, "option").Select(o => PageRules.Value(o, "value")).ShouldContain("2026-Q1/cun-01");
    }

    [Fact]
    public async Task Pages_can_be_looked_at()
    {
        var folder = Environment.GetEnvironmentVariable("LIANXIN_PREVIEW") is { Length: > 0 } named ? named : Directory.CreateTempSubdirectory("lianxin-desk").FullName;
        var hall = town.Quarter.Town;
        await hall.ReviewedAsync(await hall.SubmittedAsync(Submissions.Quarterly("道路养护进展")));
        await town.Quarter.Board.OrderAsync(DeskTown.Supervisor, Work, "请于本月底前完成申报，并说明迟报原因。", "2026-03-30", Stop);
        town.Quarter.GoTo("2026-03-20 09:00:00");
        foreach (var (name, by, address) in new[]
        {
            ("clerk", TownHall.Clerk, "?duty=ligang-2026-01.06-01.dangzheng"), ("chair", TownHall.Chair, $"?duty={Work}"), ("supervisor", DeskTown.Supervisor, $"?duty={Work}"), ("reviewer", TownHall.Reviewer, ""),
        })
        {
            await WriteAsync(folder, "quarter-" + name, await PageAsync(by, "/desk/quarters/2026-Q1" + address));
        }

        await WriteAsync(folder, "tasks", await town.Views.WorklistAsync(DeskTown.As(TownHall.Clerk, "/desk"), await town.Desk.TasksAsync(DeskTown.As(TownHall.Clerk))));
        await town.CloseAsync(Stop);
        town.Quarter.GoTo("2026-04-22 09:00:00");
        await town.Postings.RecordAsync(DeskTown.Villager, new PostingInput("2026-Q1/all", "村委会门口公示栏", "2026-04-02", null), Photos.Jpeg(), Stop);
        await WriteAsync(folder, "quarter-closed-village", await PageAsync(DeskTown.Villager));
        await WriteAsync(folder, "quarter-closed-admin", await PageAsync(TownHall.Admin));
        await WriteAsync(folder, "quarters", await town.Desk.ListAsync(DeskTown.As(TownHall.Admin, "/desk/quarters")));
        var context = await PostAsync(DeskTown.Supervisor, "text=%E5%B0%BD%E5%BF%AB&dueOn=2026-02-30");
        var decision = await town.Quarter.Board.OrderAsync(DeskTown.Supervisor, "ligang-2026-Q1.12-01.jisheng", "尽快", "2026-02-30", Stop);
        await town.Desk.AgainAsync(context, await ReadAsync(context), DeskForm.Order, "ligang-2026-Q1.12-01.jisheng", decision.Refusal!);
        await WriteAsync(folder, "quarter-refused", await DeskTown.AnswerAsync(context));
        Directory.EnumerateFiles(folder, "desk-quarter*.html").Count().ShouldBeGreaterThanOrEqualTo(8);
    }

    private static Task WriteAsync(string folder, string name, string html)
    {
        PageRules.ShouldBeSound(html, Site);
        return PreviewFolder.WriteAsync(folder, "desk-" + name, html, DeskAssets.Link, DeskAssets.Css);
    }

    private Task<string> PageAsync(Actor by, string address = "/desk/quarters/2026-Q1") =>
        town.Desk.QuarterAsync(DeskTown.As(by, address), QuarterTown.FirstQuarter);

    private static Task<Microsoft.AspNetCore.Http.HttpContext> PostAsync(Actor by, string form)
    {
        var context = DeskTown.As(by, "/api/duties/x/order");
        context.Request.Method = "POST";
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.Body = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(form));
        return Task.FromResult(context);
    }

    private static async Task<PostedInput> ReadAsync(Microsoft.AspNetCore.Http.HttpContext context) => (await PostedInput.ReadAsync(context, InputLimits.TextOnly)).Input!;
}
