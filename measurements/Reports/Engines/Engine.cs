using Lianxin.Bench.Running;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>A program that makes a PDF of a source.</summary>
/// <param name="Name">As figures call it.</param>
/// <param name="Needs">The file without which it is not there.</param>
/// <param name="Target">The PDF it writes.</param>
internal sealed record Engine(string Name, string Needs, string File, IReadOnlyList<string> Arguments, string Target)
{
    public bool IsThere => System.IO.File.Exists(Needs);

    /// <summary>Our writer as it is published, compiled ahead for a quick start: this program in a copy that the published assemblies lie over.</summary>
    public static Engine Ours(Installation installation, Sources from)
    {
        var folder = Directory.CreateDirectory(from.At("ours")).FullName;
        var built = AppContext.BaseDirectory;
        foreach (var file in Directory.EnumerateFiles(built))
        {
            var published = Path.Combine(installation.App, Path.GetFileName(file));
            System.IO.File.Copy(file.EndsWith(".dll", StringComparison.Ordinal) && System.IO.File.Exists(published) ? published : file, Path.Combine(folder, Path.GetFileName(file)));
        }

        foreach (var native in Directory.EnumerateFiles(installation.App, "*.so"))
            System.IO.File.Copy(native, Path.Combine(folder, Path.GetFileName(native)), overwrite: true);
        var program = Path.Combine(folder, Path.GetFileName(typeof(Engine).Assembly.Location));
        var target = from.At("ours.pdf");
        return new("own writer", program, Environment.ProcessPath!, [program, DocumentRun.Argument, from.Fonts, from.At("report.json"), target], target);
    }

    public static IReadOnlyList<Engine> Others(Installation installation, Sources from)
    {
        var home = Path.Combine(installation.Root, "measurements", "Engines");
        var chromium = OnPath("chromium", "chromium-browser", "google-chrome");
        var office = OnPath("soffice", "libreoffice");
        var weasyprint = OnPath("weasyprint");
        var page = from.At("report.html");
        return
        [
            new("typst", Path.Combine(home, "node_modules", "@myriaddreamin", "typst-ts-node-compiler", "package.json"), "node",
                [Path.Combine(home, "compile.mjs"), from.Fonts, from.At("report.typ"), from.At("typst.pdf")], from.At("typst.pdf")),
            new("libreoffice", office, office,
                [$"-env:UserInstallation=file://{from.At("office")}", "--headless", "--convert-to", "pdf", "--outdir", from.Folder, from.At("report.docx")], from.At("report.pdf")),
            new("chromium", chromium, chromium,
                ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", $"--user-data-dir={from.At("browser")}", "--no-pdf-header-footer", $"--print-to-pdf={from.At("chromium.pdf")}", $"file://{page}"], from.At("chromium.pdf")),
            new("weasyprint", weasyprint, weasyprint, [page, from.At("weasyprint.pdf")], from.At("weasyprint.pdf")),
        ];
    }

    /// <summary>The first of these programs that is there; the last one's bare name otherwise, which is no file.</summary>
    private static string OnPath(params IReadOnlyList<string> names) =>
        names.SelectMany(_ => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), (n, folder) => Path.Combine(folder, n))
            .FirstOrDefault(System.IO.File.Exists) ?? names[^1];
}
