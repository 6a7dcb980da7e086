using System.Security.Cryptography;
using System.Text;

namespace Lianxin.Documents.Pages;

/// <summary>A script file of ours. No page needs one to be read.</summary>
/// <param name="Integrity">Hash of its bytes as the attribute <c>integrity</c> has it.</param>
public sealed record PortalScript(string Path, string Integrity)
{
    private static readonly Lazy<string> Loaded = new(() => SiteStyle.Read(typeof(PortalScript).Assembly, "reading.js"));

    /// <summary>Remembers large type and reads aloud, where the browser can; on every page of the site.</summary>
    public static PortalScript Reading => Of("reading", Loaded.Value);

    public static PortalFile ReadingFile => new(Reading.Path, "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Loaded.Value));

    private static PortalScript Of(string name, string text) =>
        new($"assets/{name}-{SiteStyle.Hash(text)}.js", "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
