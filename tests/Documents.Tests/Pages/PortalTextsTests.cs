using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Documents.Pages.Texts;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

/// <summary>The words of the public pages stand in files, once for each language, and nowhere else.</summary>
public sealed partial class PortalTextsTests
{
    [Fact]
    public void Every_language_has_the_same_keys_with_the_same_places_for_values()
    {
        var chinese = Flat(PortalTexts.Chinese);
        var english = Flat(PortalTexts.English);
        english.Keys.ShouldBe(chinese.Keys, ignoreOrder: true);
        foreach (var (key, text) in chinese)
        {
            text.ShouldNotBeNullOrWhiteSpace(key);
            english[key].ShouldNotBeNullOrWhiteSpace(key);
            Places(english[key]).ShouldBe(Places(text), key);
        }
    }

    [Fact]
    public void English_texts_hold_no_Chinese() =>
        Flat(PortalTexts.English).Where(t => Chinese().IsMatch(t.Value)).ShouldBeEmpty();

    [Fact]
    public void No_template_holds_Chinese_words_of_its_own()
    {
        var templates = Directory.GetFiles(Path.Combine(Root(), "src", "Documents", "Pages", "Slices"), "*.cshtml");
        templates.Length.ShouldBeGreaterThan(10);
        templates.Where(f => Chinese().IsMatch(File.ReadAllText(f))).Select(f => Path.GetFileName(f)).ShouldBeEmpty();
    }

    [Fact]
    public void A_language_that_nobody_wrote_is_refused() =>
        Should.Throw<ArgumentException>(() => PortalTexts.For("fr")).Message.ShouldContain("zh-CN or en");

    [Fact]
    public async Task The_same_templates_give_sound_pages_in_English_with_the_items_own_words_in_Chinese()
    {
        foreach (var (name, html) in await PortalSamples.EveryPageAsync(texts: PortalTexts.For(PortalTexts.English)))
        {
            var page = PageRules.ShouldBeSound(html, PortalSamples.Site, PortalSamples.Api);
            PageRules.Value(page.Root!, "lang").ShouldBe("en", name);
            PageRules.Text(page).ShouldContain("Open Government Information", customMessage: name);
        }

        var item = PageRules.Parse((await PortalSamples.EveryPageAsync(texts: PortalTexts.For(PortalTexts.English)))["item"]);
        PageRules.Value(PageRules.Named(item, "h1").Single(), "lang").ShouldBe("zh-CN");
        PageRules.Text(item).ShouldContain("Index number 640122000/2014-00457");
    }

    /// <summary>Key by key, as <c>item.indexNumber</c>; the entries of a list by their number.</summary>
    private static Dictionary<string, string> Flat(string language)
    {
        using var file = JsonDocument.Parse(PortalTexts.Source(language));
        var flat = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect("", file.RootElement, flat);
        return flat;
    }

    private static void Collect(string path, JsonElement element, Dictionary<string, string> flat)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Collect($"{path}.{property.Name}", property.Value, flat);
                break;
            case JsonValueKind.Array:
                foreach (var (entry, index) in element.EnumerateArray().Select((e, i) => (e, i)))
                    Collect($"{path}.{index}", entry, flat);
                break;
            default:
                flat.Add(path, element.GetString()!);
                break;
        }
    }

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Serverless.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }

    [GeneratedRegex(@"\{(\d+)(?::[^}]*)?\}")]
    private static partial Regex Place();

    /// <summary>Han characters and the punctuation that goes with them.</summary>
    [GeneratedRegex(@"[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]")]
    private static partial Regex Chinese();
}
