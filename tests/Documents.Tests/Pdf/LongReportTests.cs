using System.Diagnostics;
using Lianxin.Core.Reports;
using Lianxin.Documents.Tests.Fonts;
using Lianxin.Documents.Tests.Typesetting;

namespace Lianxin.Documents.Tests.Pdf;

public sealed class LongReportTests
{
    // Generous, because a build machine may be busy: the point is that nothing grows with the square of the length.
    private const double SecondsForFiftyPages = 20;
    private const long BytesForFiftyPages = 400L * 1024 * 1024;

    [Fact]
    public void Fifty_pages_are_made_in_reasonable_time_and_memory()
    {
        var blocks = Enumerable.Range(1, 190).SelectMany(i => new ReportBlock[]
        {
            new HeadingBlock(1 + (i % 3), $"{i}. 标题"),
            new ParagraphBlock(RandomText.Of(i)),
        }).Append(SampleReport.ClassTable(120));
        var report = SampleReport.Of(blocks);
        var renderer = FetchedFonts.Renderer;
        renderer.Render(SampleReport.Whole());

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var rendering = renderer.RenderDocument(report);
        watch.Stop();

        rendering.PageCount.ShouldBeGreaterThanOrEqualTo(50);
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(SecondsForFiftyPages);
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(BytesForFiftyPages);
    }
}
