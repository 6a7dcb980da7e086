using Lianxin.Core.Duties;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

public sealed class PostingTests : IDisposable
{
    private static readonly PostingInput Up = new("2026-Q1/cun-01", "村委会门口公示栏", "2026-04-02", null);
    private readonly DeskTown town = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => town.Dispose();

    [Fact]
    public async Task S26_who_hung_what_where_and_when_is_kept_with_its_photo_and_the_same_again_changes_nothing()
    {
        await ClosedOnAsync("2026-04-02 10:00:00");

        var first = await town.Postings.RecordAsync(DeskTown.Villager, Up, Photos.Png(), Stop);
        var again = await town.Postings.RecordAsync(DeskTown.Villager, Up, Photos.Png(), Stop);

        (first.Accepted, again.Accepted).ShouldBe((true, true));
        var kept = (await town.Postings.OfQuarterAsync(TownHall.Agency, QuarterTown.FirstQuarter, Stop)).ShouldHaveSingleItem();
        (kept.Board, kept.PostedOn, kept.Events[0].By).ShouldBe(("cun-01", new DateOnly(2026, 4, 2), DeskTown.Villager.Account));
        kept.Events.Select(e => e.Kind).ShouldBe(["posted", "photographed"]);
        (await town.Postings.PhotoAsync(TownHall.Reviewer, kept.Id, kept.Photos.Single().Sha256, Stop)).ShouldNotBeNull();
        (await town.Postings.PhotoAsync(TownHall.Reviewer with { Agency = "elsewhere" }, kept.Id, kept.Photos.Single().Sha256, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_later_call_for_the_same_place_says_when_it_came_down_and_another_place_is_another_record()
    {
        await ClosedOnAsync("2026-04-02 10:00:00");
        await town.Postings.RecordAsync(DeskTown.Villager, Up, null, Stop);
        await town.Postings.RecordAsync(DeskTown.Villager, Up with { Place = "小卖部外墙" }, null, Stop);
        town.Quarter.GoTo("2026-07-02 10:00:00");

        var down = await town.Postings.RecordAsync(DeskTown.Villager, Up with { PostedOn = null, TakenDownOn = "2026-07-01" }, null, Stop);

        down.Value!.TakenDownOn.ShouldBe(new DateOnly(2026, 7, 1));
        (await StateAsync("cun-01")).ShouldBe(PostingState.Posted, "one of the two still hangs");
        await town.Postings.RecordAsync(DeskTown.Villager, Up with { Place = "小卖部外墙", TakenDownOn = "2026-07-02" }, null, Stop);
        (await StateAsync("cun-01")).ShouldBe(PostingState.TakenDown);
    }

    /// <summary>April 4 to 6 are days off: the third working day after April 1 is April 7.</summary>
    [Theory]
    [InlineData("2026-04-07 23:59:59", PostingState.None)]
    [InlineData("2026-04-08 00:00:00", PostingState.Red)]
    public async Task S26_a_board_without_evidence_turns_red_after_three_working_days(string now, PostingState state)
    {
        await ClosedOnAsync(now);
        (await StateAsync("cun-01")).ShouldBe(state);
        (await StateAsync("party")).ShouldBe(PostingState.None, "nobody photographs the members' room");
    }

    [Theory]
    [InlineData("2026-04-01", null, "invalid-input", "posted the day the sheet was made is lawful, so only later checks refuse", false)]
    [InlineData("2026-03-31", null, "invalid-input", "before the sheet was made", true)]
    [InlineData("2026-04-03", null, "invalid-input", "tomorrow", true)]
    [InlineData("2026-04-02", "2026-04-01", "invalid-input", "down before up", true)]
    [InlineData("2026-04-31", null, "invalid-input", "no such day", true)]
    [InlineData(null, "2026-04-02", "invalid-input", "down without ever being up", true)]
    public async Task Dates_are_lawful_and_in_order(string? up, string? down, string code, string why, bool refused)
    {
        await ClosedOnAsync("2026-04-02 10:00:00");
        var decision = await town.Postings.RecordAsync(DeskTown.Villager, Up with { PostedOn = up, TakenDownOn = down }, null, Stop);
        decision.Refusal?.Code.ShouldBe(code, why);
        decision.Accepted.ShouldBe(!refused, why);
    }

    [Fact]
    public async Task What_is_on_record_cannot_be_said_otherwise()
    {
        await ClosedOnAsync("2026-04-03 10:00:00");
        await town.Postings.RecordAsync(DeskTown.Villager, Up, null, Stop);
        (await town.Postings.RecordAsync(DeskTown.Villager, Up with { PostedOn = "2026-04-03" }, null, Stop)).Refusal!.Code.ShouldBe("posting-contradicted");
    }

    [Theory]
    [InlineData("2026-Q1/cun-02", "no-sheet")]
    [InlineData("2026-Q2/cun-01", "no-sheet")]
    [InlineData("2026-Q1/party", "no-sheet")]
    [InlineData("cun-01", "invalid-input")]
    [InlineData(null, "invalid-input")]
    public async Task Only_a_sheet_that_was_made_can_hang(string? sheet, string code)
    {
        await ClosedOnAsync("2026-04-02 10:00:00");
        (await town.Postings.RecordAsync(DeskTown.Villager, Up with { Sheet = sheet }, null, Stop)).Refusal!.Code.ShouldBe(code);
    }

    [Fact]
    public async Task A_village_s_board_is_its_clerk_s_and_the_town_s_sheet_is_every_clerk_s()
    {
        await ClosedOnAsync("2026-04-02 10:00:00");
        (await town.Postings.RecordAsync(TownHall.Clerk, Up, null, Stop)).Refusal!.Code.ShouldBe("wrong-office");
        (await town.Postings.RecordAsync(DeskTown.Villager, Up with { Sheet = "2026-Q1/all" }, null, Stop)).Accepted.ShouldBeTrue();
        (await StateAsync("")).ShouldBe(PostingState.Posted);
    }

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_whatever_it_is_called_and_nothing_is_kept()
    {
        await ClosedOnAsync("2026-04-02 10:00:00");
        (await town.Postings.RecordAsync(DeskTown.Villager, Up, "GIF89a"u8.ToArray(), Stop)).Refusal!.Code.ShouldBe("photo-kind");
        (await town.Postings.OfQuarterAsync(TownHall.Agency, QuarterTown.FirstQuarter, Stop)).ShouldBeEmpty();
    }

    private async Task ClosedOnAsync(string now)
    {
        await town.CloseAsync(Stop);
        town.Quarter.GoTo(now);
    }

    private async Task<PostingState> StateAsync(string board)
    {
        var record = await town.Quarter.RecordAsync(QuarterTown.FirstQuarter, Stop);
        return town.Postings.StatesOf(record, await town.Postings.OfQuarterAsync(TownHall.Agency, QuarterTown.FirstQuarter, Stop))[board];
    }
}
