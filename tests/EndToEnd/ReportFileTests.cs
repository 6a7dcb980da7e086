using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Lianxin.EndToEnd;

/// <summary>The published PDF, read back as a stranger would.</summary>
public class ReportFileTests(SampleSystem sample) : IAsyncLifetime
{
    private byte[] file = [];

    public async ValueTask InitializeAsync()
    {
        using var anyone = sample.System.Anyone();
        var answer = await anyone.Http.GetAsync("/api/reports/2014/report.pdf");
        using var plain = new HttpClient();
        file = await plain.GetByteArrayAsync(answer.Headers.Location);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void It_says_what_the_register_counts_under_the_headings_of_the_founding_document()
    {
        using var pdf = PdfDocument.Open(file);
        var text = Regex.Replace(string.Concat(pdf.GetPages().Select(p => p.Text)), "\\s", "");

        text.ShouldContain("549条");
        foreach (var (title, count) in new[] { ("概况类", 2), ("政策法规类", 2), ("工作动态类", 467), ("财政类", 78) })
        {
            Regex.IsMatch(text, $"{title}[^0-9]{{0,12}}{count}(?![0-9])").ShouldBeTrue($"{title} {count}");
        }

        var at = -1;
        foreach (var heading in new[] { "一、", "二、", "三、" })
        {
            at = text.IndexOf(heading, at + 1, StringComparison.Ordinal);
            at.ShouldBeGreaterThan(-1, heading);
        }
    }

    [Fact]
    public void Every_letter_is_set_in_a_font_that_the_file_carries_as_a_subset()
    {
        using var pdf = PdfDocument.Open(file);
        var fonts = pdf.GetPages().SelectMany(p => p.Letters).Select(l => l.FontName ?? "").Distinct().ToList();

        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(name => Regex.IsMatch(name, "^[A-Z]{6}\\+"));
        Regex.Count(Encoding.Latin1.GetString(file), "/FontFile[23]?\\b").ShouldBeGreaterThanOrEqualTo(fonts.Count);
        // A whole Chinese font is some ten megabytes.
        file.Length.ShouldBeLessThan(3_000_000);
    }

    [Fact]
    public async Task Qpdf_finds_nothing_wrong()
    {
        var path = Path.Combine(sample.System.Data, "report-check.pdf");
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        Process qpdf;
        try
        {
            qpdf = Process.Start(new ProcessStartInfo("qpdf", ["--check", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            TestContext.Current.TestOutputHelper!.WriteLine($"qpdf is not on this machine ({missing.Message}); the file was only read with PdfPig.");
            using var pdf = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = false });
            pdf.NumberOfPages.ShouldBeGreaterThan(3);
            return;
        }

        using (qpdf)
        {
            var said = await qpdf.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await qpdf.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await qpdf.WaitForExitAsync(TestContext.Current.CancellationToken);
            qpdf.ExitCode.ShouldBe(0, said);
        }
    }
}
