using System.Net;
using Lianxin.Core.Publication;
using Lianxin.Functions.Tests.Access;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Learning;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The exercise of a new clerk, by forms alone, as a browser without script sends them.</summary>
public sealed class LearningTests : IAsyncLifetime
{
    private readonly OpenTownHall town = new() { Settings = ["Lianxin:DemoMode=true"], Around = CountedRegister.Around };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => town.InitializeAsync();

    public ValueTask DisposeAsync() => town.DisposeAsync();

    [Fact]
    public async Task A_new_clerk_is_led_through_the_stop_to_an_accepted_submission_and_nothing_of_it_enters_the_register()
    {
        CountedRegister.Take(town.Service<Core.Items.IRegister>());
        (await PageAsync()).ShouldContain("选这一项");
        await SentAsync(("step", "choose"), ("entry", "01-03"));
        var page = await PageAsync();
        page.ShouldContain(Exercises.InventedNumber);

        // What is missing is told as for a real item, and no step is taken for done.
        (await RefusedAsync(("step", "submit"), ("title", "示例"))).ShouldContain("没有提交成功");
        (await StepsAsync()).ShouldBe([true, false, false, false, false]);

        var stopped = await RefusedAsync(Form($"联系人证件号 {Exercises.InventedNumber}。"));
        stopped.ShouldContain("这就是拦截");
        stopped.ShouldContain("示例地点");
        (await StepsAsync()).ShouldBe([true, true, true, false, false]);

        await SentAsync(Form("会议部署近期工作。"));
        (await StepsAsync()).ShouldBe([true, true, true, true, true]);
        page = await PageAsync();
        page.ShouldContain("审核人接着做什么");
        page.ShouldContain("2026-03-26");

        CountedRegister.Take(town.Service<Core.Items.IRegister>()).ShouldBeEmpty();
        (await town.Room.Documents.NamesAsync(Containers.Site, "items/", Cancellation)).ShouldBeEmpty();

        await SentAsync(("step", "drop"));
        (await town.Room.Documents.NamesAsync(Containers.Sealed, "learning/", Cancellation)).ShouldBeEmpty();
        (await StepsAsync()).ShouldAllBe(done => !done);
    }

    [Fact]
    public async Task An_exercise_is_the_persons_own_and_of_an_entry_of_the_own_office()
    {
        await SentAsync(("step", "choose"), ("entry", "01-03"));
        (await town.Service<Exercises>().FindAsync(new Core.Access.Actor("clerk2", "某clerk2", Core.Access.Role.Clerk, UseCases.TownHall.Agency, "caizheng"), Cancellation)).Entry.ShouldBeNull();
        var foreign = town.Service<ReferenceData>().Catalogue.Categories.SelectMany(c => c.Entries).First(e => e.Offices.Count > 0 && !e.Offices.Contains("dangzheng"));
        (await RefusedAsync(("step", "choose"), ("entry", foreign.Code))).ShouldContain("请选择本站所负责的公开事项");
        (await OpenTownHall.GetAsync(town.Reviewer, "/desk/learn")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Outside_demo_mode_there_is_no_exercise()
    {
        await using var real = new OpenTownHall();
        await real.InitializeAsync();
        (await OpenTownHall.GetAsync(real.Clerk, "/desk/learn")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var answer = await OpenTownHall.PostAsync(real.Clerk, "/api/learning", new { step = "choose", entry = "01-03" });
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await (await OpenTownHall.GetAsync(real.Clerk, "/desk/items/new")).Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("/desk/learn");
    }

    private static (string Name, string Value)[] Form(string body) =>
    [
        ("step", "submit"), ("title", "练习：示例会议"), ("formedOn", "2026-02-27"), ("body", body), ("elements.title", "示例会议"), ("elements.event_date", "2026-02-27"),
        ("elements.place", "示例地点"), ("elements.body", "部署工作。"), ("elements.source", "党政办"), ("musts", "supervision"),
    ];

    private async Task SentAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await town.Clerk.PostFormAsync("/api/learning", fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync(Cancellation));
        answer.Headers.Location!.ToString().ShouldBe("/desk/learn");
    }

    private async Task<string> RefusedAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await town.Clerk.PostFormAsync("/api/learning", fields);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, page);
        return WebUtility.HtmlDecode(page);
    }

    private async Task<string> PageAsync()
    {
        using var answer = await OpenTownHall.GetAsync(town.Clerk, "/desk/learn");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<List<bool>> StepsAsync() =>
        [.. (await town.Service<Exercises>().FindAsync(new Core.Access.Actor("clerk", "某clerk", Core.Access.Role.Clerk, UseCases.TownHall.Agency, "dangzheng"), Cancellation)).Steps.Select(s => s.Done)];
}
