using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases.Anchors;
using Lianxin.Functions.UseCases.Checks;
using Lianxin.Functions.UseCases.Privacy;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.UseCases.Health;

/// <summary>How the system is, as <c>GET /api/health</c> and the metrics tell it (decision record 29). It never throws because storage is away.</summary>
public sealed class HealthReport(
    IStorageProbe probe,
    Preparation preparation,
    IRegister register,
    TimerRuns runs,
    PublicationAttempts attempts,
    DeliveryBook deliveries,
    PublicScan scan,
    YearlyBoard yearly,
    AnchorBook anchors,
    RegisterCheck check,
    ReferenceData reference,
    BusinessClock business,
    TimeProvider machine,
    ClockWatch clock,
    TriggerDeadline deadline,
    LianxinOptions options)
{
    public const string Ok = "ok";
    public const string Troubled = "troubled";
    public const string Unavailable = "unavailable";

    /// <summary>
    /// A command sends its messages itself, at once. What is older than this it could not send, and the sweep, which waits 20 seconds
    /// before it takes a row, has not either.
    /// </summary>
    public static readonly TimeSpan OutboxPatience = TimeSpan.FromSeconds(45);

    /// <summary>
    /// Whoever asks waits no longer than this for storage that takes a call and does not answer; with its retries a call would take 25 seconds,
    /// and the report makes several.
    /// </summary>
    public static readonly TimeSpan StoragePatience = TimeSpan.FromSeconds(10);

    public async Task<HealthView> MakeAsync(CancellationToken cancellation)
    {
        var storage = new StorageHealth(false, null, 0, null);
        using var patience = new CancellationTokenSource(StoragePatience, machine);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            storage = await probe.CheckAsync(options.Agency, either.Token);
            if (storage.Reachable && preparation.IsDone)
            {
                return await ServingAsync(storage, either.Token);
            }
        }
        catch (StorageUnavailableException)
        {
            storage = storage with { Reachable = false, Problem = "存储服务暂时无法访问。" };
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            storage = storage with { Reachable = false, Problem = "存储服务没有及时答复。" };
        }

        var trouble = storage.Reachable
            ? new HealthTroubleView("preparing", null, "系统正在准备存储和首批页面。")
            : new HealthTroubleView("storage-away", null, storage.Problem ?? "存储服务暂时无法访问。");
        return Empty(storage) with { Status = Unavailable, Troubles = [trouble] };
    }

    private async Task<HealthView> ServingAsync(StorageHealth storage, CancellationToken cancellation)
    {
        var waiting = 0;
        await foreach (var id in register.AwaitingPublicationAsync(options.Agency, business.Today.AddDays(-1), cancellation))
        {
            waiting++;
        }

        var view = Empty(storage) with
        {
            WaitingPastTheirDay = waiting,
            GivenUp = await attempts.GivenUpAsync(cancellation),
            FailedNotices = await deliveries.TroubledAsync(options.Agency, cancellation),
            PublicPersonalData = (await scan.StateAsync(options.Agency, cancellation)).Found.Count,
            OverdueReports = [.. (await yearly.OverdueAsync(options.Agency, cancellation)).Select(r => r.Year)],
            LastAnchor = await anchors.ShortAsync(options.Agency, cancellation),
            LostChains = (await anchors.LostAsync(options.Agency, cancellation)).Count,
            Gone = (await check.StateAsync(options.Agency, cancellation)).Open.Count,
            Timers = await runs.ListAsync(cancellation),
        };
        IReadOnlyList<HealthTroubleView> troubles = [.. TroublesOf(storage, view), .. await TimerTroublesAsync(view.Timers, cancellation)];
        return view with { Status = troubles.Count == 0 ? Ok : Troubled, Troubles = troubles };
    }

    private IEnumerable<HealthTroubleView> TroublesOf(StorageHealth storage, HealthView view)
    {
        if (view.OutboxAgeSeconds > OutboxPatience.TotalSeconds)
        {
            yield return new HealthTroubleView("outbox-old", null, "有消息写入后没有进入队列。");
        }

        if (view.PoisonMessages > 0)
        {
            yield return new HealthTroubleView("poison", null, $"有 {view.PoisonMessages} 条消息多次处理失败，见工作台“故障”页。");
        }

        if (view.WaitingPastTheirDay > 0 || view.GivenUp.Count > 0)
        {
            yield return new HealthTroubleView("publication-stuck", null, "有已批准的信息过了发布日期还没有发布。");
        }

        if (view.LostChains > 0)
        {
            yield return new HealthTroubleView("lost-chains", null, "登记簿有内容与锚点不符，见工作台“登记簿锚点”页。");
        }

        if (view.Gone > 0)
        {
            yield return new HealthTroubleView("gone", null, "有登记过的内容找不到或已损坏，见工作台“故障”页。");
        }

        if (storage.StorageNow is { } there && (machine.GetUtcNow() - there).Duration() > TimerWatch.ClockTolerance)
        {
            yield return new HealthTroubleView("clock", null, "本机时钟与存储服务的时钟相差超过一分钟。");
        }
        else if (clock.Stands())
        {
            yield return new HealthTroubleView("clock", null, "本机时钟停住了或被拨回。");
        }
    }

    private async Task<IReadOnlyList<HealthTroubleView>> TimerTroublesAsync(IReadOnlyList<TimerRunView> ran, CancellationToken cancellation)
    {
        var since = await runs.SinceAsync(cancellation);
        var now = machine.GetUtcNow();
        return
        [
            .. TimerRuns.Timers
                .Select(t => TimerWatch.Trouble(t, ran.FirstOrDefault(r => r.Name == t.Name), since, now, deadline.Limit))
                .OfType<HealthTroubleView>(),
        ];
    }

    private HealthView Empty(StorageHealth storage) => new(
        Ok,
        [],
        storage.Reachable,
        storage.Problem,
        storage.OldestOutbox is { } oldest ? Math.Max(0, (machine.GetUtcNow() - oldest).TotalSeconds) : null,
        storage.PoisonMessages,
        0,
        [],
        0,
        0,
        [],
        null,
        0,
        0,
        [],
        reference.Catalogue.Version,
        business.Now);
}
