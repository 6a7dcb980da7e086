using System.Text.RegularExpressions;
using Lianxin.EndToEnd.Running;
using Microsoft.Playwright;

namespace Lianxin.EndToEnd.Browser;

/// <summary>From submission to publication and publication again, by clicking alone, everybody in a window of their own; and once by keyboard alone.</summary>
[Collection(nameof(RealBrowser))]
public partial class WholeWayTests(SampleSystem sample, RealBrowser browser)
{
    private RunningSystem System => sample.System;

    [Fact]
    public async Task S8_S15_an_item_goes_out_and_out_again_by_clicking_without_script()
    {
        var title = "示例八村泵房改造采购结果";
        await using var clerk = await WindowAsync("clerk", "caizheng");
        var item = await SubmitAsync(clerk.Page, title);
        await ReviewedAgreedApprovedAsync(item);
        await UntilOutAsync(clerk.Page, item, 1);

        // A villager finds it from the front page and says that something is wrong.
        await using var villager = await browser.VisitAsync(System.Address, 390, script: false);
        await UntilOnFrontPageAsync(villager.Page, title);
        await villager.Page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(villager.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await villager.Page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await villager.Page.Locator("textarea").FillAsync("合同金额应为十九万八千元");
        await villager.Page.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        var receipt = villager.Page.Url;

        await using var reviewer = await WindowAsync("reviewer");
        await reviewer.Page.GotoAsync("/desk/feedback");
        await reviewer.Page.GetByRole(AriaRole.Link).Filter(new() { HasTextString = "合同金额应为十九万八千元" }).First.ClickAsync();
        var feedback = Segment().Match(reviewer.Page.Url).Value;

        // The clerk corrects it because of that.
        await clerk.Page.GotoAsync($"/desk/items/{item}/revise");
        await clerk.Page.Locator("[name='elements.contract_sum']").FillAsync("198000");
        await clerk.Page.Locator("[name=changeNote]").FillAsync("合同金额更正为十九万八千元");
        await clerk.Page.Locator("[name=becauseOf]").FillAsync(feedback);
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "提交修改稿" }).ClickAsync();
        await ReviewedAgreedApprovedAsync(item);
        await UntilOutAsync(clerk.Page, item, 2);

        await villager.Page.GotoAsync($"/items/{item}.html?look=again");
        await Assertions.Expect(villager.Page.Locator("main")).ToContainTextAsync("198000");
        await villager.Page.GetByRole(AriaRole.Link, new() { Name = "与第 1 版对比" }).ClickAsync();
        await Assertions.Expect(villager.Page.Locator("ins").First).ToBeVisibleAsync();
        await villager.Page.GotoAsync(receipt);
        await Assertions.Expect(villager.Page.Locator("main")).ToContainTextAsync("合同金额应为十九万八千元");
    }

    [Fact]
    public async Task An_item_is_submitted_by_keyboard_alone()
    {
        await using var visit = await browser.VisitAsync(System.Address);
        await visit.SignInAsync(System, "clerk", "dangzheng");
        var page = visit.Page;
        await page.GotoAsync("/desk/items/new/01-03");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        await TypeAsync(page, "title", "示例镇召开防汛工作会议");
        await TypeAsync(page, "body", "会议部署汛期值守和隐患排查。");
        await TypeDayAsync(page, "formedOn");
        await TypeAsync(page, "elements.title", "示例镇召开防汛工作会议");
        await TypeAsync(page, "elements.event_date", Days.Yesterday, day: true);
        await TypeAsync(page, "elements.place", "镇政府会议室");
        await TypeAsync(page, "elements.body", "部署汛期值守。");
        await TypeAsync(page, "elements.source", "党政办");
        await ToAsync(page, "button[type=submit]:not([formaction]):not(.plain)");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("索引号");
    }

    private async Task<Visit> WindowAsync(string role, string? office = null, int which = 0)
    {
        var visit = await browser.VisitAsync(System.Address, script: false);
        await visit.SignInAsync(System, role, office, which);
        return visit;
    }

    private static async Task<string> SubmitAsync(IPage page, string title)
    {
        await page.GotoAsync("/desk/items/new");
        await page.GetByRole(AriaRole.Link, new() { Name = "政府采购、工程项目与收费" }).ClickAsync();
        foreach (var (name, value) in new (string, string)[]
        {
            ("title", title), ("body", "本次采购按规定程序进行，结果公布如下。"), ("formedOn", Days.Yesterday),
            ("elements.project", "泵房改造"), ("elements.method", "询价"), ("elements.winner", "示例工程队"), ("elements.contract_sum", "189000"),
            ("elements.schedule", "三十日内完工"), ("elements.charge", "无"), ("elements.fee_basis", "无"), ("elements.fee_standard", "0"), ("elements.amount_year", "0"),
        })
        {
            await page.Locator($"[name='{name}']").FillAsync(value);
        }

        await page.Locator("[name=musts][value=supervision]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交申报" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("索引号");
        return Segment().Match(page.Url).Value;
    }

    private async Task ReviewedAgreedApprovedAsync(string item)
    {
        await StepAsync("reviewer", 0, item, async page =>
        {
            await page.Locator("[name=decision][value=accept]").CheckAsync();
            await page.Locator("[name=secrecyCheck][value=passed]").CheckAsync();
            foreach (var question in new[] { "complete", "true", "specific", "lawful" })
            {
                await page.Locator($"[name='answers.{question}']").CheckAsync();
            }

            await page.GetByRole(AriaRole.Button, new() { Name = "提交审核意见" }).ClickAsync();
        });
        for (var which = 0; which < 2; which++)
        {
            await StepAsync("leader", which, item, async page =>
            {
                await page.Locator("[name=opinion][value=agree]").CheckAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "提交意见" }).ClickAsync();
            });
        }

        await StepAsync("chair", 0, item, async page =>
        {
            await page.Locator("[name=decision][value=approve]").CheckAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "提交决定" }).ClickAsync();
        });
    }

    private async Task StepAsync(string role, int which, string item, Func<IPage, Task> act)
    {
        await using var visit = await WindowAsync(role, which: which);
        await visit.Page.GotoAsync($"/desk/items/{item}");
        await act(visit.Page);
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
    }

    /// <summary>The lists follow an item's own page by a message of their own.</summary>
    private static async Task UntilOnFrontPageAsync(IPage page, string title)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            await page.GotoAsync($"/index.html?look={attempt}");
            if (await page.GetByRole(AriaRole.Link, new() { Name = title }).CountAsync() > 0)
            {
                return;
            }

            await page.WaitForTimeoutAsync(500);
        }

        Assert.Fail($"{title} does not stand on the front page");
    }

    private static async Task UntilOutAsync(IPage page, string item, int version)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            // A browser keeps a page for a minute, as its cache time says; another address asks anew.
            await page.GotoAsync($"/items/{item}.html?look={version}-{attempt}");
            if ((await page.Locator("main").TextContentAsync())!.Contains($"第 {version} 版", StringComparison.Ordinal))
            {
                return;
            }

            await page.WaitForTimeoutAsync(500);
        }

        Assert.Fail($"{item} is not out in version {version}");
    }

    private static async Task TypeAsync(IPage page, string field, string text, bool day = false)
    {
        if (day)
        {
            await TypeDayAsync(page, field);
            return;
        }

        await ToAsync(page, $"[name='{field}']");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>A date field takes its parts one after the other, in the order of the browser's own language: month, day, year.</summary>
    private static async Task TypeDayAsync(IPage page, string field)
    {
        await ToAsync(page, $"[name='{field}']");
        var day = Days.Yesterday.Split('-');
        await page.Keyboard.TypeAsync(day[1] + day[2] + day[0]);
        (await page.Locator($"[name='{field}']").InputValueAsync()).ShouldBe(Days.Yesterday);
    }

    /// <summary>Forward by the tabulator until the focus is there.</summary>
    private static async Task ToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 60; press++)
        {
            if (await page.EvaluateAsync<bool>("s => document.activeElement !== null && document.activeElement.matches(s)", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"the keyboard does not come to {selector}");
    }

    /// <summary>The id in an address of the desk.</summary>
    [GeneratedRegex(@"(?<=/)ligang-[^/?#]+|(?<=/feedback/)[^/?#]+")]
    private static partial Regex Segment();
}
