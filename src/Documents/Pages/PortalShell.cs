using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>What the frame of a page needs.</summary>
/// <param name="Path">The page's own path, for its canonical address.</param>
/// <param name="NoIndex">Search engines are told to leave the page out.</param>
public sealed record PortalShell(PortalSettings Settings, PortalLinks Links, string StyleHref, string Title, string Path, string Description, bool NoIndex = false)
{
    public PortalTexts Texts => Settings.Texts;

    /// <summary>The script that the page runs where the browser allows any; null for none.</summary>
    public PortalScript? Script { get; init; }

    /// <summary>The script of the search page; null on every other.</summary>
    public PortalScript? SearchScript { get; init; }

    /// <summary>Every script of the page, in order.</summary>
    public IEnumerable<PortalScript> Scripts => new[] { Script, SearchScript }.OfType<PortalScript>();

    /// <summary>
    /// Nothing but our own style sheet and pictures, forms only to the function app, and of scripts those files, by their hashes and (for older
    /// browsers) by their addresses. What the search reads, and where its form goes, is the site itself.
    /// </summary>
    public string Policy =>
        $"default-src 'none'; {(Script is null && SearchScript is null ? "" : $"script-src {string.Join(' ', Scripts.Select(s => $"'{s.Integrity}' {Links.Absolute(s.Path)}"))}; ")}{(SearchScript is null ? "" : "connect-src 'self'; ")}style-src {Links.StyleSource}; img-src 'self'; form-action {Links.ApiOrigin}{(SearchScript is null ? "" : " 'self'")}; base-uri 'none'";

    /// <summary>The parts of the statutory column in their official order.</summary>
    public IReadOnlyList<(string Title, string Path)> Column =>
    [
        (Texts.Column.Guide, PortalPaths.Guide),
        (Texts.Column.Rules, PortalPaths.Rules),
        (Texts.Column.Content, PortalPaths.Content),
        (Texts.Column.Reports, PortalPaths.Reports),
        (Texts.Column.Apply, PortalPaths.Apply),
    ];

    /// <summary>For <c>aria-current</c>: whether this is the page under a path.</summary>
    public string? Current(string path) => string.Equals(Path, path, StringComparison.Ordinal) ? "page" : null;

    public string FullTitle => Path == PortalPaths.Home ? Title : Texts.Frame.Title.With(Title, Settings.AgencyName);
}

/// <summary>A page's content in its frame.</summary>
public sealed record PortalView<T>(PortalShell Shell, T Content)
{
    public PortalLinks Links => Shell.Links;

    public PortalTexts Texts => Shell.Texts;
}
