using Lianxin.Core.Access;

namespace Lianxin.Functions.Desk;

/// <summary>What every page of the staff desk needs to know of the request that it answers.</summary>
/// <param name="Actor">Who is signed in; null on the sign-in page and for a session that has ended.</param>
/// <param name="ApiBase">What comes before <c>/api</c> in form actions: empty where desk and API share an origin, else scheme and host.</param>
/// <param name="SiteBase">Address of the public site, for links to published pages.</param>
/// <param name="CssLink">See <see cref="DeskAssets.Link"/>.</param>
public sealed record DeskContext(Actor? Actor, string AgencyName, string ApiBase, string SiteBase, string CssLink)
{
    /// <summary>The year whose report the navigation leads to; null leaves the link out.</summary>
    public int? ReportYear { get; init; }

    /// <summary>The exercise 练习 is open.</summary>
    public bool Learning { get; init; }

    /// <summary>What was typed into the form that this page answers: it stands under the page, also where the form itself no longer does.</summary>
    public IReadOnlyList<TypedText> Typed { get; init; } = [];

    /// <summary>Forms go to ourselves and the API only; no script at all.</summary>
    public string Policy =>
        $"default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'{(ApiBase.Length > 0 ? " " + ApiBase.TrimEnd('/') : "")}; base-uri 'none'";

    /// <param name="route">For example <c>api/items</c>.</param>
    public string Api(string route) => $"{ApiBase.TrimEnd('/')}/{route}";

    public string ItemApi(string id, string step = "") => Api($"api/items/{Uri.EscapeDataString(id)}{(step.Length > 0 ? "/" + step : "")}");

    public static string ItemPage(string id) => $"/desk/items/{Uri.EscapeDataString(id)}";

    public static string DeliveryPage(string id) => $"/desk/deliveries/{Uri.EscapeDataString(id)}";

    public bool Is(Role role) => Actor?.Role == role;
}

/// <summary>The frame of a desk page.</summary>
/// <param name="Section">Path of the navigation entry that is current.</param>
/// <param name="RefreshSeconds">The page loads itself again after so long; null for never.</param>
public sealed record DeskShell(DeskContext Context, string Title, string Section = "", int? RefreshSeconds = null)
{
    /// <summary>Path of the desk that is loaded instead of the page itself; null for the page itself.</summary>
    public string? RefreshTo { get; init; }
}

/// <summary>A page's content in its frame.</summary>
public sealed record DeskView<T>(DeskShell Shell, T Content)
{
    public DeskContext Context => Shell.Context;
}
