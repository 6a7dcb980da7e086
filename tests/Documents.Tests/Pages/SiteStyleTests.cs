using System.Globalization;
using System.Text.RegularExpressions;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.Tests.Pages;

public partial class SiteStyleTests
{
    private const int Budget = 14 * 1024;
    private const double LeastContrast = 4.5;

    [Fact]
    public void The_sheet_is_small_and_asks_nobody_for_anything()
    {
        SiteStyle.File.Bytes.Length.ShouldBeLessThanOrEqualTo(Budget);
        SiteStyle.Text.ShouldNotContain("url(");
        SiteStyle.Text.ShouldNotContain("@import");
        SiteStyle.Text.ShouldNotContain("@font-face");
    }

    [Fact]
    public async Task Its_name_carries_its_hash_and_is_the_one_that_pages_link()
    {
        SiteStyle.Path.ShouldMatch("^assets/site-[0-9a-f]{12}\\.css$");
        SiteStyle.Hash("a").ShouldNotBe(SiteStyle.Hash("b"));
        foreach (var (_, html) in await PortalSamples.EveryPageAsync())
            html.ShouldContain($"/open/{SiteStyle.Path}\"");
        PortalPages.Assets.ShouldContain(f => f.Path == SiteStyle.Path);
    }

    [Theory]
    [InlineData(0, "light")]
    [InlineData(1, "dark")]
    public void Text_stands_out_from_its_ground(int palette, string name)
    {
        var colours = Palettes()[palette];
        foreach (var ground in new[] { "paper", "sheet", "warn-paper", "bad-paper" })
        {
            foreach (var text in new[] { "ink", "quiet", "red", "link", "visited", "good", "warn" })
                Contrast(colours[text], colours[ground]).ShouldBeGreaterThanOrEqualTo(LeastContrast, $"{text} on {ground}, {name}");
        }

        Contrast(colours["field"], colours["paper"]).ShouldBeGreaterThanOrEqualTo(3, $"edges of fields, {name}");
    }

    private static List<Dictionary<string, string>> Palettes() =>
        [.. Root().Matches(SiteStyle.Text).Select(m => Colour().Matches(m.Value).ToDictionary(c => c.Groups[1].Value, c => c.Groups[2].Value, StringComparer.Ordinal))];

    /// <summary>Contrast ratio of WCAG 2.1.</summary>
    private static double Contrast(string one, string other)
    {
        var lights = new[] { Luminance(one), Luminance(other) };
        return (lights.Max() + 0.05) / (lights.Min() + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 3 ? string.Concat(colour.Select(c => $"{c}{c}")) : colour;
        var parts = Enumerable.Range(0, 3).Select(i => int.Parse(digits.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(v => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@":root \{[^}]*color-scheme[^}]*\}|@media \(prefers-color-scheme: dark\) \{\s*:root \{[^}]*\}")]
    private static partial Regex Root();

    [GeneratedRegex("--([a-z0-9-]+): #([0-9a-f]{3}(?:[0-9a-f]{3})?);")]
    private static partial Regex Colour();
}
