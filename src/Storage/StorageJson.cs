using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Core.Access;
using Lianxin.Core.Audit;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Reports;
using Lianxin.Storage.Outbox;

namespace Lianxin.Storage;

/// <summary>How aggregates are written into rows and messages. Derived properties are left out: they would be a second truth.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(ItemEvent))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(AnnualReport))]
[JsonSerializable(typeof(StatisticFigure))]
[JsonSerializable(typeof(QueueEnvelope))]
internal sealed partial class StorageJson : JsonSerializerContext;

/// <summary>The one set of options that everything is written with.</summary>
internal static class Json
{
    /// <summary>Chinese stays as it is: escaped it would take six characters of a row for one.</summary>
    public static StorageJson Plain { get; } =
        new(new JsonSerializerOptions(StorageJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
