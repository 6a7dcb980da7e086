using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Reading;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Privacy;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The nightly scan of what is public.</summary>
public sealed class PublicScanTests
{
    private readonly TownHall town = new();

    [Fact]
    public async Task S44_what_went_out_before_the_detectors_knew_it_is_found_at_night_and_said_by_kind_and_place_only()
    {
        var clean = await PublishedAsync();
        var leaking = await PublishedAsync();
        await LeakAsync(leaking);
        var scan = Scan();

        (await scan.RunAsync(TownHall.Agency, Now)).ShouldBeTrue();

        var state = await scan.StateAsync(TownHall.Agency, Now);
        state.Scanned.ShouldBe(2);
        var found = state.Found.ShouldHaveSingleItem();
        found.Item.ShouldBe(leaking);
        found.Kinds.ShouldBe(["mobile"]);
        found.Places.ShouldBe(["body"]);
        clean.ShouldNotBe(leaking);
        var record = (await town.Documents.FindAsync(Containers.Sealed, $"privacy/{TownHall.Agency}-sweep.json", Now))!;
        System.Text.Encoding.UTF8.GetString(record.Bytes).ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task A_pass_that_is_through_leaves_the_later_runs_of_the_night_nothing_to_do()
    {
        await PublishedAsync();
        (await Scan().RunAsync(TownHall.Agency, Now)).ShouldBeTrue();
        await PublishedAsync();

        (await Scan().RunAsync(TownHall.Agency, Now)).ShouldBeTrue();
        (await Scan().StateAsync(TownHall.Agency, Now)).Scanned.ShouldBe(1);

        town.Clock.Advance(TimeSpan.FromDays(1));
        (await Scan().RunAsync(TownHall.Agency, Now)).ShouldBeTrue();
        (await Scan().StateAsync(TownHall.Agency, Now)).Scanned.ShouldBe(2);
    }

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    private async Task<string> PublishedAsync()
    {
        var item = await town.ApprovedNewsAsync("镇政府召开会议");
        await town.DeliverAsync(PublicationDay.Publish(item));
        return item.Id;
    }

    /// <summary>A version that went out under older detectors.</summary>
    private Task<CommandAnswer> LeakAsync(string id) => town.Commands.StepAsync(
        TownHall.Clerk,
        id,
        null,
        (item, now) =>
        {
            var e = EventChain.Next(item, "changed", now.By, now.Now, now.RecordedAt, item.Status, "旧数据", null);
            var old = item.Releases[^1] with { Content = item.Released!.Content with { Body = "联系人电话13812345678" } };
            return new ItemChange(item with { Releases = [old], EventCount = e.Number, LastEventHash = e.Hash }, [e], []);
        },
        Now);

    private PublicScan Scan() => new(town.Register, town.Documents, new FileReadings(town.Documents, new FileReader(TimeProvider.System)), town.Business, town.Clock);
}
