using System.Text;
using Lianxin.Core.Publication;
using Lianxin.Functions.UseCases.Anchors;

namespace Lianxin.Functions.Tests.UseCases.Anchors;

/// <summary>One anchor for each agency and day, over items, feedback and cases, whatever happens to the timer.</summary>
public sealed class AnchorBookTests
{
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_day_has_one_anchor_however_often_the_timer_runs()
    {
        (await town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation)).ShouldBeNull("nothing is there to anchor");
        await town.ApprovedNewsAsync("春耕动员会召开");
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation)));
        var made = all.OfType<Core.Audit.DailyAnchor>().ShouldHaveSingleItem();
        (made.Day, made.Number, made.Heads).ShouldBe((town.Business.Today.AddDays(-1), 1, 1));
        (await town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation)).ShouldBeNull();
        (await town.Anchors.LatestAsync(TownHall.Agency, Cancellation)).ShouldBe(made);
    }

    [Fact]
    public async Task Days_without_a_run_are_covered_by_the_next_one()
    {
        await town.ApprovedNewsAsync("甲");
        var first = (await town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation)).ShouldNotBeNull();
        town.Clock.Advance(TimeSpan.FromDays(5));
        await town.ApprovedNewsAsync("乙");
        var next = (await town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation)).ShouldNotBeNull();
        (next.Since, next.Previous, next.Heads, next.Number).ShouldBe((first.Day, first.Hash, 2, 2));
        (await town.Anchors.ListAsync(TownHall.Agency, next.Day, 10, Cancellation)).ShouldBe([first]);
    }

    [Fact]
    public async Task The_kept_sum_of_heads_may_get_lost()
    {
        await town.ApprovedNewsAsync("甲");
        await town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation);
        await town.Documents.DeleteAsync(Containers.Sealed, $"anchors/{TownHall.Agency}.json", Cancellation);
        town.Clock.Advance(TimeSpan.FromDays(1));
        (await town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation)).ShouldNotBeNull();
        var stored = (await town.Documents.FindAsync(Containers.Anchors, $"{TownHall.Agency}/2026-03-02.json", Cancellation)).ShouldNotBeNull();
        Encoding.UTF8.GetString(stored.Bytes).ShouldContain("\"changed\":[]");
    }

    [Fact]
    public async Task A_register_that_fell_back_behind_its_anchor_is_told()
    {
        var item = await town.ApprovedNewsAsync("甲");
        await town.Anchors.MakeDueAsync(TownHall.Agency, Cancellation);
        var emptied = new TownHall();
        await emptied.ApprovedNewsAsync("乙");
        emptied.Clock.Advance(TimeSpan.FromDays(1));
        var book = new AnchorBook(emptied.Register, emptied.Ledgers, town.Documents, emptied.Business, emptied.Clock);
        (await book.MakeDueAsync(TownHall.Agency, Cancellation)).ShouldNotBeNull().Heads.ShouldBe(2);
        (await book.LostAsync(TownHall.Agency, Cancellation)).ShouldBe(["items/" + item.Id]);
    }
}
