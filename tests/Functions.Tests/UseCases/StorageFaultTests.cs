using System.Globalization;
using System.Text.RegularExpressions;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Search;
using Lianxin.Storage;
using Lianxin.Storage.Tests.Emulator;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>
/// A fault at a call to the real storage clients, then what a caller, a queue and a sweep do about it: repeat. In the end nothing that was
/// acknowledged is lost, nothing was done twice, and the site is that of a run without faults. Calls chosen by a seed in
/// <c>./test</c>, every call with every fault in <c>./test --long</c> (<c>LIANXIN_TEST_LONG=1</c>).
/// </summary>
public sealed partial class StorageFaultTests(Azurite azurite)
{
    private const int Seed = 20_261_124;

    /// <summary>Calls between two faults: more than the longest piece of work takes, or it would never come to its end.</summary>
    private const int Apart = 101;
    private const int MostRepeats = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static bool IsLong => Environment.GetEnvironmentVariable("LIANXIN_TEST_LONG") == "1";

    [Theory]
    [InlineData("life")]
    [InlineData("feedback")]
    public async Task After_faults_at_any_calls_the_repeated_work_ends_like_a_run_without(string story)
    {
        var (expected, calm) = await RunAsync(story, new Dictionary<int, Fault>());
        calm.Calls.ShouldBeGreaterThan(Apart);
        foreach (var plan in Plans())
        {
            var (told, policy) = await RunAsync(story, plan);
            policy.Struck.ShouldNotBeEmpty();
            var struck = $"seed {Seed}, {story}, struck: {string.Join(", ", policy.Struck)}";
            told.Except(expected).ShouldBeEmpty(struck);
            expected.Except(told).ShouldBeEmpty(struck);
        }
    }

    /// <summary>One plan of mixed faults; in the long run every fault at every call, each <see cref="Apart"/> calls from the next.</summary>
    private static IEnumerable<Dictionary<int, Fault>> Plans()
    {
        var kinds = Enum.GetValues<Fault>();
        if (IsLong)
            return from kind in kinds from first in Enumerable.Range(1, Apart) select Enumerable.Range(0, 30).ToDictionary(n => first + (n * Apart), _ => kind);
#pragma warning disable CA5394 // Chooses test cases.
        var chance = new Random(Seed);
        var mixed = new Dictionary<int, Fault>();
        for (var call = chance.Next(1, Apart); mixed.Count < 30; call += Apart + chance.Next(Apart / 4))
            mixed.Add(call, mixed.Count % 2 == 0 ? Fault.Dropped : kinds[chance.Next(kinds.Length)]);
        return [mixed];
#pragma warning restore CA5394
    }

    private async Task<(string[] Told, FaultPolicy Policy)> RunAsync(string story, IReadOnlyDictionary<int, Fault> plan)
    {
        var policy = new FaultPolicy();
        var clock = TownHall.Morning();
        using var room = StorageRoom.Open(
            new StorageOptions
            {
                ConnectionString = azurite.ConnectionString,
                NamePrefix = "f" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8],
                IndexPrefix = "640000000",
                Tries = 1,
                Policies = [policy],
            },
            clock);
        await room.Probe.PrepareAsync(Cancellation);
        var town = new TownHall(room: room, clock: clock);
        policy.Arm(plan);
        var told = story == "life" ? await LifeAsync(town, policy) : await FeedbackAsync(town, policy);
        return (told.Split('\n'), policy);
    }

    /// <summary>Submission, review, publication, revision, publication, taking down.</summary>
    private static async Task<string> LifeAsync(TownHall town, FaultPolicy policy)
    {
        var item = await SubmittedAsync(town, "甲");
        item = await InsistAsync(town, item, town.ReviewedAsync);
        await SettleAsync(town);
        item = await RepeatAsync(() => town.ReadAsync(item.Id));
        item.Status.ShouldBe(ItemStatus.Published);
        item = await InsistAsync(town, item, i => StepAsync(town, TownHall.Clerk, i, (now, context) => Submission.Revise(now, new ItemInput { Title = "甲的新标题", ChangeNote = "更正标题" }, context)));
        item = await InsistAsync(town, item, town.ReviewedAsync);
        await SettleAsync(town);
        item = await RepeatAsync(() => town.ReadAsync(item.Id));
        item = await InsistAsync(town, item, i => StepAsync(town, TownHall.Chair, i, (now, context) => PublicationSteps.Withdraw(now, "数字有误", context)));
        await SettleAsync(town);
        return await TellAsync(town, policy, item.Id, "");
    }

    /// <summary>Feedback on a public item, its screening, its case and a step of that.</summary>
    private static async Task<string> FeedbackAsync(TownHall town, FaultPolicy policy)
    {
        var item = await SubmittedAsync(town, "甲");
        item = await InsistAsync(town, item, town.ReviewedAsync);
        await SettleAsync(town);
        var piece = (await RepeatAsync(() => town.Feedback.PostAsync(item.Id, "名单里漏了一户", key: "k1"))).Piece.ShouldNotBeNull();
        await RepeatAsync(async () =>
        {
            var answer = await town.Feedback.ScreenAsync(piece.Id, FeedbackTown.Register);
            // Done already, and the answer was lost: a second screening is refused.
            return answer.Refusal is null || (await town.Feedback.Book.FindAsync(piece.Id, Cancellation))!.Piece.Screening is not null
                ? true
                : throw new InvalidOperationException(answer.Refusal.Detail);
        });
        await SettleAsync(town);
        var caseId = (await RepeatAsync(() => town.Feedback.Book.FindAsync(piece.Id, Cancellation)))!.Piece.Screening!.CaseId!;
        await SettleAsync(town);
        var opened = (await RepeatAsync(() => town.Feedback.Cases.FindAsync(caseId, Cancellation))).ShouldNotBeNull();
        await RepeatAsync(async () =>
        {
            // A caller looks before it says the same once more.
            if ((await town.Feedback.Cases.FindAsync(caseId, Cancellation))!.Case.Steps.Count == opened.Case.Steps.Count)
                await town.Feedback.Steps.ProgressAsync(TownHall.Clerk with { Role = Core.Access.Role.Chair }, caseId, "已入户核实", Cancellation);
            return true;
        });
        await SettleAsync(town);
        var ended = (await RepeatAsync(() => town.Feedback.Cases.FindAsync(caseId, Cancellation)))!.Case;
        var pieces = await RepeatAsync(() => town.Feedback.Book.RowsAsync(TownHall.Agency, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Cancellation));
        return await TellAsync(town, policy, item.Id, $"{pieces.Count} {string.Join(' ', ended.Steps.Select(s => s.Kind))}");
    }

    private static Task<Item> SubmittedAsync(TownHall town, string title)
    {
        var receipt = new CommandReceipt("key", "body", "", new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));
        return RepeatAsync(async () =>
            (await town.Commands.CreateAsync(TownHall.Clerk, Submissions.News(title), draft: false, receipt, Cancellation)).Item.ShouldNotBeNull());
    }

    private static async Task<Item> StepAsync(TownHall town, Core.Access.Actor by, Item item, Func<Item, CommandContext, Core.Decision<ItemChange>> decide)
    {
        var answer = await town.Commands.StepAsync(by, item.Id, seen => seen == item.EventCount, decide, Cancellation);
        return answer.Item ?? throw new InvalidOperationException(answer.Refusal?.Detail ?? "stale");
    }

    /// <summary>The same step under the same If-Match; who is refused looks, and finds it done.</summary>
    private static Task<Item> InsistAsync(TownHall town, Item item, Func<Item, Task<Item>> step) => RepeatAsync(async () =>
    {
        var now = await town.ReadAsync(item.Id);
        return now.EventCount > item.EventCount ? now : await step(item);
    });

    /// <summary>A fault is seen as what it is, storage that is away, and is answered by doing the same again.</summary>
    private static async Task<T> RepeatAsync<T>(Func<Task<T>> work)
    {
        for (var repeat = 0; ; repeat++)
        {
            try
            {
                return await work();
            }
            catch (StorageUnavailableException) when (repeat < MostRepeats)
            {
                // 503 with Retry-After.
            }
        }
    }

    /// <summary>What queues and timers do until nothing is left: each message until it succeeds, then the sweeps.</summary>
    private static async Task SettleAsync(TownHall town)
    {
        for (var round = 0; round < 2; round++)
        {
            while (town.NextOfSite() is { } message)
            {
                await RepeatAsync(async () =>
                {
                    await town.DeliverAsync(message);
                    return true;
                });
            }

            await RepeatAsync(async () =>
            {
                await town.Feedback.PumpWorkAsync();
                return true;
            });
            // Beyond the patience of the outbox and the pause of a publication.
            town.Clock.Advance(TimeSpan.FromMinutes(11));
            await RepeatAsync(() => town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation));
            await RepeatAsync(() => town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation));
        }
    }

    private static async Task<string> TellAsync(TownHall town, FaultPolicy policy, string id, string more)
    {
        policy.Disarm();
        var item = await town.ReadAsync(id);
        var history = await town.Room.Register.HistoryAsync(id, Cancellation);
        var items = await town.Room.Register.HeadsAsync(TownHall.Agency, 2026, Cancellation).CountAsync(Cancellation);
        var waiting = await town.Room.Register.OutboxAsync(TownHall.Agency, DateTimeOffset.MaxValue, Cancellation).CountAsync(Cancellation);
        var site = new List<string>();
        foreach (var name in await town.Room.Documents.NamesAsync(Containers.Site, "", Cancellation))
            // How the search index is cut depends on the ids, which differ from run to run.
            site.Add(name == SearchShard.Path(2026) ? name : $"{name}\n{System.Text.Encoding.UTF8.GetString((await town.Room.Documents.FindAsync(Containers.Site, name, Cancellation))!.Bytes)}");
        var told = $"{items} items, {waiting} waiting, {item.Status}, {string.Join(' ', history.Select(e => e.Kind))}, {more}\n{string.Join('\n', site)}";
        told = told.Replace(id, "ITEM", StringComparison.Ordinal);
        told = Stamp().Replace(CaseId().Replace(IndexNumber().Replace(told, "INDEX"), "CASE"), "STAMP");
        return TimeOfDay().Replace(told, "TIME");
    }

    /// <summary>A number that was drawn for a submission that then failed stays unused (decision record 5).</summary>
    [GeneratedRegex("640000000/2026-\\d+")]
    private static partial Regex IndexNumber();

    [GeneratedRegex("ligang-2026-(lx_)?[0-9a-z]{18,}")]
    private static partial Regex CaseId();

    /// <summary>What a sweep had to send went out some minutes later, on the same day.</summary>
    [GeneratedRegex("(?<=2026-\\d\\d-\\d\\d[T ])\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?")]
    private static partial Regex TimeOfDay();

    /// <summary>Parts of the search index carry a hash of what they hold, and so of the ids.</summary>
    [GeneratedRegex("(?m)(?<=\"stamp\":\")[0-9a-f]{8}|^[0-9a-f]{8}\\r?$")]
    private static partial Regex Stamp();
}
