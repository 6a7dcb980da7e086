namespace Lianxin.Documents.Pages;

/// <summary>A document of the static site, ready to be written.</summary>
/// <param name="Path">Relative to the site's root, without a leading slash.</param>
public sealed record PortalFile(string Path, string MediaType, byte[] Bytes);
