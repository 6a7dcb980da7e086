using Lianxin.Documents.Pages.Texts;

namespace Lianxin.Documents.Pages;

/// <summary>What the frame of a page needs.</summary>
/// <param name="Path">The page's own path, for its canonical address.</param>
/// <param name="NoIndex">Search engines are told to leave the page out.</param>
public sealed record PortalShell(PortalSettings Settings, PortalLinks Links, string StyleHref, string Title, string Path, string Description, bool NoIndex = false)
{
    public PortalTexts Texts => Settings.Texts;

    /// <summary>Nothing but our own style sheet and pictures, forms only to the function app, no script at all.</summary>
    public string Policy => $"default-src 'none'; style-src {Links.StyleSource}; img-src 'self'; form-action {Links.ApiOrigin}; base-uri 'none'";

    public string FullTitle => Path == PortalPaths.Home ? Title : Texts.Frame.Title.With(Title, Settings.AgencyName);
}

/// <summary>A page's content in its frame.</summary>
public sealed record PortalView<T>(PortalShell Shell, T Content)
{
    public PortalLinks Links => Shell.Links;

    public PortalTexts Texts => Shell.Texts;
}
