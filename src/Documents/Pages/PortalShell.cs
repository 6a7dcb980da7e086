namespace Lianxin.Documents.Pages;

/// <summary>What the frame of a page needs.</summary>
/// <param name="Path">The page's own path, for its canonical address.</param>
/// <param name="NoIndex">Search engines are told to leave the page out.</param>
public sealed record PortalShell(PortalSettings Settings, PortalLinks Links, string StyleHref, string Title, string Path, string Description, bool NoIndex = false)
{
    /// <summary>The one script that the page runs; null, as on all but the search page, for none at all.</summary>
    public PortalScript? Script { get; init; }

    /// <summary>
    /// Nothing but our own style sheet and pictures, forms only to the function app, no script. A page with a script lets in that one file,
    /// by its hash and (for older browsers) by its address, and what it reads and where its form goes is the site itself.
    /// </summary>
    public string Policy => Script is null
        ? $"default-src 'none'; style-src {Links.StyleSource}; img-src 'self'; form-action {Links.ApiOrigin}; base-uri 'none'"
        : $"default-src 'none'; script-src '{Script.Integrity}' {Links.Absolute(Script.Path)}; connect-src 'self'; style-src {Links.StyleSource}; img-src 'self'; form-action 'self'; base-uri 'none'";

    public string FullTitle => Path == PortalPaths.Home ? Title : $"{Title} - 政府信息公开 - {Settings.AgencyName}";
}

/// <summary>A script file of ours.</summary>
/// <param name="Integrity">Hash of its bytes as the attribute <c>integrity</c> has it.</param>
public sealed record PortalScript(string Path, string Integrity);

/// <summary>A page's content in its frame.</summary>
public sealed record PortalView<T>(PortalShell Shell, T Content)
{
    public PortalLinks Links => Shell.Links;
}
