using System.Security.Cryptography;
using System.Text;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.Search;

/// <summary>The one script of the public pages: the search. Ours, without dependencies; the content policy of its page lets in this file alone.</summary>
public static class SearchScript
{
    private static readonly Lazy<string> Loaded = new(() => SiteStyle.Read(typeof(SearchScript).Assembly, "search.js"));

    public static string Text => Loaded.Value;

    /// <summary>Path under the site's root; the name carries the content's hash, so that it may be cached for ever.</summary>
    public static string Path => $"assets/search-{SiteStyle.Hash(Text)}.js";

    public static PortalFile File => new(Path, "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Text));

    /// <summary>For the attribute <c>integrity</c> and for the content policy.</summary>
    public static string Integrity => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
}
