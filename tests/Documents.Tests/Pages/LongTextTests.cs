using System.Text;
using Lianxin.Documents.Pages;
using Lianxin.Tests.Pages;

namespace Lianxin.Documents.Tests.Pages;

/// <summary>Bodies that are too long for one light page.</summary>
public class LongTextTests
{
    private const int Lightest = 100 * 1024;

    [Fact]
    public void Nothing_is_lost_or_turned_round_and_no_part_is_heavier_than_a_page_may_be()
    {
        var random = new Random(20261124);
        for (var round = 0; round < 50; round++)
        {
            var body = string.Join('\n', Enumerable.Range(0, 5).Select(i => new string((char)('一' + i), random.Next(30_000)) + (random.Next(2) == 0 ? "。" : "") + new string('乙', random.Next(30_000))));
            var parts = LongText.Parts(body);
            string.Concat(parts.SelectMany(p => p)).ShouldBe(string.Concat(DisplayText.Paragraphs(body)), $"round {round}");
            parts.ShouldAllBe(p => p.Sum(Encoding.UTF8.GetByteCount) <= LongText.PartBytes);
        }
    }

    [Fact]
    public void A_paragraph_of_rare_characters_is_never_cut_within_one()
    {
        var parts = LongText.Parts(string.Concat(Enumerable.Repeat("𠮷", 40_000)));
        parts.Count.ShouldBe(3);
        parts.SelectMany(p => p).ShouldAllBe(p => !p.EnumerateRunes().Contains(Rune.ReplacementChar));
    }

    [Fact]
    public async Task The_longest_body_gives_light_pages_that_lead_from_one_to_the_next()
    {
        var item = PortalSamples.Long();
        item.Parts.Count.ShouldBeGreaterThan(9);
        (await PortalSamples.Pages.ItemAsync(item, TestContext.Current.CancellationToken)).Length.ShouldBeLessThan(Lightest);
        for (var part = 2; part <= item.Parts.Count; part++)
        {
            var bytes = await PortalSamples.Pages.ItemPartAsync(item, part, TestContext.Current.CancellationToken);
            bytes.Length.ShouldBeLessThan(Lightest);
            var links = PageRules.Named(PageRules.Parse(Encoding.UTF8.GetString(bytes)), "a");
            links.Count(a => PageRules.Value(a, "rel") == "next").ShouldBe(part < item.Parts.Count ? 1 : 0);
            links.ShouldContain(a => PageRules.Value(a, "href")!.EndsWith($"/items/{item.Id}.html", StringComparison.Ordinal));
        }
    }
}
