using System.Security.Cryptography;
using System.Text;
using Lianxin.Documents.Pages;

namespace Lianxin.Documents.Search;

/// <summary>The script of the search page. Ours, without dependencies; the content policy of that page lets it in and no other page does.</summary>
public static class SearchScript
{
    private static readonly Lazy<string> Loaded = new(() => SiteStyle.Read(typeof(SearchScript).Assembly, "search.js"));

    public static string Text => Loaded.Value;

    /// <summary>Path under the site's root; the name carries the content's hash, so that it may be cached for ever.</summary>
    public static string Path => $"assets/search-{SiteStyle.Hash(Text)}.js";

    public static PortalFile File => new(Path, "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(Text));

    /// <summary>For the page that runs it.</summary>
    public static PortalScript Script => new(Path, "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));
}
