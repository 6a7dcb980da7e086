using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lianxin.Core.Cases;
using Lianxin.Core.Feedback;
using Lianxin.Core.Handovers;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Reports.Records;
using Lianxin.Core.Reports.Yearly;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.UseCases;

/// <summary>A place of a <see cref="PostingWindow"/>: when it was taken last, machine time.</summary>
internal sealed record TakenPlace(DateTimeOffset At);

/// <summary>The first answer to a post, so that a repeated one gets it again.</summary>
internal sealed record PostedOnce(string Id, string BodyHash, DateTimeOffset At);

/// <summary>Where a receipt code leads.</summary>
internal sealed record CodeLeadsTo(string Id);

/// <summary>A part of a count; the parts of one count add up.</summary>
internal sealed record TallyShare(IReadOnlyDictionary<string, int> Counts);

/// <summary>How the documents of the ledgers are written. Derived properties are left out: they would be a second truth.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedbackPiece))]
[JsonSerializable(typeof(FeedbackRow))]
[JsonSerializable(typeof(LianxinCase))]
[JsonSerializable(typeof(CaseRow))]
[JsonSerializable(typeof(TakenPlace))]
[JsonSerializable(typeof(PostedOnce))]
[JsonSerializable(typeof(CodeLeadsTo))]
[JsonSerializable(typeof(TallyShare))]
[JsonSerializable(typeof(DatedRecord))]
[JsonSerializable(typeof(Handover))]
[JsonSerializable(typeof(NilStatement))]
[JsonSerializable(typeof(YearlyTold))]
internal sealed partial class LedgerJson : JsonSerializerContext;

/// <summary>Documents of the ledgers as text.</summary>
internal static class LedgerText
{
    /// <summary>Chinese stays as it is: escaped it would take six characters of a row for one.</summary>
    public static LedgerJson Plain { get; } =
        new(new JsonSerializerOptions(LedgerJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static T Read<T>(LedgerRow row, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(row.Text, type) ?? throw new InvalidOperationException($"Row {row.Key} holds no {typeof(T).Name}.");
}
