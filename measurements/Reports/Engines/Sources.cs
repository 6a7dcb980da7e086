using System.Text;
using Lianxin.Core.Reports;
using Lianxin.Documents.Exports;

namespace Lianxin.Bench.Reports.Engines;

/// <summary>One report as every engine's source, in a folder that goes when it is no longer needed; and one set of fonts for all.</summary>
internal sealed class Sources : IDisposable
{
    public Sources(ReportContent content, string fonts)
    {
        Fonts = fonts;
        foreach (var export in ReportExports.Of(content, null, SampleRegister.Year, []).Where(e => e.Format is "html" or "docx"))
            File.WriteAllBytes(At("report." + export.Format), export.Bytes);
        ContentFile.Write(At("report.json"), content);
        File.WriteAllText(At("report.typ"), TypstSource.Of(content), new UTF8Encoding(false));
        File.WriteAllText(At("fonts.conf"), FontConfiguration());
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lianxin-engines-").FullName;

    public string Fonts { get; }

    /// <summary>What each process is started with: our fonts and no others, with the cache in our folder.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string> { ["FONTCONFIG_FILE"] = At("fonts.conf") };

    public string At(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string FontConfiguration() =>
        $"""
        <?xml version="1.0"?>
        <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
        <fontconfig>
          <dir>{Fonts}</dir>
          <cachedir>{At("font-cache")}</cachedir>
          <match target="pattern"><edit name="family" mode="append"><string>FandolSong</string></edit></match>
        </fontconfig>
        """;
}
