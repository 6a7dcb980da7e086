using System.ComponentModel;
using System.Diagnostics;
using Lianxin.Documents.Tests.Fonts;

namespace Lianxin.Documents.Tests.Pdf;

/// <summary>What other programs say of the file, where they are installed (Debian: qpdf, poppler-utils).</summary>
public sealed class ExternalToolTests
{
    [Fact]
    public void Qpdf_finds_no_error() =>
        Run("qpdf", "--check", "{0}").ShouldContain("No syntax or stream encoding errors found");

    [Fact]
    public void Pdffonts_sees_every_font_embedded_subset_and_mapped_to_Unicode()
    {
        var fonts = Run("pdffonts", "{0}").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        fonts.Count.ShouldBeGreaterThan(5);
        fonts.ShouldAllBe(line => line.Contains("yes yes yes", StringComparison.Ordinal));
    }

    [Fact]
    public void Pdfinfo_reads_the_structure_with_its_text()
    {
        var structure = Run("pdfinfo", "-struct-text", "{0}");
        foreach (var piece in new[] { "H1 (block)", "\"一、总体情况\"", "H3 (block)", "Table (block)", "/Scope /Column", "Figure", "Caption", "\"表1　主动公开政府信息分类统计表\"" })
            structure.ShouldContain(piece);
    }

    [Fact]
    public void Pdftotext_reads_lines_as_they_stand()
    {
        var text = Run("pdftotext", "-enc", "UTF-8", "{0}", "-");
        text.ShouldContain("澄江镇人民政府\n");
        text.ShouldContain("一、总体情况\n");
        text.ReplaceLineEndings(string.Empty).ShouldContain("经办人王堃、李珺、赵旻昇、陈喆玥、孙翀、𠮷田。");
    }

    private static string Run(string tool, params string[] arguments)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, FetchedFonts.Renderer.Render(SampleReport.Whole()));
            var start = new ProcessStartInfo(tool, arguments.Select(a => a == "{0}" ? path : a)) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Start(start);
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            process.WaitForExit(TimeSpan.FromSeconds(60)).ShouldBeTrue($"{tool} did not come to an end");
            process.ExitCode.ShouldBe(0, output.Result + errors.Result);
            errors.Result.ShouldBeEmpty();
            return output.Result;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{start.FileName} is not installed here (Debian: qpdf, poppler-utils).");
            throw;
        }
    }
}
