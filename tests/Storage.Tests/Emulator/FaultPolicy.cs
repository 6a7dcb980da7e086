using System.Diagnostics.CodeAnalysis;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Lianxin.Storage.Tests.Emulator;

/// <summary>What goes wrong with a call to storage.</summary>
public enum Fault
{
    /// <summary>429 before anything happened.</summary>
    Throttled,

    /// <summary>500 before anything happened.</summary>
    Broken,

    /// <summary>503 before anything happened.</summary>
    Busy,

    /// <summary>No answer in time, and nothing happened.</summary>
    TimedOut,

    /// <summary>The call took effect and the connection broke before the answer came.</summary>
    Dropped,
}

/// <summary>Strikes chosen requests, counted from <see cref="Arm"/>; every other one passes. Deterministic where requests come in one order.</summary>
internal sealed class FaultPolicy : HttpPipelinePolicy
{
    private readonly Lock gate = new();
    private readonly List<string> struck = [];
    private IReadOnlyDictionary<int, Fault>? faults;

    /// <summary>What was struck, as <c>17 Dropped PUT /path</c>.</summary>
    public IReadOnlyList<string> Struck => struck;

    /// <summary>Requests since the last arming.</summary>
    public int Calls { get; private set; }

    /// <param name="planned">Faults by number of the request, from 1.</param>
    public void Arm(IReadOnlyDictionary<int, Fault> planned) => faults = planned;

    /// <summary>From here on everything passes, and nothing is counted.</summary>
    public void Disarm() => faults = null;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Storage is only called asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Fault? fault = null;
        lock (gate)
        {
            if (faults is not null && faults.TryGetValue(++Calls, out Fault planned))
            {
                fault = planned;
                struck.Add($"{Calls} {planned} {message.Request.Method} {message.Request.Uri.Path}");
            }
        }

        if (fault is not { } kind)
        {
            await ProcessNextAsync(message, pipeline);
            return;
        }

        switch (kind)
        {
            case Fault.Throttled:
                message.Response = new Answer(429, message.Request.ClientRequestId);
                break;
            case Fault.Broken:
                message.Response = new Answer(500, message.Request.ClientRequestId);
                break;
            case Fault.Busy:
                message.Response = new Answer(503, message.Request.ClientRequestId);
                break;
            case Fault.TimedOut:
                throw new TaskCanceledException("No answer in time.");
            default:
                await ProcessNextAsync(message, pipeline);
                throw new IOException("The connection broke.");
        }
    }

    /// <summary>A refusal without content.</summary>
    private sealed class Answer(int status, string request) : Azure.Response
    {
        public override int Status => status;

        // The transport, which is passed by, would have said so.
        public override bool IsError => true;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; } = new MemoryStream();

        public override string ClientRequestId { get; set; } = request;

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => false;

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => [];

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return false;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = null;
            return false;
        }
    }
}
