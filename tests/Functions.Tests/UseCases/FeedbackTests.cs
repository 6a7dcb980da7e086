using Lianxin.Core;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Feedback over storage in memory: repetitions, limits, lists, counts, receipts.</summary>
public sealed class FeedbackTests
{
    private readonly TownHall town = new();

    private FeedbackTown Feedback => town.Feedback;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S12_what_is_said_on_a_public_item_is_followed_by_a_code_that_storage_does_not_hold()
    {
        var item = await Feedback.PublishedAsync();
        var answer = await Feedback.PostAsync(item.Id, "名单里漏了一户");
        var code = answer.Code!.ToString();
        (await Feedback.Steps.ReceiptAsync(TownHall.Agency, code.ToLowerInvariant(), Cancellation)).ShouldNotBeNull().Piece.Id.ShouldBe(answer.Piece!.Id);
        answer.Piece.Id.ShouldStartWith("ligang-2026-");
        (await Feedback.Steps.ReceiptAsync(TownHall.Agency, "26AA-AAAA-AAAA-AAAA", Cancellation)).ShouldBeNull();
        var rows = await AllRowsAsync();
        rows.ShouldAllBe(r => !(r.Key + r.Text).Contains(answer.Code.Characters, StringComparison.Ordinal));
        rows.ShouldAllBe(r => !(r.Key + r.Text).Contains("203.0.113.7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_the_public_sees_takes_feedback()
    {
        var hidden = await town.SubmittedAsync(Submissions.News("还没有公开"));
        (await Feedback.PostAsync(hidden.Id, "看不到")).Refusal!.Kind.ShouldBe(RefusalKind.Unknown);
        (await Feedback.PostAsync("../../etc", "看不到")).Refusal!.Kind.ShouldBe(RefusalKind.Unknown);
        var gone = await Feedback.PublishedAsync();
        await town.WithdrawnAsync(gone.Id);
        (await Feedback.PostAsync(gone.Id, "撤下了")).Refusal!.Kind.ShouldBe(RefusalKind.Gone);
    }

    [Fact]
    public async Task The_same_text_from_the_same_address_counts_once_within_ten_minutes()
    {
        var item = await Feedback.PublishedAsync();
        var first = await Feedback.PostAsync(item.Id, "双击");
        var again = await Feedback.PostAsync(item.Id, "双击");
        (again.Piece!.Id, again.Code).ShouldBe((first.Piece!.Id, first.Code));
        (await Feedback.PostAsync(item.Id, "双击", "203.0.113.8")).Piece!.Id.ShouldNotBe(first.Piece.Id);
        (await Feedback.PostAsync(item.Id, "另一句")).Piece!.Id.ShouldNotBe(first.Piece.Id);
        town.Clock.Advance(TimeSpan.FromMinutes(11));
        (await Feedback.PostAsync(item.Id, "双击")).Piece!.Id.ShouldNotBe(first.Piece.Id);
    }

    [Fact]
    public async Task The_same_text_across_New_Years_midnight_counts_once()
    {
        town.Clock.Advance(new DateTimeOffset(2026, 12, 31, 15, 59, 0, TimeSpan.Zero) - town.Clock.GetUtcNow());
        var item = await Feedback.PublishedAsync();
        var first = await Feedback.PostAsync(item.Id, "年末");
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        (await Feedback.PostAsync(item.Id, "年末")).Piece!.Id.ShouldBe(first.Piece!.Id);
        (await Feedback.PostAsync(item.Id, "年初")).Piece!.Year.ShouldBe(2027);
    }

    [Fact]
    public async Task An_idempotency_key_holds_for_ever_and_belongs_to_its_caller_and_body()
    {
        var item = await Feedback.PublishedAsync();
        var first = await Feedback.PostAsync(item.Id, "甲", key: "k-1");
        town.Clock.Advance(TimeSpan.FromDays(3));
        (await Feedback.PostAsync(item.Id, "甲", key: "k-1")).Piece!.Id.ShouldBe(first.Piece!.Id);
        (await Feedback.PostAsync(item.Id, "乙", key: "k-1")).Refusal!.Kind.ShouldBe(RefusalKind.Mismatch);
        (await Feedback.PostAsync(item.Id, "乙", "203.0.113.9", "k-1")).Piece!.Id.ShouldNotBe(first.Piece.Id);
    }

    [Fact]
    public async Task Twenty_posts_of_an_address_are_taken_in_ten_minutes_however_they_crowd_in()
    {
        var item = await Feedback.PublishedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => Feedback.PostAsync(item.Id, $"第{i}句"))));
        answers.Count(a => a.Piece is not null).ShouldBe(20);
        answers.Where(a => a.Piece is null).ShouldAllBe(a => a.Wait == TimeSpan.FromMinutes(10));
        (await Feedback.PostAsync(item.Id, "别处来的", "198.51.100.1")).Piece.ShouldNotBeNull();
        // A household has one IPv6 network, and addresses without end in it.
        for (var i = 0; i < 20; i++)
            (await Feedback.PostAsync(item.Id, $"六{i}", $"2001:db8::{i + 1:x}")).Piece.ShouldNotBeNull();
        (await Feedback.PostAsync(item.Id, "六又", "2001:db8::ffff")).Wait.ShouldNotBeNull();
        town.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Feedback.PostAsync(item.Id, "十分钟以后")).Piece.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_hundred_posts_on_an_item_are_taken_in_an_hour_and_not_one_more()
    {
        var item = await Feedback.PublishedAsync();
        for (var i = 0; i < 200; i++)
            (await Feedback.PostAsync(item.Id, $"第{i}句", $"198.51.100.{i}")).Piece.ShouldNotBeNull();
        town.Clock.Advance(TimeSpan.FromMinutes(20));
        (await Feedback.PostAsync(item.Id, "第201句", "203.0.113.1")).Wait.ShouldBe(TimeSpan.FromMinutes(40));
        var other = await Feedback.PublishedAsync("另一条");
        (await Feedback.PostAsync(other.Id, "另一条的", "203.0.113.1")).Piece.ShouldNotBeNull();
        (await Feedback.Book.CountsAsync(TownHall.Agency, item.Id, Cancellation)).Total.ShouldBe(200);
        (await Feedback.Book.CountsAsync(TownHall.Agency, null, Cancellation)).Total.ShouldBe(201);
    }

    [Fact]
    public async Task Addresses_fall_out_after_their_window_and_nothing_of_feedback_lies_in_the_register()
    {
        var item = await Feedback.PublishedAsync();
        var touched = new List<string>();
        town.Gate.Before = call =>
        {
            touched.Add(call);
            return Task.CompletedTask;
        };
        await Feedback.ReceivedAsync(item.Id);
        touched.Where(c => !c.StartsWith("feedback ", StringComparison.Ordinal)).ShouldAllBe(c => c == "find " + item.Id || c.EndsWith("feedback.key", StringComparison.Ordinal));
        (await Feedback.Sweeps.ForgetAddressesAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
        town.Clock.Advance(TimeSpan.FromMinutes(10));
        (await Feedback.Sweeps.ForgetAddressesAsync(TownHall.Agency, Cancellation)).ShouldBe(1);
        (await AllRowsAsync()).ShouldAllBe(r => !r.Key.StartsWith("address-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_is_one_range_read_a_page_and_goes_on_where_it_ended_across_years()
    {
        town.Clock.Advance(new DateTimeOffset(2026, 12, 31, 2, 0, 0, TimeSpan.Zero) - town.Clock.GetUtcNow());
        var item = await Feedback.PublishedAsync();
        var ids = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            ids.Add((await Feedback.ReceivedAsync(item.Id, $"第{i}句", $"198.51.100.{i}")).Id);
            town.Clock.Advance(TimeSpan.FromHours(3));
        }

        await Feedback.ScreenAsync(ids[0], new ScreeningInput("answer", "已经说明", null, null, null));
        var ranges = 0;
        town.Gate.Before = call =>
        {
            ranges += call.Contains("range", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        };
        var newest = await PageAsync(null);
        ranges.ShouldBe(1);
        var all = new List<string>();
        for (string? at = null; ;)
        {
            var page = await PageAsync(at);
            all.AddRange(page.Rows.Select(r => r.Id));
            if ((at = page.Continuation) is null)
                break;
        }

        all.ShouldBe(ids[1..], ignoreOrder: true);
        newest.Rows.ShouldAllBe(r => r.Id.StartsWith("ligang-2027", StringComparison.Ordinal));
        (await Feedback.Book.CountsAsync(TownHall.Agency, item.Id, Cancellation)).Of(FeedbackState.Answered).ShouldBe(1);
        await Should.ThrowAsync<Core.Items.InvalidContinuationException>(() => PageAsync("MjAyNnxwaWVjZS14"));

        Task<Functions.UseCases.LedgerPage<FeedbackRow>> PageAsync(string? at) =>
            Feedback.Book.ListAsync(TownHall.Agency, FeedbackState.Received, item.Id, null, 2, at, Cancellation);
    }

    [Fact]
    public async Task A_page_and_the_counts_of_an_item_cost_the_same_however_much_was_said_on_it()
    {
        var item = await Feedback.PublishedAsync();
        var ledger = (GatedLedger)town.Ledgers.Feedback;
        var costs = new List<(int Page, int Counts)>();
        foreach (var many in new[] { 300, 1_200 })
        {
            for (var i = costs.Count * 300; i < many; i++)
            {
                town.Clock.Advance(TimeSpan.FromSeconds(19));
                (await Feedback.PostAsync(item.Id, $"第{i}句", $"198.51.{i / 200}.{i % 200}")).Piece.ShouldNotBeNull();
            }

            var before = ledger.RowsRead;
            (await Feedback.Book.ListAsync(TownHall.Agency, FeedbackState.Received, item.Id, null, 50, null, Cancellation)).Rows.Count.ShouldBe(50);
            var between = ledger.RowsRead;
            (await Feedback.Book.CountsAsync(TownHall.Agency, item.Id, Cancellation)).Of(FeedbackState.Received).ShouldBe(many);
            costs.Add((between - before, ledger.RowsRead - between));
        }

        costs.ShouldAllBe(c => c.Page == 51 && c.Counts <= Functions.UseCases.FeedbackBook.Shares);
    }

    [Fact]
    public async Task A_merged_piece_follows_the_one_it_joined_through_to_its_case()
    {
        var item = await Feedback.PublishedAsync();
        var first = await Feedback.ReceivedAsync(item.Id);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await Feedback.PostAsync(item.Id, "也漏了一户", "198.51.100.2");
        await Feedback.ScreenAsync(first.Id, FeedbackTown.Register);
        (await Feedback.ScreenAsync(second.Piece!.Id, new ScreeningInput("merge", null, null, null, FeedbackScreening.CaseIdOf(first.Id)))).Refusal.ShouldBeNull();
        var receipt = (await Feedback.Steps.ReceiptAsync(TownHall.Agency, second.Code!.ToString(), Cancellation)).ShouldNotBeNull();
        (receipt.Piece.Id, receipt.Carrier.Id, receipt.Case!.Status).ShouldBe((second.Piece.Id, first.Id, CaseStatus.Registered));
        (await Feedback.Book.MergedWithAsync(first, Cancellation)).ShouldBe([second.Piece.Id]);
    }

    [Fact]
    public async Task Four_weeks_after_a_case_was_closed_a_sweep_asks_once_and_a_second_sweep_finds_nothing()
    {
        var item = await Feedback.PublishedAsync();
        var posted = await Feedback.PostAsync(item.Id, "路灯不亮");
        var id = (await Feedback.ScreenAsync(posted.Piece!.Id, FeedbackTown.Register)).Piece!.Screening!.CaseId!;
        await Feedback.Steps.ResolveAsync(TownHall.Clerk, id, new ResolutionInput(null, "已经修好", null), Cancellation);
        (await Feedback.Steps.ConfirmAsync(TownHall.Clerk, id, new ConfirmationInput(null, null), null, Cancellation)).Refusal!.Code.ShouldBe("own-case");
        await Feedback.Steps.ConfirmAsync(TownHall.Reviewer, id, new ConfirmationInput(null, null), null, Cancellation);
        town.Clock.Advance(TimeSpan.FromDays(27));
        (await Feedback.Sweeps.AskDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
        town.Clock.Advance(TimeSpan.FromDays(1));
        (await Feedback.Sweeps.AskDueAsync(TownHall.Agency, Cancellation)).ShouldBe(1);
        (await Feedback.Sweeps.AskDueAsync(TownHall.Agency, Cancellation)).ShouldBe(0);
        (await Feedback.Cases.FindAsync(id, Cancellation))!.Case.Steps.Count(s => s.Kind is "asked").ShouldBe(1);
        (await Feedback.Steps.ReopenAsync(Core.Access.Actor.Anyone(TownHall.Agency), id, "又不亮了", "26AA-AAAA-AAAA-AAAA", Cancellation)).Refusal!.Code.ShouldBe("receipt-code-wrong");
        var reopened = await Feedback.Steps.ReopenAsync(Core.Access.Actor.Anyone(TownHall.Agency), id, "又不亮了", posted.Code!.ToString(), Cancellation);
        reopened.Case!.Status.ShouldBe(CaseStatus.InProgress);
        var sheet = (await Feedback.Cases.WallSheetsAsync(TownHall.Agency, Core.Calendar.Period.OfMonth(2026, 4), ReferenceCatalogue(), Cancellation)).Single(s => s.Group.Code == "cun-01-1");
        sheet.Rows.Single().Request.ShouldBe("核实低保名单");
    }

    private static Core.Catalogue.DisclosureCatalogue ReferenceCatalogue() =>
        Functions.UseCases.RuleFiles.Load(Path.Combine(AppContext.BaseDirectory, "Data")).Reference.Catalogue;

    private async Task<List<LedgerRow>> AllRowsAsync() =>
        await town.Room.Ledgers.Feedback.RangeAsync(TownHall.Agency, 2026, "-", "~", 1000, Cancellation).ToListAsync(Cancellation);
}
