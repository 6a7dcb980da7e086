using FsCheck.Xunit;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Tests.Feedback;

namespace Lianxin.Core.Tests.Cases;

public class FunnelTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2026, 3, 31);
    private static readonly FeedbackRow Piece = FeedbackRow.Of(FeedbackDesk.Registered());

    [Fact]
    public void S13_the_funnel_counts_how_far_each_piece_came_by_office_kind_and_month()
    {
        FeedbackRow[] pieces =
        [
            Piece,
            Piece with { Id = "ligang-2026-2", State = FeedbackState.Received, CaseId = null, Kind = FeedbackKind.Error },
            Piece with { Id = "ligang-2026-3", State = FeedbackState.Declined, CaseId = null, Office = "caizheng" },
            Piece with { Id = "ligang-2026-4", CaseId = "ligang-2026-lx_4", ReceivedOn = new DateOnly(2026, 2, 1) },
            Piece with { Id = "ligang-2026-5", ReceivedOn = new DateOnly(2026, 4, 1) },
        ];
        var funnel = Funnel.Of(From, To, pieces, [CaseRow.Of(FeedbackDesk.Closed())]);
        funnel.Total.ShouldBe(new FunnelFigures(4, 3, 2, 1, 1, 0, 0, 0, 1));
        funnel.ByKind.Select(s => (s.Key, s.Figures.Collected)).ShouldBe([("error", 1), ("opinion", 3)]);
        funnel.ByOffice.Select(s => (s.Key, s.Figures.Collected)).ShouldBe([("caizheng", 1), ("minzheng", 3)]);
        funnel.ByMonth.Select(s => (s.Key, s.Figures.Registered)).ShouldBe([("2026-02", 1), ("2026-03", 1)]);
    }

    [Property]
    public void The_slices_of_each_cut_add_up_to_the_whole((byte State, byte Office, byte Kind)[] drawn)
    {
        ArgumentNullException.ThrowIfNull(drawn);
        var pieces = drawn.Select((d, i) => Piece with
        {
            Id = $"ligang-2026-{i}",
            CaseId = null,
            State = (FeedbackState)(d.State % 5),
            Office = $"o{d.Office % 3}",
            Kind = (FeedbackKind)(d.Kind % 3),
        }).ToList();
        var funnel = Funnel.Of(From, To, pieces, []);
        var total = funnel.Total;
        total.Screened.ShouldBe(total.Registered + total.Answered + total.Merged + total.Declined);
        foreach (var cut in new[] { funnel.ByOffice, funnel.ByKind, funnel.ByMonth })
            (cut.Sum(s => s.Figures.Collected), cut.Sum(s => s.Figures.Screened)).ShouldBe((total.Collected, total.Screened));
    }
}
