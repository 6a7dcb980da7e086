using Lianxin.Core.Cases;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>What the public sees of duties and of the 连心 register.</summary>
public sealed class PublicRegisterTests
{
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S33_a_duty_stands_among_what_is_missing_until_its_item_is_out_and_again_when_it_comes_down()
    {
        await town.Coverage.WriteDueAsync(TownHall.Agency, Cancellation);
        var page = await town.PageAsync("coverage/2026-Q1.html");
        page.ShouldContain("年度重点工作及进展");
        page.ShouldContain("2026年第一季度");
        (await town.PageAsync("coverage/index.html")).ShouldBe(page);

        var item = await town.ReviewedAsync(await town.SubmittedAsync(Submissions.Quarterly("第一季度重点工作进展")));
        await town.Coverage.WriteDueAsync(TownHall.Agency, Cancellation);
        (await town.PageAsync("coverage/2026-Q1.html")).ShouldBe(page);
        town.Clock.Advance(TimeSpan.FromDays(30));
        await town.DeliverAsync(PublicationDay.Publish(item));
        await town.PumpAsync();
        (await town.PageAsync("coverage/2026-Q1.html")).ShouldNotContain("年度重点工作及进展");
        await town.WithdrawnAsync(item.Id);
        await town.PumpAsync();
        (await town.PageAsync("coverage/2026-Q1.html")).ShouldContain("年度重点工作及进展");
    }

    [Fact]
    public async Task A_duty_that_never_leaves_the_Party_is_not_among_what_is_missing()
    {
        await town.Coverage.WriteDueAsync(TownHall.Agency, Cancellation);
        town.Reference.Catalogue.Entry("02-01")!.Title.ShouldBe("理论学习与主题教育");
        (await town.Documents.SiteAsync()).Where(p => p.Value.Contains("理论学习与主题教育", StringComparison.Ordinal)).Select(p => p.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_due_day_that_passes_turns_what_is_missing_into_what_is_overdue_and_a_second_look_writes_nothing()
    {
        await town.Coverage.WriteDueAsync(TownHall.Agency, Cancellation);
        var before = await town.PageAsync("coverage/2026-Q1.html");
        town.Clock.Advance(TimeSpan.FromDays(60));
        (await town.Coverage.WriteDueAsync(TownHall.Agency, Cancellation)).ShouldBeGreaterThan(0);
        var after = await town.PageAsync("coverage/2026-Q1.html");
        Overdue(after).ShouldBeGreaterThan(Overdue(before));
        (await town.Coverage.WriteDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task S13_a_case_stands_in_the_public_register_masked_and_follows_its_steps()
    {
        var item = await town.Feedback.PublishedAsync();
        var piece = await town.Feedback.ReceivedAsync(item.Id);
        await town.Feedback.ScreenAsync(piece.Id, FeedbackTown.Register);
        await town.PumpAsync();
        var site = await town.Documents.SiteAsync();
        foreach (var page in new[] { "lianxin/index.html", "lianxin/2026-03.html" })
        {
            site[page].ShouldContain("核实低保名单", customMessage: page);
            site[page].ShouldContain("示例一村一社", customMessage: page);
            site[page].ShouldNotContain("13800138000");
            site[page].ShouldNotContain("名单里漏了一户");
            site[page].ShouldNotContain(item.Id);
        }

        var id = (await town.Feedback.Book.FindAsync(piece.Id, Cancellation))!.Piece.Screening!.CaseId!;
        await town.Feedback.Steps.ResolveAsync(TownHall.Clerk, id, new ResolutionInput(null, "已经入户核实", null), Cancellation);
        await town.Feedback.Steps.ConfirmAsync(TownHall.Reviewer, id, new ConfirmationInput(null, null), null, Cancellation);
        await town.PumpAsync();
        (await town.PageAsync("lianxin/index.html")).ShouldContain("没有正在办理的事项。");
        var month = await town.PageAsync("lianxin/2026-03.html");
        month.ShouldContain("已经入户核实");
        month.ShouldContain("已办结并确认");
        await town.DeliverAsync(new OutboxMessage("publication", "refresh-cases", $"{TownHall.Agency}/2026-03", 1));
        (await town.PageAsync("lianxin/2026-03.html")).ShouldBe(month);
    }

    private static int Overdue(string page) => page.Split("已逾期").Length - 1;

    [Theory]
    [InlineData("ligang")]
    [InlineData("ligang/2026")]
    [InlineData("ligang/2026-13")]
    public async Task A_message_that_names_no_month_fails(string subject) =>
        await Should.ThrowAsync<FormatException>(() => town.DeliverAsync(new OutboxMessage("publication", "refresh-cases", subject, 1)));
}
