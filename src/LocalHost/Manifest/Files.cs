using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.LocalHost.Manifest;

/// <summary>The parts of host.json that this host obeys.</summary>
internal sealed record HostFile(
    string? Version,
    string? FunctionTimeout,
    JsonElement? ExtensionBundle,
    ExtensionsPart? Extensions,
    CustomHandlerPart? CustomHandler);

internal sealed record ExtensionsPart(HttpPart? Http, QueuesPart? Queues);

internal sealed record HttpPart(string? RoutePrefix);

internal sealed record QueuesPart(
    int? BatchSize,
    int? NewBatchThreshold,
    int? MaxDequeueCount,
    string? VisibilityTimeout,
    string? MaxPollingInterval,
    string? MessageEncoding);

internal sealed record CustomHandlerPart(
    DescriptionPart? Description,
    bool EnableForwardingHttpRequest,
    bool EnableProxyingHttpRequest,
    string? InitializationTimeout);

internal sealed record DescriptionPart(
    string? DefaultExecutablePath,
    string? DefaultWorkerPath,
    string? WorkingDirectory,
    IReadOnlyList<string>? Arguments,
    IReadOnlyList<string>? WorkerArguments);

internal sealed record FunctionFile(IReadOnlyList<BindingPart>? Bindings, JsonElement? Disabled, JsonElement? Retry);

internal sealed record BindingPart(
    string? Type,
    string? Direction,
    string? Name,
    string? AuthLevel,
    IReadOnlyList<string>? Methods,
    string? Route,
    string? Schedule,
    bool? UseMonitor,
    bool? RunOnStartup,
    string? QueueName,
    string? Connection);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(HostFile))]
[JsonSerializable(typeof(FunctionFile))]
internal sealed partial class ManifestJson : JsonSerializerContext;
