using Lianxin.Documents.Fonts;
using Lianxin.Documents.Pdf;

namespace Lianxin.Documents.Tests.Fonts;

/// <summary>The fonts that <c>build/fetch-fonts</c> puts into the repository. Without them nothing here can be tested, and the tests say so.</summary>
internal static class FetchedFonts
{
    private static readonly Lazy<FontLibrary> Loaded = new(() => FontLibrary.Load(Folder));

    public static FontLibrary Library => Loaded.Value;

    public static PdfReportRenderer Renderer => new(Library);

    public static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (!File.Exists(Path.Combine(folder.FullName, "build", "fetch-fonts"))) continue;
                var fonts = Path.Combine(folder.FullName, ".cache", "fonts");
                return Directory.Exists(fonts) ? fonts : throw new InvalidOperationException($"The fonts are not there yet: run build/fetch-fonts, which puts them into {fonts}.");
            }
            throw new InvalidOperationException("The tests do not run inside the repository, so its fonts cannot be found.");
        }
    }
}
