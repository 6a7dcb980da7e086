using Lianxin.Core.Assessment;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

public sealed class TimelinessTests : IDisposable
{
    private readonly DeskTown town = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => town.Dispose();

    [Fact]
    public async Task S16_a_quarter_s_duties_count_where_they_are_listed_whenever_they_fall_due()
    {
        var hall = town.Quarter.Town;
        await town.Quarter.PassAsync(Stop);
        await hall.ReviewedAsync(await hall.SubmittedAsync(Submissions.Quarterly("道路养护进展")));
        town.Quarter.GoTo("2026-04-22 09:00:00");
        await town.Quarter.PassAsync(Stop);

        var office = (await town.Timeliness.OfQuarterAsync(TownHall.Agency, QuarterTown.FirstQuarter, Stop)).Offices.Single(o => o.Office.Code == "dangzheng");

        var onTime = office.Measures.Single(m => m.Rule.Kind == MeasureKind.OnTime).Proportion;
        (onTime.Hits, onTime.Sample).ShouldBe((0, 5), "the item went out on the 22nd, two days late; three months of another entry and the Party's quarter never did");
        office.Losses.ShouldContain(l => l.Reason == "《年度重点工作及进展》（2026年第1季度）逾期2天公开");
        office.Losses.Count(l => l.Reason.Contains("仍未公开", StringComparison.Ordinal)).ShouldBe(4);
    }

    [Fact]
    public async Task A_range_counts_what_fell_due_in_it_and_nothing_from_before_the_register()
    {
        await town.Quarter.Service.SinceAsync(TownHall.Agency, Stop);
        town.Quarter.GoTo("2026-04-22 09:00:00");

        (await SampleAsync("2026-01-01", "2026-03-31")).ShouldBe(2, "of January and February");
        (await SampleAsync("2026-04-01", "2026-04-19")).ShouldBe(1, "of March");
        (await SampleAsync("2026-04-20", "2026-04-20")).ShouldBe(2, "of the quarter");
        (await SampleAsync("2026-04-22", "2026-06-30")).ShouldBe(0, "not over yet");
    }

    [Fact]
    public async Task S39_items_that_went_out_are_counted_complete_corrected_and_complained_about()
    {
        var hall = town.Quarter.Town;
        var news = await hall.ApprovedNewsAsync("镇政府召开例会");
        await hall.PumpAsync();
        await hall.RevisedAsync(news.Id, "镇政府召开例会（更正）");
        await hall.PumpAsync();
        await hall.ApprovedNewsAsync("镇政府召开第二次例会");
        await hall.PumpAsync();
        town.Complaints.ByItem = new Dictionary<string, int> { [news.Id] = 2 };

        var office = (await town.Timeliness.OfRangeAsync(TownHall.Agency, new(2026, 1, 1), new(2026, 3, 31), Stop)).Offices.Single(o => o.Office.Code == "dangzheng");

        office.Measures.Skip(1).Select(m => (m.Proportion.Hits, m.Proportion.Sample, m.Score)).ShouldBe([(2, 2, null), (1, 2, null), (1, 2, null)]);
        (await hall.ReadAsync(news.Id)).Status.ShouldBe(ItemStatus.Published);
    }

    private async Task<int> SampleAsync(string from, string to)
    {
        var figures = await town.Timeliness.OfRangeAsync(TownHall.Agency, DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture), Stop);
        return figures.Offices.Single(o => o.Office.Code == "dangzheng").Measures[0].Proportion.Sample;
    }
}
