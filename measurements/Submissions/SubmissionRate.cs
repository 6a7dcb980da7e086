using Lianxin.Bench.Results;
using Lianxin.Bench.Running;

namespace Lianxin.Bench.Submissions;

/// <summary>
/// Submissions per second through the handler, against the same transactions by the bare SDK; and through the single-machine host, against the
/// handler. Each round has an emulator and a handler of its own, because the emulator slows down as a partition grows.
/// </summary>
internal static class SubmissionRate
{
    public const string Name = "submissions";
    private const string Bare = "the same entity-group transactions by the bare SDK";
    private const int WarmUpCalls = 500;
    private const int Calls = 160;
    private static readonly TimeSpan WarmUpLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1.5);
    private static readonly IReadOnlyDictionary<string, double> Nothing = new Dictionary<string, double>();

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        var direct = new List<Taken<Slice>>();
        var hosted = new List<Taken<Slice>>();
        var entities = 0;
        for (var round = 0; round < (extent.Quick ? 1 : 3); round++)
        {
            using var staff = new Staff();
            await using var emulator = await Emulator.StartAsync(extent.Installation);
            await using var handler = await Handler.StartAsync(extent.Installation, emulator.ConnectionString, staff);
            await handler.UntilHealthyAsync();
            using var clerk = await Caller.SignInAsync(handler.Address, Staff.Clerk);
            var bare = await BareTransactions.LearnAsync(emulator.ConnectionString, await clerk.SubmitAndReadAsync());
            entities = bare.Entities;
            var callers = new Callers(emulator.ProcessId, handler.ProcessId);
            await callers.RunAsync(WarmUpCalls, WarmUpLimit, clerk.SubmitAsync);
            await callers.RunAsync(WarmUpCalls, WarmUpLimit, bare.WriteAsync);
            direct.AddRange(await Pairs.TakeAsync(
                extent.Quick ? 6 : 8, () => callers.RunAsync(Calls, Limit, clerk.SubmitAsync), () => callers.RunAsync(Calls, Limit, bare.WriteAsync)));

            await using var host = await SingleMachineHost.StartAsync(extent.Installation, emulator.ConnectionString, staff);
            using var outside = clerk.At(host.Address);
            await callers.RunAsync(WarmUpCalls, WarmUpLimit, outside.SubmitAsync);
            hosted.AddRange(await Pairs.TakeAsync(
                4, () => callers.RunAsync(Calls, Limit, outside.SubmitAsync), () => callers.RunAsync(Calls, Limit, clerk.SubmitAsync)));
        }

        return
        [
            new Figure(
                $"{Name}/handler", "submissions through the handler, 8 callers", Bare, "per second", 0.8, [.. direct.Select(p => p.By(s => s.PerSecond))],
                new Dictionary<string, double> { ["entities of one submission"] = entities }),
            new Figure(
                $"{Name}/processor", "submissions through the handler", Bare, "per second of processor time, callers and emulator included", null,
                [.. direct.Select(p => p.By(s => s.PerProcessorSecond))], Nothing),
            new Figure(
                $"{Name}/single-machine", "submissions through the single-machine host, 8 callers", "submissions through the handler", "per second", null,
                [.. hosted.Select(p => p.By(s => s.PerSecond))], Nothing),
        ];
    }
}
