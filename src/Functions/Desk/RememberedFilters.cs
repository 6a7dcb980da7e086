using System.Text;
using Lianxin.Core.Access;
using Microsoft.AspNetCore.WebUtilities;

namespace Lianxin.Functions.Desk;

/// <summary>
/// Lists of the desk remember their filters, each for itself: an address without filters leads to the last ones, until the filter form is
/// sent empty. Kept in a cookie of the browser's session that only the same account's pages go by; the address says them too.
/// </summary>
public static class RememberedFilters
{
    private const int MostCharacters = 400;
    private static readonly string[] Lists = ["", "feedback", "cases", "records", "troubles", "handovers", "privacy", "deliveries"];

    /// <summary>The address with the remembered filters; null where the page is to be shown as it was asked for.</summary>
    public static string? Recall(HttpContext context, string list, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(actor);
        if (!Lists.Contains(list, StringComparer.Ordinal) || !HttpMethods.IsGet(context.Request.Method))
            return null;
        var name = NameOf(list);
        if (context.Request.Query.Count == 0)
            return Read(context.Request.Cookies[name], actor) is { Length: > 1 } query ? context.Request.Path + query : null;
        Keep(context, name, actor);
        return null;
    }

    private static void Keep(HttpContext context, string name, Actor actor)
    {
        // Where a list goes on, what was done and which row was meant are no filters.
        var filters = context.Request.Query.Where(q => q.Key is not ("continuation" or "did" or "id" or "agency" or "top")).SelectMany(q => q.Value.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => KeyValuePair.Create(q.Key, v))).ToList();
        var query = QueryString.Create(filters).Value ?? "";
        if (query.Length > MostCharacters)
            return;
        if (filters.Count > 0)
            context.Response.Cookies.Append(name, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{actor.Agency}/{actor.Account}\n{query}")), Options(context));
        else if (!context.Request.Query.ContainsKey("did") && !context.Request.Query.ContainsKey("id") && context.Request.Cookies.ContainsKey(name))
            context.Response.Cookies.Delete(name, Options(context));
    }

    private static string? Read(string? cookie, Actor actor)
    {
        if (cookie is null || cookie.Length > 4 * MostCharacters)
            return null;
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cookie)).Split('\n') is [var owner, ['?', ..] query] && owner == $"{actor.Agency}/{actor.Account}"
                ? QueryString.Create(QueryHelpers.ParseQuery(query)).Value
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string NameOf(string list) => list.Length == 0 ? "lianxin-list" : $"lianxin-list-{list}";

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/desk", Secure = context.Request.IsHttps, IsEssential = true };
}
