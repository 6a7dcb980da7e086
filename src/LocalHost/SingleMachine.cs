using Lianxin.LocalHost.Demo;
using Lianxin.LocalHost.Emulator;
using Lianxin.LocalHost.Handler;
using Lianxin.LocalHost.Http;
using Lianxin.LocalHost.Manifest;
using Lianxin.LocalHost.Processes;
using Lianxin.LocalHost.Queues;
using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost;

/// <summary>The whole host for one machine: storage, handler, front, timers and queues, started in order and ended in order.</summary>
internal sealed class SingleMachine : IAsyncDisposable
{
    /// <summary>A queue that someone waits for is looked at at least this often, whatever maxPollingInterval says.</summary>
    private const string EmulatorPid = "emulator.pid";
    private static readonly TimeSpan QueueCap = TimeSpan.FromSeconds(1);

    /// <summary>How long a public request waits for a handler that is down.</summary>
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(60);

    /// <summary>How long a reader waits for storage before being told that it is away.</summary>
    private static readonly TimeSpan SitePatience = TimeSpan.FromSeconds(10);

    private readonly Stack<IAsyncDisposable> _opened = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _loops = [];
    private IReadOnlyList<QueueLoop> _queues = [];

    private SingleMachine()
    {
    }

    /// <summary>The handler, for whoever waits for it.</summary>
    public HandlerSupervisor Handler { get; private set; } = null!;

    /// <exception cref="StartRefused">It cannot run as asked; whatever was started is ended again.</exception>
    public static async Task<SingleMachine> StartAsync(RunOptions options, Journal journal, TimeProvider clock, CancellationToken cancellation)
    {
        var machine = new SingleMachine();
        try
        {
            await machine.OpenAsync(options, journal, clock, cancellation);
            return machine;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Every queue is empty and nothing runs.</summary>
    public async Task<bool> QueuesAreIdleAsync(CancellationToken cancellation)
    {
        foreach (var queue in _queues)
        {
            if (!await queue.IsIdleAsync(cancellation))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Waits for the end; a loop that breaks is thrown here instead of staying unseen.</summary>
    public async Task WatchAsync(CancellationToken cancellation)
    {
        await await Task.WhenAny(_loops).WaitAsync(cancellation);
        throw new InvalidOperationException("a loop of the host ended by itself");
    }

    /// <summary>Front, handler, emulator, in this order; the emulator is waited for, so that nothing it acknowledged is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_opened.TryPop(out var opened))
        {
            await opened.DisposeAsync();
        }

        _stop.Dispose();
    }

    private async Task OpenAsync(RunOptions options, Journal journal, TimeProvider clock, CancellationToken cancellation)
    {
        Keep(FolderLock.Take(options.DataFolder));
        var app = ManifestReader.Read(options.AppFolder, options.Setting, journal);
        CheckMode(options.Mode, app.Host);
        FreePort.Demand(options.Port);
        if (options.SitePort is { } site)
        {
            FreePort.Demand(site);
        }

        var nursery = Keep(new ChildNursery());
        var handlerPid = new PidFile(Path.Combine(options.DataFolder, "handler.pid"));
        await handlerPid.EndLeftoverAsync(Signals.Kill, cancellation);
        // Its file is taken away when it ends in order.
        var afterCrash = File.Exists(Path.Combine(options.DataFolder, EmulatorPid));
        var connection = options.Storage ?? await EmulatorAsync(options, nursery, journal, cancellation);
        var storage = Keep(new StorageDoor(connection));
        var key = HostKey.Make(Path.Combine(options.DataFolder, "host-key"));

        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = connection };
        foreach (var (name, value) in DemoSettings.Of(options, app.Folder, clock.GetUtcNow(), afterCrash).Concat(options.Settings))
        {
            settings[name] = value;
        }

        Handler = new HandlerSupervisor(
            new HandlerStarter(app, settings, options.BaseUrl, nursery, handlerPid, journal), app.Host.InitializationTimeout, clock, journal);
        Loops(handlerPid.Clear);
        _loops.Add(Handler.RunAsync(_stop.Token));

        var version = options.Mode == HttpMode.Proxying ? "4.1052.200.0" : "4.1037.0.0";
        var invoker = new Invoker(Handler, version, app.Host.FunctionTimeout, journal);
        var statuses = new TimerStatusStore(storage.Blobs, options.Setting("AzureFunctionsWebHost__hostid") ?? "localhost");
        var timers = app.Timers.Select(timer => new TimerLoop(timer, statuses, invoker, clock, journal)).ToList();
        _queues = [.. app.Queues.Select(queue => Queue(queue, app.Host.Queues, storage, invoker, clock, journal))];

        var upstream = new Upstream(Handler, new UpstreamRequest(options.Mode, version), options.Mode, RequestPatience, clock, journal);
        var front = new FrontDoor(
            app.Http, upstream, new StaticSite(storage.Blobs, SitePatience), new AdminDoor(timers, key, _stop.Token), key, options.SitePort);
        await OpenFrontAsync(front, options, cancellation);

        _loops.AddRange(timers.Select(timer => Guarded(timer.RunAsync)));
        _loops.AddRange(_queues.Select(queue => Guarded(queue.RunAsync)));
    }

    private static void CheckMode(HttpMode mode, HostSettings host)
    {
        if (mode == HttpMode.Proxying ? !host.Proxying : !host.Forwarding)
        {
            throw new StartRefused($"host.json 没有开启 {mode} 方式", $"host.json does not enable {mode}");
        }
    }

    private async Task<string> EmulatorAsync(RunOptions options, ChildNursery nursery, Journal journal, CancellationToken cancellation)
    {
        var pidFile = new PidFile(Path.Combine(options.DataFolder, EmulatorPid));
        if (await pidFile.EndLeftoverAsync(Signals.Terminate, cancellation))
        {
            journal.Note("结束了上次留下的存储模拟器", "ended a storage emulator left from last time");
        }

        var location = options.InMemory ? null : Path.Combine(options.DataFolder, "storage");
        var emulator = new StorageEmulator(EmulatorPlace.Find(options.EmulatorFolder), location, nursery, pidFile, journal);
        _opened.Push(emulator);
        await emulator.StartAsync(cancellation);
        if (location is not null)
        {
            // So that ./backup finds the storage of a system that runs; the ports are other ones at every start.
            PrivateFile.Write(Path.Combine(options.DataFolder, "storage-connection"), emulator.Ports.ConnectionString);
        }

        return emulator.Ports.ConnectionString;
    }

    private QueueLoop Queue(QueueFunction function, QueueSettings settings, StorageDoor storage, Invoker invoker, TimeProvider clock, Journal journal)
    {
        var queue = storage.Queues.GetQueueClient(function.Queue);
        var poison = storage.Queues.GetQueueClient($"{function.Queue}-poison");
        var delivery = new Delivery(function, settings, queue, poison, invoker, clock, journal);
        var longest = settings.MaxPollingInterval < QueueCap ? settings.MaxPollingInterval : QueueCap;
        return new QueueLoop(queue, delivery, settings.BatchSize, settings.NewBatchThreshold, longest, Handler, clock, journal);
    }

    private async Task OpenFrontAsync(FrontDoor front, RunOptions options, CancellationToken cancellation)
    {
        var web = front.Build(options.SitePort is { } site ? [options.Port, site] : [options.Port]);
        _opened.Push(web);
        try
        {
            await web.StartAsync(cancellation);
        }
        catch (IOException taken)
        {
            throw new StartRefused($"端口 {options.Port} 打不开", $"port {options.Port} cannot be opened: {taken.Message}");
        }
    }

    private async Task Guarded(Func<CancellationToken, Task> loop)
    {
        try
        {
            await loop(_stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // Asked to stop.
        }
    }

    private void Loops(Action afterwards) => _opened.Push(new Closing(async () =>
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_loops);
        afterwards();
    }));

    private T Keep<T>(T opened)
        where T : IDisposable
    {
        _opened.Push(new Closing(() =>
        {
            opened.Dispose();
            return Task.CompletedTask;
        }));
        return opened;
    }

    private sealed class Closing(Func<Task> close) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await close();
    }
}
