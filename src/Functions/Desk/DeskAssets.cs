using Lianxin.Documents.Pages;

namespace Lianxin.Functions.Desk;

/// <summary>The style sheet of the staff desk: the public one and what forms and lists need on top of it.</summary>
public static class DeskAssets
{
    /// <summary>Path at which the desk serves its sheet.</summary>
    public const string Path = "/desk/assets/desk.css";

    private static readonly Lazy<string> Loaded = new(() => SiteStyle.Text + SiteStyle.Read(typeof(DeskAssets).Assembly, "desk.css"));

    public static string Css => Loaded.Value;

    /// <summary>The path with the content's hash, so that a browser may keep the sheet for ever.</summary>
    public static string Link => $"{Path}?v={SiteStyle.Hash(Css)}";
}
