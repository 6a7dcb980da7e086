using System.Runtime.InteropServices;
using Lianxin.LocalHost;
using Lianxin.LocalHost.Demo;
using Lianxin.LocalHost.Processes;

var journal = new Journal(Console.WriteLine);
RunOptions? options;
try
{
    options = CommandLine.Parse(args);
}
catch (StartRefused refused)
{
    Console.Error.WriteLine(refused.Message);
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

if (options is null)
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

if (options.Port == 0)
{
    options = options with { Port = FreePort.Take(1)[0] };
}

using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    // Ending is ours to do in order: front, handler, emulator.
    signal.Cancel = true;
    stop.Cancel();
}

Signals.HeedInterrupt();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);

try
{
    await using var machine = await SingleMachine.StartAsync(options, journal, TimeProvider.System, stop.Token);
    await new Opening(options, machine, TimeProvider.System, journal).RunAsync(stop.Token);
    await machine.WatchAsync(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 0;
}
catch (Exception failed) when (failed is StartRefused or StepFailed or HttpRequestException)
{
    Console.Error.WriteLine($"! {failed.Message}");
    return 1;
}
