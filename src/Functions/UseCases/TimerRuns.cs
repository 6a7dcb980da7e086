using System.Text.Json;
using Lianxin.Core.Publication;
using Lianxin.Functions.Http.Views;

namespace Lianxin.Functions.UseCases;

/// <summary>Keeps the last run of each timer where every instance can see it.</summary>
public sealed class TimerRuns(IDocumentStore documents, TimeProvider machine)
{
    private static readonly string[] Names =
        [.. Hosting.FunctionApp.Lianxin.OfType<Hosting.TimerFunction>().Select(f => f.Name)];

    /// <summary>Runs a timer's body and records how it went; a failure is recorded and thrown on.</summary>
    public async Task RecordAsync(string name, Func<Task> body, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(body);
        try
        {
            await body();
        }
        catch (Exception failure)
        {
            await PutAsync(new TimerRunView(name, machine.GetUtcNow(), false, failure.Message), CancellationToken.None);
            throw;
        }

        await PutAsync(new TimerRunView(name, machine.GetUtcNow(), true, null), cancellation);
    }

    public async Task<IReadOnlyList<TimerRunView>> ListAsync(CancellationToken cancellation)
    {
        var runs = new List<TimerRunView>();
        foreach (var name in Names)
        {
            if (await documents.FindAsync(Containers.Sealed, PathOf(name), cancellation) is { } stored
                && JsonSerializer.Deserialize(stored.Bytes, ApiJson.Default.TimerRunView) is { } run)
            {
                runs.Add(run);
            }
        }

        return runs;
    }

    private Task PutAsync(TimerRunView run, CancellationToken cancellation) =>
        documents.PutAsync(
            Containers.Sealed, PathOf(run.Name), JsonSerializer.SerializeToUtf8Bytes(run, ApiJson.Default.TimerRunView), "application/json", cancellation);

    private static string PathOf(string name) => $"timers/{name}.json";
}
