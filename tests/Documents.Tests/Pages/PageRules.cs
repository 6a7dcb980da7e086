using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Lianxin.Tests.Pages;

/// <summary>What every page must be, public or on the staff desk. Pages are well-formed XML, so they can be asked like any document.</summary>
internal static class PageRules
{
    /// <summary>Markup, quotes, an entity and characters that turn the reading direction, as a person could type them.</summary>
    public const string Hostile = "<script>alert(\"x\")</script> 'a' & &lt; \u202Egpj.exe\u202C \u2066b\u2069 \u0007end";

    /// <summary>The same as it must be shown: markup is text, direction controls and bells are gone.</summary>
    public const string HostileShown = "<script>alert(\"x\")</script> 'a' & &lt; gpj.exe b end";

    private static readonly string[] Controls = ["\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\u0007"];

    public static XDocument Parse(string html)
    {
        using var text = new StringReader(html);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    public static XDocument Parse(byte[] html) => Parse(Encoding.UTF8.GetString(html));

    /// <param name="origins">Beginnings of the absolute addresses that the page may name.</param>
    public static XDocument ShouldBeSound(string html, params string[] origins)
    {
        html.ShouldStartWith("<!DOCTYPE html>");
        foreach (var control in Controls)
            html.ShouldNotContain(control);

        var page = Parse(html);
        page.Root!.Attribute("lang")!.Value.ShouldBeOneOf("zh-CN", "en");
        Named(page, "title").Single().Value.ShouldNotBeNullOrWhiteSpace();
        Named(page, "main").Count().ShouldBe(1);
        CarriesNoScriptOfItsOwn(page);
        LinksStayHome(page, origins);
        HeadingsAreInOrder(page);
        ReferencesMeet(page);
        FieldsHaveLabels(page);
        TablesExplainThemselves(page);
        return page;
    }

    public static IEnumerable<XElement> Named(XContainer page, string name) => page.Descendants(name);

    public static string? Value(XElement element, string attribute) => element.Attribute(attribute)?.Value;

    /// <summary>The text of the page as it is read, with white space folded.</summary>
    public static string Text(XContainer page) =>
        string.Join(' ', page.DescendantNodes().OfType<XText>().SelectMany(t => t.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>At most files of our own, which the policy names by their hash; nothing inline.</summary>
    private static void CarriesNoScriptOfItsOwn(XDocument page)
    {
        var scripts = Named(page, "script").ToList();
        scripts.ShouldAllBe(s => s.Value.Length == 0 && Value(s, "defer") != null);
        Named(page, "style").ShouldBeEmpty();
        page.Descendants().Attributes()
            .Where(a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal))
            .ShouldBeEmpty("inline styles and handlers are refused by the content policy");
        var policy = Named(page, "meta").Single(m => Value(m, "http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.Contains("script-src", StringComparison.Ordinal).ShouldBe(scripts.Count > 0);
        scripts.ShouldAllBe(s => policy.Contains($"'{Value(s, "integrity")}'", StringComparison.Ordinal));
    }

    private static void LinksStayHome(XDocument page, string[] origins)
    {
        foreach (var attribute in page.Descendants().Attributes().Where(a => a.Name.LocalName is "href" or "src" or "action" or "formaction" or "srcset" or "poster"))
        {
            var address = attribute.Value;
            var local = address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal));
            (local || origins.Any(o => address.StartsWith(o, StringComparison.Ordinal))).ShouldBeTrue($"{attribute.Parent!.Name} {attribute} leads away");
        }
    }

    private static void HeadingsAreInOrder(XDocument page)
    {
        var levels = page.Descendants().Select(e => e.Name.LocalName).Where(n => n is ['h', >= '1' and <= '6']).Select(n => n[1] - '0').ToList();
        levels.Count(l => l == 1).ShouldBe(1);
        levels[0].ShouldBe(1);
        foreach (var (above, below) in levels.Zip(levels.Skip(1)))
            below.ShouldBeLessThanOrEqualTo(above + 1, "a heading level was skipped");
    }

    private static void ReferencesMeet(XDocument page)
    {
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        ids.ShouldBeUnique();
        var wanted = page.Descendants().Attributes().SelectMany(a => a.Name.LocalName switch
        {
            "for" => [a.Value],
            "aria-describedby" or "aria-labelledby" => a.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            "href" when a.Value.StartsWith('#') => [a.Value[1..]],
            _ => Array.Empty<string>(),
        });
        foreach (var id in wanted)
            ids.ShouldContain(id);
    }

    private static void FieldsHaveLabels(XDocument page)
    {
        var labelled = Named(page, "label").Select(l => Value(l, "for")).ToHashSet();
        foreach (var field in page.Descendants().Where(e => e.Name.LocalName is "input" or "select" or "textarea"))
        {
            if (Value(field, "type") is not ("hidden" or "submit"))
                labelled.ShouldContain(Value(field, "id"), $"no label for {field}");
        }

        foreach (var set in Named(page, "fieldset"))
            set.Elements().First().Name.LocalName.ShouldBe("legend");
    }

    private static void TablesExplainThemselves(XDocument page)
    {
        foreach (var table in Named(page, "table"))
        {
            table.Elements().First().Name.LocalName.ShouldBe("caption");
            table.Element("caption")!.Value.ShouldNotBeNullOrWhiteSpace();
            var heads = Named(table, "th").ToList();
            heads.ShouldNotBeEmpty();
            heads.ShouldAllBe(h => Value(h, "scope") != null);
        }
    }
}
