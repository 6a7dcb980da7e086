using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The last second of the year in China, which is 15:59:59 of December 31 by the machine.</summary>
public class NewYearTests
{
    private readonly TownHall town = new();

    public NewYearTests() => town.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero));

    [Fact]
    public async Task An_item_of_the_last_second_lies_in_the_old_years_register_and_the_next_one_in_the_new()
    {
        var last = await town.SubmittedAsync(Submissions.News("年末最后一条"));
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        var first = await town.SubmittedAsync(Submissions.News("新年第一条"));

        (last.Year, first.Year).ShouldBe((2026, 2027));
        last.IndexNumber.ShouldContain("/2026-");
        first.IndexNumber.ShouldContain("/2027-");
    }

    [Fact]
    public async Task The_last_day_may_be_named_and_the_day_that_has_not_begun_may_not()
    {
        (await town.SubmittedAsync(Submissions.News("当日成文") with { FormedOn = "2026-12-31" })).Status.ShouldBe(ItemStatus.Submitted);
        var tomorrow = await CreateAsync(Submissions.News("明日成文") with { FormedOn = "2027-01-01" }, null);

        tomorrow.Refusal!.Errors.ShouldContainKey("formedOn");
        town.Clock.Advance(TimeSpan.FromSeconds(1));
        (await CreateAsync(Submissions.News("明日成文") with { FormedOn = "2027-01-01" }, null)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_command_repeated_after_midnight_is_still_the_same_command()
    {
        var first = await CreateAsync(Submissions.News("跨年重发"), Receipt("body"));
        town.Clock.Advance(TimeSpan.FromSeconds(2));
        var again = await CreateAsync(Submissions.News("跨年重发"), Receipt("body"));
        var other = await CreateAsync(Submissions.News("另一条"), Receipt("other body"));

        (again.Repeated, again.Item!.Id).ShouldBe((true, first.Item!.Id));
        other.Refusal!.Code.ShouldBe("idempotency-mismatch");
    }

    private Task<Functions.UseCases.CommandAnswer> CreateAsync(ItemInput input, CommandReceipt? receipt) =>
        town.Commands.CreateAsync(TownHall.Clerk, input, draft: false, receipt, TestContext.Current.CancellationToken);

    private CommandReceipt Receipt(string body) => new("key", body, "", town.Clock.GetUtcNow());
}
