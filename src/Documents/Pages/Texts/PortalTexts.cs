using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lianxin.Documents.Pages.Texts;

/// <summary>
/// Every word of the public pages that is not an item's own, in one language (<c>portal.zh-CN.json</c>, <c>portal.en.json</c>). A key that is
/// missing, or one that no template knows, stops the app at its start. Numbers in braces are places for values, see <see cref="FilledText"/>.
/// </summary>
/// <param name="Language">Language tag, as it stands in <c>lang</c>.</param>
public sealed record PortalTexts(
    string Language,
    FrameTexts Frame,
    UnitTexts Units,
    HomeTexts Home,
    ListTexts Lists,
    ItemTexts Item,
    VersionTexts Versions,
    StubTexts Stub,
    FeedbackTexts Feedback,
    ReceiptTexts Receipt,
    FeedTexts Feed,
    ColumnTexts Column,
    FormTexts Form,
    CoverageTexts Coverage,
    CaseTexts Cases,
    ReportTexts Reports,
    SearchTexts Search,
    DataTexts Data)
{
    /// <summary>The language of the register itself, and of everything that nobody set otherwise.</summary>
    public const string Chinese = "zh-CN";

    public const string English = "en";

    private static readonly string[] Written = [Chinese, English];

    private static readonly Lazy<IReadOnlyDictionary<string, PortalTexts>> Loaded = new(
        () => Written.ToDictionary(l => l, Read, StringComparer.OrdinalIgnoreCase));

    public static PortalTexts InChinese => For(Chinese);

    /// <summary>Language of the items' own words where it is another than the page's, for their <c>lang</c>; otherwise null.</summary>
    public string? OwnWords => string.Equals(Language, Chinese, StringComparison.Ordinal) ? null : Chinese;

    /// <exception cref="ArgumentException">The site is not written in this language.</exception>
    public static PortalTexts For(string language) => Loaded.Value.GetValueOrDefault(language)
        ?? throw new ArgumentException($"The site is not written in '{language}'; it can be in {string.Join(" or ", Written)}.", nameof(language));

    /// <summary>The file of a language as it was compiled in.</summary>
    public static string Source(string language) => SiteStyle.Read(Assembly.GetExecutingAssembly(), $"portal.{language}.json");

    private static PortalTexts Read(string language) => JsonSerializer.Deserialize(Source(language), PortalTextsJson.Default.PortalTexts)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PortalTexts))]
internal sealed partial class PortalTextsJson : JsonSerializerContext;
