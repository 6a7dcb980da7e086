using System.Security.Cryptography;
using System.Text;
using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>
/// A worker killed at any call to storage, before or after the call took effect, and its message delivered again: on the way of the
/// message itself and of everything that follows from it.
/// </summary>
public sealed class KilledPublishingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("publish", false)]
    [InlineData("publish", true)]
    [InlineData("republish", false)]
    [InlineData("republish", true)]
    [InlineData("republish-again", false)]
    [InlineData("republish-again", true)]
    [InlineData("withdraw", false)]
    [InlineData("withdraw", true)]
    [InlineData("withdraw-revising", false)]
    [InlineData("withdraw-revising", true)]
    [InlineData("clarify", false)]
    [InlineData("clarify", true)]
    public Task Wherever_a_worker_dies_the_repeated_message_ends_in_the_same_state(string step, bool after) =>
        EveryKillEndsAlikeAsync(kill => DeliverAsync(step, (gate, _) => gate.KillAt(kill, after)), atLeast: 10);

    [Theory]
    [InlineData("publish", false)]
    [InlineData("republish", true)]
    [InlineData("withdraw", false)]
    public Task Wherever_the_sweep_of_the_outbox_dies_the_next_one_ends_in_the_same_state(string step, bool after) =>
        EveryKillEndsAlikeAsync(kill => SweepAsync(step, kill, after, town => town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation)), atLeast: 3);

    [Theory]
    [InlineData("publish", false)]
    [InlineData("republish", true)]
    public Task Wherever_the_sweep_of_what_is_due_dies_the_next_one_ends_in_the_same_state(string step, bool after) =>
        EveryKillEndsAlikeAsync(kill => SweepAsync(step, kill, after, town => town.Sweeps.SendDueAsync(TownHall.Agency, Cancellation)), atLeast: 3);

    [Theory]
    [InlineData("publish")]
    [InlineData("republish")]
    [InlineData("republish-again")]
    [InlineData("withdraw-revising")]
    public Task Wherever_a_second_instance_overtakes_with_the_same_message_there_is_one_publication(string step) =>
        EveryKillEndsAlikeAsync(
            call => DeliverAsync(step, (gate, again) =>
            {
                var calls = 0;
                gate.Before = async _ =>
                {
                    if (++calls == call)
                    {
                        gate.Before = null;
                        await again();
                    }
                };
                return;
            }),
            atLeast: 10);

    [Fact]
    public async Task S15_publishing_again_costs_two_pages_and_the_message_for_the_sheets_more_than_publishing_first()
    {
        var town = new TownHall();
        await town.ApprovedNewsAsync("另一条");
        await town.PumpAsync();
        var item = await town.ApprovedNewsAsync("甲");
        var first = await CallsAsync(town, PublicationDay.Publish(item));
        await town.PumpAsync();
        var again = await CallsAsync(town, PublicationDay.Publish(await town.RevisedAsync(item.Id, "甲的新标题")));
        again.Except(first).ShouldBe([$"put items/{item.Id}/v1.html", $"put items/{item.Id}/v1-v2.html", "send refresh-sheets"], ignoreOrder: true);
        again.Count.ShouldBe(first.Count + 3);
    }

    private static async Task<List<string>> CallsAsync(TownHall town, OutboxMessage message)
    {
        var calls = new List<string>();
        town.Gate.Before = name =>
        {
            calls.Add(name);
            return Task.CompletedTask;
        };
        await town.DeliverAsync(message);
        town.Gate.Open();
        return calls;
    }

    private static async Task EveryKillEndsAlikeAsync(Func<int, Task<State>> run, int atLeast)
    {
        var expected = await run(0);
        expected.WasStruck.ShouldBeFalse();
        for (var call = 1; ; call++)
        {
            var state = await run(call);
            state.Text.ShouldBe(expected.Text, $"struck at call {call}");
            if (!state.WasStruck)
            {
                call.ShouldBeGreaterThan(atLeast);
                return;
            }
        }
    }

    /// <summary>Delivers the step's message and all that follow, with a blow somewhere on the way.</summary>
    private static async Task<State> DeliverAsync(string step, Action<StorageGate, Func<Task>> strike)
    {
        var town = new TownHall();
        var item = await PrepareAsync(town, step);
        var struck = false;
        OutboxMessage? current = null;
        strike(town.Gate, async () =>
        {
            struck = true;
            await town.DeliverAsync(current!);
        });
        while ((current = town.NextOfSite()) is not null)
        {
            try
            {
                await town.DeliverAsync(current);
            }
            catch (KilledException)
            {
                struck = true;
                town.Gate.Open();
                await town.DeliverAsync(current);
            }
        }

        town.Gate.Open();
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation);
        await town.PumpAsync();
        return new State(await TellAsync(town, item), struck);
    }

    /// <summary>The commands could send nothing; the sweep does, and dies on the way.</summary>
    private static async Task<State> SweepAsync(string step, int kill, bool after, Func<TownHall, Task> sweep)
    {
        var town = new TownHall();
        var item = await PrepareAsync(town, step, queuesAway: true);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        town.Gate.KillAt(kill, after);
        var struck = false;
        try
        {
            await sweep(town);
        }
        catch (KilledException)
        {
            struck = true;
        }

        town.Gate.Open();
        // Beyond the pause between two attempts at one publication.
        town.Clock.Advance(TimeSpan.FromMinutes(11));
        await sweep(town);
        await town.PumpAsync();
        await town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation);
        await town.PumpAsync();
        return new State(await TellAsync(town, item), struck);
    }

    /// <summary>Leads an item to where the step's message waits; everything before it is delivered.</summary>
    private static async Task<Item> PrepareAsync(TownHall town, string step, bool queuesAway = false)
    {
        town.Quotes.Add("f1", "路灯不亮", hasContact: true);
        var other = await town.ApprovedNewsAsync("另一条");
        await town.PumpAsync();
        // Items of one moment are ordered by id, which differs from run to run.
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        if (step is "clarify")
            return await town.ApprovedClarificationAsync("对传言的说明", other.Id);
        town.Sent.IsAway = queuesAway && step is "publish";
        var item = await town.ApprovedNewsAsync("甲");
        if (step is not "publish")
            await town.PumpAsync();
        if (step is "republish-again" or "withdraw")
        {
            await town.RevisedAsync(item.Id, "甲的第二个标题");
            await town.PumpAsync();
        }

        town.Sent.IsAway = queuesAway;
        item = step switch
        {
            "republish" or "republish-again" => await town.RevisedAsync(item.Id, new ItemInput { Title = "甲的新标题", ChangeNote = "更正标题", BecauseOf = ["f1"] }),
            "withdraw" => await town.WithdrawnAsync(item.Id),
            "withdraw-revising" => await WithdrawnWhileRevisingAsync(town, item.Id),
            _ => item,
        };
        town.Sent.IsAway = false;
        return item;
    }

    /// <summary>The revision's worker came as far as its pages and died; then the item was taken down.</summary>
    private static async Task<Item> WithdrawnWhileRevisingAsync(TownHall town, string id)
    {
        var revised = await town.RevisedAsync(id, "不该再出现的标题");
        town.Gate.RivalBefore("commit ", () => throw new KilledException("commit"));
        await Should.ThrowAsync<KilledException>(() => town.DeliverAsync(PublicationDay.Publish(revised)));
        town.Gate.Open();
        return await town.WithdrawnAsync(id);
    }

    /// <summary>Register, events and site in words, without what differs from run to run.</summary>
    private static async Task<string> TellAsync(TownHall town, Item item)
    {
        var stored = await town.ReadAsync(item.Id);
        var site = await town.Documents.SiteAsync();
        var others = (await town.Room.Register.PublicationsAsync(TownHall.Agency, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), CancellationToken.None).ToListAsync())
            .Where(r => r.Id != item.Id).Select(r => r.Id).ToList();
        var history = await town.Room.Register.HistoryAsync(item.Id, Cancellation);
        if (stored.Status == ItemStatus.Published)
            history[^1].Details["pageHash"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(site[$"items/{item.Id}.html"]))));
        var told = string.Join(
            '\n',
            history.Select(e => $"{e.Kind} {string.Join(' ', e.Details.Where(d => d.Key != "pageHash").Select(d => $"{d.Key}={d.Value}"))}")
                .Append($"{stored.Status} {stored.PublishedAt:O} {stored.Releases.Count}")
                .Append($"told {town.Sent.Sent.Where(m => m.Queue == "notification").Distinct().Count()}")
                .Concat((await town.ReadAsync(others[0])).ClarifiedBy)
                .Concat(site.Select(p => $"{p.Key}\n{WithoutStamp(p.Value)}")));
        return others.Append(item.Id).Aggregate(told, (text, id) => text.Replace(id, id == item.Id ? "ITEM" : "OTHER", StringComparison.Ordinal));
    }

    /// <summary>A search file carries a hash of its content, and so of the ids, in each of its parts.</summary>
    private static string WithoutStamp(string file)
    {
        const string Head = "{\"format\":1,\"stamp\":\"";
        return file.StartsWith(Head, StringComparison.Ordinal) ? file.Replace(file.Substring(Head.Length, 8), "STAMP", StringComparison.Ordinal) : file;
    }

    private sealed record State(string Text, bool WasStruck);
}
