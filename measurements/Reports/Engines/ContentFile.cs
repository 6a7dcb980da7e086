using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Lianxin.Core.Reports;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>A composed report as a file, so that our writer too starts from a source and nothing else.</summary>
internal static class ContentFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameBlocks } },
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
}
