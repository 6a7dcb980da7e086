using Lianxin.Core.Duties;
using Lianxin.Core.Items;

namespace Lianxin.Core.Tests.Duties;

public sealed class OpenPointTests
{
    private static readonly DateOnly Evening = new(2026, 3, 31);

    private static readonly Dictionary<string, IReadOnlyList<string>> NoProblems = [];

    [Fact]
    public void S30_the_list_tells_apart_what_is_missing_not_approved_and_failing()
    {
        var board = DutyFixture.Board(
            Evening,
            [
                DutyFixture.Row("12-01", "jisheng", ItemStatus.Submitted, id: "ligang-2026-a"),
                DutyFixture.Row("01-01", "dangzheng", ItemStatus.Approved, id: "ligang-2026-b"),
                DutyFixture.Row("10-03", "caizheng", ItemStatus.Approved, id: "ligang-2026-c"),
                DutyFixture.Row("13-03", "laobao", ItemStatus.Published, "2026-03-30T09:00:00+08:00", id: "ligang-2026-d"),
            ]);
        var points = OpenPoints.Of(board, new Dictionary<string, IReadOnlyList<string>> { ["ligang-2026-c"] = ["内容中发现1处个人信息。"] }, Evening);

        OpenPointKind? KindOf(string entry) => points.SingleOrDefault(p => p.Standing.Duty.Entry == entry)?.Kind;
        KindOf("12-01").ShouldBe(OpenPointKind.NotApproved);
        KindOf("01-01").ShouldBeNull("approved and fit to go out");
        KindOf("10-03").ShouldBe(OpenPointKind.FailingCheck);
        KindOf("13-03").ShouldBeNull("it is out");
        KindOf("02-01").ShouldBe(OpenPointKind.Missing);
        points.Single(p => p.Standing.Duty.Entry == "12-01").DaysLeft.ShouldBe(20);
    }

    [Fact]
    public void Waived_and_future_duties_are_no_open_points()
    {
        var id = DutyFixture.Board(Evening).Duty("02-01", "dangzheng").Duty.Id;
        var waived = DutyRecord.New(id) with { Waiver = new Waiver("理由", "chair", "示例组长", DateTimeOffset.UnixEpoch) };

        OpenPoints.Of(DutyFixture.Board(Evening, [], waived), NoProblems, Evening).ShouldNotContain(p => p.Standing.Duty.Entry == "02-01");
        OpenPoints.Of(DutyFixture.Board(new DateOnly(2026, 1, 15)), NoProblems, new DateOnly(2026, 1, 15))
            .ShouldNotContain(p => p.Standing.Duty.Period == "2026-02" || p.Standing.Duty.Period == "2026-03");
    }

    [Fact]
    public void The_nearest_due_day_comes_first()
    {
        var days = OpenPoints.Of(DutyFixture.Board(Evening), NoProblems, Evening).Select(p => p.DaysLeft).ToList();

        days.ShouldBe(days.Order());
    }
}
