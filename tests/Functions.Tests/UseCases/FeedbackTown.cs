using System.Text.Json;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Items;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Queues;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Feedback and cases of the town hall's tests.</summary>
internal sealed class FeedbackTown
{
    private readonly TownHall town;

    public FeedbackTown(TownHall town, CommandContexts contexts, BusinessClock business, LianxinOptions options)
    {
        this.town = town;
        var hashes = new KeyedHashes(town.Documents);
        Book = new FeedbackBook(town.Ledgers, hashes);
        Cases = new CaseBook(town.Ledgers, town.Outbox);
        Steps = new CaseCommands(Cases, Book, contexts, new CaseSettings());
        Commands = new FeedbackCommands(Book, town.Register, town.Outbox, new ItemIdentities(town.Clock), contexts, Steps, hashes, options, town.Clock);
        Sweeps = new FeedbackSweeps(Book, Commands, Cases, Steps, business, town.Clock);
        Work = new RunWork(town.Jobs, null!, null!, Steps, null!);
    }

    public FeedbackBook Book { get; }

    public CaseBook Cases { get; }

    public FeedbackCommands Commands { get; }

    public CaseCommands Steps { get; }

    public FeedbackSweeps Sweeps { get; }

    public RunWork Work { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<Item> PublishedAsync(string title = "低保名单")
    {
        var item = await town.ApprovedNewsAsync(title);
        await town.PumpAsync();
        return item;
    }

    public Task<FeedbackAnswer> PostAsync(string? item, string text, string address = "203.0.113.7", string? key = null) => Commands.PostAsync(
        new FeedbackPost(Core.Access.Actor.Anyone(TownHall.Agency), false, new FeedbackInput("opinion", text, "示例 13800138000"), item, address, key, text), Cancellation);

    public async Task<FeedbackPiece> ReceivedAsync(string item, string text = "名单里漏了一户", string address = "203.0.113.7") =>
        (await PostAsync(item, text, address)).Piece.ShouldNotBeNull();

    public Task<FeedbackAnswer> ScreenAsync(string id, ScreeningInput input) => Commands.ScreenAsync(TownHall.Reviewer, id, input, Cancellation);

    public static ScreeningInput Register { get; } = new("register", null, null, null, null, "cun-01-1", "核实低保名单", "入户核实");

    /// <summary>Hands what was sent to the queue <c>work</c> to its function, each as often as it was sent.</summary>
    public async Task PumpWorkAsync()
    {
        foreach (var message in town.Sent.Sent.Where(m => m.Kind is "open-case").ToList())
        {
            await Work.HandleAsync(
                new Delivery(JsonSerializer.Serialize(new { kind = message.Kind, subject = message.Subject, subjectVersion = message.Version }), 1, "test"), Cancellation);
        }
    }
}
