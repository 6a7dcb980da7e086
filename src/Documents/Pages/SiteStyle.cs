using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Documents.Pages;

/// <summary>The style sheet of the public pages; the staff desk builds on the same text.</summary>
public static class SiteStyle
{
    private const int HashCharacters = 12;

    private static readonly Lazy<string> Loaded = new(() => Read(typeof(SiteStyle).Assembly, "site.css"));

    public static string Text => Loaded.Value;

    /// <summary>Path under the site's root; the name carries the content's hash, so that it may be cached for ever.</summary>
    public static string Path => $"assets/site-{Hash(Text)}.css";

    public static PortalFile File => new(Path, "text/css; charset=utf-8", Encoding.UTF8.GetBytes(Text));

    /// <summary>The first characters of the SHA-256 of a text: enough to tell versions of one file apart.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashCharacters];

    /// <summary>A text that was compiled into an assembly.</summary>
    public static string Read(System.Reflection.Assembly assembly, string name)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        using var stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without its resource {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
