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

    /// <summary>
    /// Nothing but our own style sheet and pictures, forms only to the function app, and of scripts that one file, by its hash and (for older
    /// browsers) by its address.
    /// </summary>
    public string Policy =>
        $"default-src 'none'; {(Script is null ? "" : $"script-src '{Script.Integrity}' {Links.Absolute(Script.Path)}; ")}style-src {Links.StyleSource}; img-src 'self'; form-action {Links.ApiOrigin}; base-uri 'none'";

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
