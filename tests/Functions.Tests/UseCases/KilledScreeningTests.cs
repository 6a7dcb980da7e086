using Lianxin.Core.Feedback;
using Lianxin.Core.Ledgers;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>A handler killed at any call to storage while a piece is registered, before or after the call took effect; the reviewer tries again.</summary>
public sealed class KilledScreeningTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Wherever_the_handler_dies_the_piece_is_registered_once_and_has_one_case(bool after, bool triesAgain)
    {
        var expected = (await RunAsync(0, after, triesAgain)).Text;
        var killed = 0;
        for (var call = 1; await RunAsync(call, after, triesAgain) is var state; call++)
        {
            killed = call;
            // Who does not try again after a death before the commit has registered nothing: no case either.
            state.Text.ShouldBeOneOf(triesAgain ? [expected] : [expected, "nothing"], $"killed at call {call}");
            if (!state.WasKilled)
                break;
        }

        killed.ShouldBeGreaterThan(6);
    }

    private static async Task<(string Text, bool WasKilled)> RunAsync(int kill, bool after, bool triesAgain)
    {
        var town = new TownHall();
        var item = await town.Feedback.PublishedAsync();
        var piece = await town.Feedback.ReceivedAsync(item.Id);
        town.Gate.KillAt(kill, after);
        var wasKilled = false;
        try
        {
            await town.Feedback.ScreenAsync(piece.Id, FeedbackTown.Register);
        }
        catch (KilledException)
        {
            wasKilled = true;
        }

        town.Gate.Open();
        if (triesAgain && wasKilled)
            await town.Feedback.ScreenAsync(piece.Id, FeedbackTown.Register);
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        await town.Sweeps.SendLeftoversAsync(TownHall.Agency, Cancellation);
        await town.Feedback.PumpWorkAsync();
        await town.Feedback.PumpWorkAsync();
        return (await TellAsync(town, piece), wasKilled);
    }

    private static async Task<string> TellAsync(TownHall town, FeedbackPiece piece)
    {
        var stored = (await town.Feedback.Book.FindAsync(piece.Id, Cancellation))!.Piece;
        var cases = await town.Room.Ledgers.Cases.RangeAsync(TownHall.Agency, 2026, "-", "~", 1000, Cancellation).Select(r => r.Key).ToListAsync(Cancellation);
        if (stored.State == FeedbackState.Received && cases.Count == 0)
            return "nothing";
        var present = (await town.Feedback.Cases.FindAsync(stored.Screening!.CaseId!, Cancellation))!.Case;
        var counts = await town.Feedback.Book.CountsAsync(TownHall.Agency, piece.Item, Cancellation);
        return string.Join('\n', stored.Steps.Concat(present.Steps).Select(s => $"{s.Kind} {s.From} {s.To} {s.At:O}")
            .Concat(cases).Append($"{counts.Of(FeedbackState.Received)} {counts.Of(FeedbackState.Registered)}"))
            .Replace(LedgerId.TryParse(piece.Id)!.Unique, "ID", StringComparison.Ordinal);
    }
}
