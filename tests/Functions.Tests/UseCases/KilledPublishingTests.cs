using Lianxin.Core.Items;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>A worker killed at any call to storage, before or after the call took effect, and its message delivered again.</summary>
public sealed class KilledPublishingTests
{
    [Theory]
    [InlineData("publish", false)]
    [InlineData("publish", true)]
    [InlineData("republish", false)]
    [InlineData("republish", true)]
    [InlineData("withdraw", false)]
    [InlineData("withdraw", true)]
    public async Task Wherever_a_worker_dies_the_repeated_message_ends_in_the_same_state(string step, bool after)
    {
        var expected = await RunAsync(step, kill: 0, after);
        var killed = 0;
        for (var call = 1; await RunAsync(step, call, after) is { } state; call++)
        {
            state.Text.ShouldBe(expected!.Text, $"killed at call {call}");
            killed = call;
            if (!state.WasKilled)
                break;
        }

        killed.ShouldBeGreaterThan(10);
    }

    private static async Task<State?> RunAsync(string step, int kill, bool after)
    {
        var town = new TownHall();
        await town.ApprovedNewsAsync("另一条");
        await town.PumpAsync();
        // Items of one moment are ordered by id, which differs from run to run.
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        var item = await town.ApprovedNewsAsync("甲");
        if (step is not "publish")
            await town.PumpAsync();
        item = step switch
        {
            "republish" => await town.RevisedAsync(item.Id, "甲的新标题"),
            "withdraw" => await town.WithdrawnAsync(item.Id),
            _ => item,
        };
        var message = town.Sent.Sent[^1];
        town.Gate.KillAt(kill, after);
        var wasKilled = false;
        try
        {
            await town.DeliverAsync(message);
        }
        catch (KilledException)
        {
            wasKilled = true;
        }

        town.Gate.Open();
        await town.DeliverAsync(message);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Sweeps.SendLeftoversAsync(TownHall.Agency, TestContext.Current.CancellationToken);
        await town.PumpAsync();
        return new State(await TellAsync(town, item), wasKilled);
    }

    /// <summary>Register, events and site in words, without what differs from run to run.</summary>
    private static async Task<string> TellAsync(TownHall town, Item item)
    {
        var stored = await town.ReadAsync(item.Id);
        var site = await town.Documents.SiteAsync();
        var others = (await town.Room.Register.PublicationsAsync(TownHall.Agency, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), CancellationToken.None).ToListAsync())
            .Where(r => r.Id != item.Id).Select(r => r.Id).ToList();
        var told = string.Join('\n', (await town.EventsAsync(item.Id)).Append($"{stored.Status} {stored.PublishedAt:O}").Concat(site.Select(p => $"{p.Key}\n{p.Value}")));
        return others.Append(item.Id).Aggregate(told, (text, id) => text.Replace(id, id == item.Id ? "ITEM" : "OTHER", StringComparison.Ordinal));
    }

    private sealed record State(string Text, bool WasKilled);
}
