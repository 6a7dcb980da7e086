using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Lianxin.Storage.Tests.Emulator;

/// <summary>Sits on the wire between the SDK and the emulator: counts every try of every request and can act or break before and after it.</summary>
internal sealed class Wire : HttpPipelinePolicy
{
    private readonly ConcurrentQueue<string> _seen = new();

    public Func<HttpMessage, Task>? Before { get; set; }

    public Func<HttpMessage, Task>? After { get; set; }

    public IReadOnlyList<string> Seen => [.. _seen];

    public int Transactions => _seen.Count(s => s.EndsWith("$batch", StringComparison.Ordinal));

    public void Clear() => _seen.Clear();

    public static bool IsTransaction(HttpMessage message) => message.Request.Uri.Path.EndsWith("$batch", StringComparison.Ordinal);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is only called asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        _seen.Enqueue($"{message.Request.Method} {message.Request.Uri.Path}");
        if (Before is { } before)
        {
            await before(message);
        }

        await ProcessNextAsync(message, pipeline);
        if (After is { } after)
        {
            await after(message);
        }
    }
}
