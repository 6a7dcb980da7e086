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

    public PortalLinks(PortalSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _path = settings.PublicBaseUrl.AbsolutePath.TrimEnd('/');
        _site = settings.PublicBaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        _api = settings.ApiBaseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/');
        ApiOrigin = settings.ApiBaseUrl.GetLeftPart(UriPartial.Authority);
        SameOrigin = string.Equals(ApiOrigin, settings.PublicBaseUrl.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
    }

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
