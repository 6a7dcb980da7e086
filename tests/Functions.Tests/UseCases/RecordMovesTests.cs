using Lianxin.Core.Reports.Records;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>A record that was entered under the wrong year or number.</summary>
public sealed class RecordMovesTests
{
    private static readonly RecordInput Wrong = new("charge", "收1", "示例收费", new DateOnly(2025, 1, 6), null, null, null, null, null, 12m);
    private static readonly RecordInput Right = Wrong with { On = new DateOnly(2026, 1, 6), Reason = "年份写错" };

    private readonly YearlyTown town = new(new TownHall());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_of_the_wrong_year_moves_in_one_command_and_both_say_so()
    {
        var wrong = await town.EnterAsync(YearlyTown.Finance, Wrong);
        var moved = await town.EnterAsync(YearlyTown.Finance, Right with { Replaces = wrong.Id });
        (moved.On.Year, moved.Version, moved.Replaces).ShouldBe((2026, 1, wrong.Id));
        (await OfYearAsync(2025)).Single().ShouldSatisfyAllConditions(r => r.IsVoid.ShouldBeTrue(), r => r.Reason.ShouldBe("改登为2026年“收1”：年份写错"));
        (await OfYearAsync(2026)).Single().IsVoid.ShouldBeFalse();
        (await town.EnterAsync(YearlyTown.Finance, Right with { Replaces = wrong.Id })).Id.ShouldBe(moved.Id, "the same command again finds it done");
        (await town.Recording.EnterAsync(YearlyTown.Finance, Right with { Replaces = wrong.Id, On = new DateOnly(2026, 1, 7) }, null, Cancellation))
            .Refusal!.Code.ShouldBe("record-changed");
    }

    [Fact]
    public async Task A_wrong_number_within_a_year_is_one_transaction()
    {
        var wrong = await town.EnterAsync(YearlyTown.Finance, Wrong);
        town.Town.Gate.KillAt(CallsBeforeCommit + 1, after: true);
        await Should.ThrowAsync<KilledException>(() => town.EnterAsync(YearlyTown.Finance, Wrong with { Number = "收2", Replaces = wrong.Id, Reason = "编号写错" }));
        town.Town.Gate.Open();
        (await OfYearAsync(2025)).Where(r => !r.IsVoid).Select(r => r.Number).ShouldBe(["收2"]);
    }

    [Fact]
    public async Task Killed_anywhere_a_move_is_ended_by_the_same_command_and_nothing_is_lost()
    {
        for (var (call, died) = (1, true); died; call++)
        {
            var number = $"收{call}";
            var wrong = await town.EnterAsync(YearlyTown.Finance, Wrong with { Number = number });
            town.Town.Gate.KillAt(call, after: call % 2 == 0);
            died = await DiesAsync(Right with { Number = number, Replaces = wrong.Id });
            town.Town.Gate.Open();
            (await CountedAsync(number)).ShouldBeGreaterThan(0, $"killed at {call}");
            await town.EnterAsync(YearlyTown.Finance, Right with { Number = number, Replaces = wrong.Id });
            (await CountedAsync(number)).ShouldBe(1, $"killed at {call}");
        }
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    public async Task What_nobody_ends_the_nightly_draft_of_either_year_ends_before_it_counts(int year)
    {
        var wrong = await town.EnterAsync(YearlyTown.Finance, Wrong);
        town.Town.Gate.KillAt(CallsBeforeCommit + 1, after: true);
        await Should.ThrowAsync<KilledException>(() => town.EnterAsync(YearlyTown.Finance, Right with { Replaces = wrong.Id }));
        town.Town.Gate.Open();
        (await CountedAsync("收1")).ShouldBe(2);
        await town.Town.Draft.BuildAsync(YearlyTown.Timer, year, Cancellation);
        (await CountedAsync("收1")).ShouldBe(1);
        (await OfYearAsync(2025)).Single().Reason.ShouldBe("改登为2026年“收1”：年份写错");
    }

    [Fact]
    public async Task It_may_not_move_onto_another_record_nor_by_another_office_nor_without_a_reason()
    {
        var wrong = await town.EnterAsync(YearlyTown.Finance, Wrong);
        await town.EnterAsync(YearlyTown.Finance, Wrong with { Number = "收2" });
        async Task<string?> CodeAsync(RecordInput input, bool byAnother = false) =>
            (await town.Recording.EnterAsync(byAnother ? TownHall.Clerk : YearlyTown.Finance, input, null, Cancellation)).Refusal?.Code;

        (await CodeAsync(Wrong with { Number = "收2", Replaces = wrong.Id, Reason = "编号写错" })).ShouldBe("record-exists");
        (await CodeAsync(Right with { Replaces = wrong.Id }, byAnother: true)).ShouldBe("other-office");
        (await CodeAsync(Right with { Replaces = wrong.Id, Reason = " " })).ShouldBe("invalid-input");
        (await CodeAsync(Right with { Replaces = wrong.Id, Void = true })).ShouldBe("invalid-input");
        (await CodeAsync(new RecordInput("license", "收1", null, Wrong.On, null, null, null, null, null, null, wrong.Id, "种类写错"))).ShouldBe("other-kind");
    }

    [Fact]
    public async Task A_key_enters_one_record_whatever_year_it_names()
    {
        var first = await town.Recording.EnterAsync(YearlyTown.Finance, Wrong, ("key", "body"), Cancellation);
        (await town.Recording.EnterAsync(YearlyTown.Finance, Right, ("key", "another body"), Cancellation)).Refusal!.Code.ShouldBe("idempotency-mismatch");
        (await OfYearAsync(2026)).ShouldBeEmpty();
        (await town.Recording.EnterAsync(YearlyTown.Finance, Wrong, ("key", "body"), Cancellation)).Record!.Id.ShouldBe(first.Record!.Id);
    }

    [Fact]
    public async Task A_key_that_was_refused_may_be_used_again_with_what_is_right()
    {
        (await town.Recording.EnterAsync(YearlyTown.Finance, Wrong with { Amount = -1 }, ("key", "body"), Cancellation)).Refusal.ShouldNotBeNull();
        (await town.Recording.EnterAsync(YearlyTown.Finance, Wrong, ("key", "mended body"), Cancellation)).Refusal.ShouldBeNull();
    }

    /// <summary>The version that is named, and the records under both names.</summary>
    private static int CallsBeforeCommit => 3;

    private async Task<List<DatedRecord>> OfYearAsync(int year) =>
        await new RecordBook(town.Town.Room.Ledgers, town.Recording.Kinds).OfYearAsync(TownHall.Agency, year, "charge", Cancellation).ToListAsync(Cancellation);

    private async Task<int> CountedAsync(string number) =>
        (await OfYearAsync(2025)).Concat(await OfYearAsync(2026)).Count(r => r.Number == number && !r.IsVoid);

    private async Task<bool> DiesAsync(RecordInput input)
    {
        try
        {
            await town.EnterAsync(YearlyTown.Finance, input);
            return false;
        }
        catch (KilledException)
        {
            return true;
        }
    }
}
