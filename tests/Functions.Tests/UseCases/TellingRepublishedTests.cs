using Lianxin.Core.Items;
using Lianxin.Core.Notices;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

public sealed class TellingRepublishedTests
{
    private readonly TownHall town = new();
    private readonly DeliveryBook deliveries;
    private readonly TellingRepublished telling;

    public TellingRepublishedTests()
    {
        var (_, contacts) = RuleFiles.LoadNotices(Path.Combine(AppContext.BaseDirectory, "Data"), town.Reference.Catalogue);
        deliveries = new DeliveryBook(town.Ledgers, town.Outbox);
        telling = new TellingRepublished(
            town.Feedback.Book, town.Register, new Functions.UseCases.Notices(deliveries, town.Clock), contacts, town.Reference, town.Business, town.Contexts);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task S15_whoever_gave_the_feedback_reads_of_the_new_version_and_the_clerk_is_asked_to_call_once_however_often_the_message_comes()
    {
        var item = await town.Feedback.PublishedAsync();
        var piece = await town.Feedback.ReceivedAsync(item.Id);
        await RepublishAsync(item.Id, piece.Id);

        await telling.TellAsync($"{item.Id}/{piece.Id}", 2, Stop);
        await telling.TellAsync($"{item.Id}/{piece.Id}", 2, Stop);

        var noted = (await town.Feedback.Book.FindAsync(piece.Id, Stop))!.Piece;
        (noted.Republished!.Item, noted.Republished.Version).ShouldBe((item.Id, 2));
        noted.Steps.Select(s => s.Kind).ShouldBe(["received", "republished"]);
        noted.Steps.ShouldAllBe(s => FeedbackWords.Step(s.Kind) != s.Kind);
        FeedbackWords.Next(new Receipt(noted, noted, null)).ShouldContain("第2版于2026-03-02再次公开");
        var notice = (await NoticesAsync()).ShouldHaveSingleItem();
        notice.Person.ShouldBe("dangzheng-clerk");
        notice.Title.ShouldNotContain("13800138000");
    }

    [Fact]
    public async Task A_version_that_is_not_out_or_feedback_of_another_agency_is_not_noted()
    {
        var item = await town.Feedback.PublishedAsync();
        var piece = await town.Feedback.ReceivedAsync(item.Id);

        await telling.TellAsync($"{item.Id}/{piece.Id}", 2, Stop);
        await telling.TellAsync($"{item.Id}/other-2026-x", 1, Stop);
        await telling.TellAsync($"ligang-2026-nothing/{piece.Id}", 1, Stop);

        (await town.Feedback.Book.FindAsync(piece.Id, Stop))!.Piece.Republished.ShouldBeNull();
        (await NoticesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_public_reads_of_feedback_is_never_the_persons_own_words()
    {
        var item = await town.Feedback.PublishedAsync();
        var piece = await town.Feedback.ReceivedAsync(item.Id, "示例甲家漏报，电话13800138000");
        var quotes = new FeedbackQuotes(town.Feedback.Book);

        (await quotes.QuotesAsync(TownHall.Agency, [piece.Id, "ligang-2026-nothing"], Stop)).ShouldHaveSingleItem().Excerpt.ShouldBe("群众意见建议一件");
        await town.Feedback.ScreenAsync(piece.Id, FeedbackTown.Register);
        (await quotes.QuotesAsync(TownHall.Agency, [piece.Id], Stop)).ShouldHaveSingleItem().Excerpt.ShouldBe("核实低保名单");
        (await quotes.QuotesAsync("elsewhere", [piece.Id], Stop)).ShouldBeEmpty();
    }

    private async Task RepublishAsync(string id, string because)
    {
        await town.RevisedAsync(id, new ItemInput { Title = "低保名单（补正）", ChangeNote = "补上漏列的一户", BecauseOf = [because] });
        await town.PumpAsync();
        (await town.ReadAsync(id)).Releases.Count.ShouldBe(2);
    }

    private async Task<IReadOnlyList<NoticeDelivery>> NoticesAsync() =>
        [.. (await deliveries.ListAsync(new DeliveryQuery(TownHall.Agency, null, null, null, 50, null), Stop)).Rows];
}
