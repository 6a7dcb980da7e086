using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lianxin.Core.Reports;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>A composed report as a file, so that our writer too starts from a source and nothing else.</summary>
internal static partial class ContentFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = Shape.Default.WithAddedModifier(NameBlocks),
    };

    public static void Write(string file, ReportContent content) => File.WriteAllBytes(file, JsonSerializer.SerializeToUtf8Bytes(content, Options));

    public static ReportContent Read(string file) => JsonSerializer.Deserialize<ReportContent>(File.ReadAllBytes(file), Options)!;

    private static void NameBlocks(JsonTypeInfo type)
    {
        if (type.Type != typeof(ReportBlock))
            return;
        type.PolymorphismOptions = new JsonPolymorphismOptions();
        foreach (var block in (Type[])[typeof(ContentsBlock), typeof(HeadingBlock), typeof(ParagraphBlock), typeof(TableBlock), typeof(ChartBlock), typeof(SignatureBlock), typeof(NoteBlock), typeof(WebCodeBlock)])
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(block, block.Name));
    }

    /// <summary>Written ahead, as an app would do it that starts for one document: reflection would cost more than the layout.</summary>
    [JsonSerializable(typeof(ReportContent))]
    [JsonSerializable(typeof(ContentsBlock))]
    [JsonSerializable(typeof(HeadingBlock))]
    [JsonSerializable(typeof(ParagraphBlock))]
    [JsonSerializable(typeof(TableBlock))]
    [JsonSerializable(typeof(ChartBlock))]
    [JsonSerializable(typeof(SignatureBlock))]
    [JsonSerializable(typeof(NoteBlock))]
    [JsonSerializable(typeof(WebCodeBlock))]
    private sealed partial class Shape : JsonSerializerContext;
}
