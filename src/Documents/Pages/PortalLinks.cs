namespace Lianxin.Documents.Pages;

/// <summary>
/// Addresses on a page. Links inside the site carry only the path, so that a copy of the site under another host name still
/// works; feeds, sitemaps and what points to the function app carry the whole address.
/// </summary>
public sealed class PortalLinks
{
    private readonly string _path;
    private readonly string _site;
    private readonly string _api;

    /// <param name="onTheSite">False for pages that the function app serves itself: where it has another origin, they name the site in full.</param>
    public PortalLinks(PortalSettings settings, bool onTheSite = true)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _site = settings.PublicBaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _api = settings.ApiBaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        ApiOrigin = settings.ApiBaseUrl.GetLeftPart(UriPartial.Authority);
        SameOrigin = string.Equals(ApiOrigin, settings.PublicBaseUrl.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        _path = onTheSite || SameOrigin ? settings.PublicBaseUrl.AbsolutePath.TrimEnd('/') : _site;
        StyleSource = onTheSite || SameOrigin ? "'self'" : settings.PublicBaseUrl.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Where the style sheet comes from, for the content policy.</summary>
    public string StyleSource { get; }

    public string ApiOrigin { get; }

    /// <summary>True where site and function app share one origin, as on a single machine.</summary>
    public bool SameOrigin { get; }

    public string Home => _path + "/";

    public string HomeAbsolute => _site + "/";

    public string Page(string path) => $"{_path}/{Escape(path)}";

    public string Absolute(string path) => path == PortalPaths.Home ? HomeAbsolute : $"{_site}/{Escape(path)}";

    /// <param name="route">For example <c>api/reports/2014/report.pdf</c>.</param>
    public string Api(string route) => $"{_api}/{route}";

    private static string Escape(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }
}
