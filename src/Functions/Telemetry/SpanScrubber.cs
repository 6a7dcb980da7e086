using System.Diagnostics;
using Lianxin.Storage;
using OpenTelemetry;

namespace Lianxin.Functions.Telemetry;

/// <summary>
/// Lets out of a span only what is known to hold no personal data and no secret. Addresses hold both: login names are row keys, links are
/// signed, robots are called with their token in the query. A list of what may pass stays right when a library learns a new tag.
/// </summary>
public sealed class SpanScrubber : BaseProcessor<Activity>
{
    /// <summary>Table, container or queue that a storage call went to.</summary>
    public const string Store = "lianxin.store";

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "server.address", "server.port",
        Signals.ErrorType, Signals.Function, Store,
    };

    private static readonly HashSet<string> Stores = new(
        [.. StorageNames.Tables, .. StorageNames.Documents, .. StorageNames.Queues, .. StorageNames.Queues.Select(StorageNames.PoisonOf)], StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Kind == ActivityKind.Client)
        {
            var store = StoreOf(data.GetTagItem("url.full") as string);
            data.SetTag(Store, store);
            data.DisplayName = string.Join(' ', new[] { data.GetTagItem("http.request.method") as string ?? "call", store }.OfType<string>());
        }

        foreach (var tag in data.TagObjects.Select(t => t.Key).Where(k => !Passing.Contains(k)).ToList())
        {
            data.SetTag(tag, null);
        }

        // Both are free text: the first from an exception, the second from whoever called.
        data.SetStatus(data.Status);
        data.TraceStateString = null;
    }

    private static string? StoreOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Take(2) // The emulator's addresses begin with the account.
                .Select(p => Uri.UnescapeDataString(p).Split('(')[0])
                .FirstOrDefault(Stores.Contains)
            : null;
}
