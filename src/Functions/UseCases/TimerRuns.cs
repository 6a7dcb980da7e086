using System.Globalization;
using System.Text;
using System.Text.Json;
using Lianxin.Core.Publication;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Http.Views;
using Lianxin.Functions.UseCases.Health;

namespace Lianxin.Functions.UseCases;

/// <summary>Keeps the last run of each timer where every instance can see it.</summary>
public sealed class TimerRuns(IDocumentStore documents, TimeProvider machine)
{
    private const string SinceName = "timers/since.txt";

    private DateTimeOffset? known;

    /// <summary>Every timer of the app.</summary>
    public static IReadOnlyList<TimerFunction> Timers { get; } = [.. FunctionApp.Lianxin.OfType<TimerFunction>()];

    /// <summary>Runs a timer's body and records how it went; a failure is recorded and thrown on.</summary>
    public async Task RecordAsync(string name, Func<Task> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (Timers.FirstOrDefault(t => t.Name == name) is { } timer && TimerWatch.IsRare(timer, machine.GetUtcNow()))
        {
            // A nightly run may last longer than anybody should wait before calling it missed; one of every minute is not worth the write.
            var before = await FindAsync(name, cancellation) ?? new TimerRunView(name, null, true, null);
            await PutAsync(before with { StartedAt = machine.GetUtcNow() }, cancellation);
        }

        try
        {
            await body();
        }
        catch (Exception failure)
        {
            // Anybody may read the health report: the exception's own words are for the journal.
            await PutAsync(new TimerRunView(name, machine.GetUtcNow(), false, FailureReasons.Of(failure)), CancellationToken.None);
            throw;
        }

        await PutAsync(new TimerRunView(name, machine.GetUtcNow(), true, null), cancellation);
    }

    /// <summary>The last run of each timer that ran.</summary>
    public async Task<IReadOnlyList<TimerRunView>> ListAsync(CancellationToken cancellation) =>
        [.. (await Task.WhenAll(Timers.Select(t => FindAsync(t.Name, cancellation)))).OfType<TimerRunView>()];

    /// <summary>Machine instant since which timers are counted on: the first start of this installation.</summary>
    public async Task<DateTimeOffset> SinceAsync(CancellationToken cancellation)
    {
        while (known is null)
        {
            if (await documents.FindAsync(Containers.Sealed, SinceName, cancellation) is { } stored)
            {
                known = DateTimeOffset.Parse(Encoding.ASCII.GetString(stored.Bytes), CultureInfo.InvariantCulture);
                break;
            }

            var now = Encoding.ASCII.GetBytes(machine.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
            await documents.TryPutAsync(Containers.Sealed, SinceName, now, "text/plain", null, cancellation);
        }

        return known.Value;
    }

    private async Task<TimerRunView?> FindAsync(string name, CancellationToken cancellation) =>
        await documents.FindAsync(Containers.Sealed, PathOf(name), cancellation) is { } stored
            ? JsonSerializer.Deserialize(stored.Bytes, ApiJson.Default.TimerRunView)
            : null;

    private Task PutAsync(TimerRunView run, CancellationToken cancellation) =>
        documents.PutAsync(
            Containers.Sealed, PathOf(run.Name), JsonSerializer.SerializeToUtf8Bytes(run, ApiJson.Default.TimerRunView), "application/json", cancellation);

    private static string PathOf(string name) => $"timers/{name}.json";
}
