using Lianxin.Bench.Results;
using Lianxin.Bench.Running;

namespace Lianxin.Bench.StorageCalls;

/// <summary>Storage calls of each step of an item, counted. A count is the same on every machine; it is the figure that tells when a step grew dearer.</summary>
internal static class CallsOfSteps
{
    public const string Name = "storage-calls";
    private const string Baseline = "one entity-group transaction";

    public static async Task<IReadOnlyList<Figure>> RunAsync(Extent extent)
    {
        using var staff = new Staff();
        await using var emulator = await Emulator.StartAsync(extent.Installation);
        await using var proxy = await CountingProxy.StartAsync(emulator);
        await using var handler = await Handler.StartAsync(extent.Installation, proxy.ConnectionString, staff);
        await handler.UntilHealthyAsync();
        using var pump = new QueuePump(emulator.ConnectionString, handler);
        using var clerk = await Caller.SignInAsync(handler.Address, Staff.Clerk);
        using var reviewer = await Caller.SignInAsync(handler.Address, Staff.Reviewer);
        using var first = await Caller.SignInAsync(handler.Address, Staff.FirstLeader);
        using var second = await Caller.SignInAsync(handler.Address, Staff.SecondLeader);
        using var chair = await Caller.SignInAsync(handler.Address, Staff.Chair);

        // One item goes the whole way first: what is read once and then known would be counted as if every item cost it.
        await WayAsync();
        return
        [
            .. await WayAsync(),
            Counted($"{Name}/20 submissions, with the numbers they draw", 20, await CountAsync(async () =>
            {
                for (var i = 0; i < 20; i++)
                    await clerk.SubmitAsync();
            })),
        ];

        async Task<IReadOnlyList<Figure>> WayAsync()
        {
            var id = "";
            var submit = await CountAsync(async () => id = await clerk.SubmitAndReadAsync());
            var (reviewTag, approvalTag) = (await reviewer.TagAsync(id), "");
            var review = await CountAsync(() => reviewer.PostAsync($"/api/items/{id}/review", Bodies.Accept, reviewTag));
            var opinion = await CountAsync(() => first.PostAsync($"/api/items/{id}/opinions", Bodies.Agree));
            await second.PostAsync($"/api/items/{id}/opinions", Bodies.Agree);
            approvalTag = await chair.TagAsync(id);
            var approval = await CountAsync(() => chair.PostAsync($"/api/items/{id}/approval", Bodies.Approve, approvalTag));
            var publish = await CountAsync(pump.DrainAsync);
            return
            [
                Counted($"{Name}/submit 申报", 1, submit), Counted($"{Name}/review 审核", 1, review), Counted($"{Name}/opinion 征求意见", 1, opinion),
                Counted($"{Name}/approval 批准", 1, approval), Counted($"{Name}/publish 公开", 1, publish),
            ];
        }

        async Task<IReadOnlyList<string>> CountAsync(Func<Task> step)
        {
            proxy.Take();
            await step();
            return proxy.Take();
        }
    }

    /// <summary>The calls of so many steps as a figure, with the kinds of call beside it.</summary>
    internal static Figure Counted(string name, int steps, IReadOnlyList<string> calls) => new(
        name, "storage calls", Baseline, "calls", null, [new Pair((double)calls.Count / steps, 1, false, 0)],
        calls.GroupBy(Kind, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (double)g.Count(), StringComparer.Ordinal));

    /// <summary>A call without its keys: <c>table GET register</c>, <c>blob PUT $web</c>, <c>table transaction</c>.</summary>
    private static string Kind(string call)
    {
        var parts = call.Split(' ', 3);
        var place = parts[2].Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1).FirstOrDefault() ?? "";
        return place == "$batch" ? "table transaction" : $"{parts[0]} {parts[1]} {place.Split('(')[0]}";
    }
}
