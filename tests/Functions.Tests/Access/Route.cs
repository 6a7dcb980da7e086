using System.Text.Json;
using System.Text.RegularExpressions;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Repository = Lianxin.Functions.Tests.Hosting.Repository;

namespace Lianxin.Functions.Tests.Access;

/// <summary>One call that the app answers: of the table of permissions, of the description of the contract, or of the desk.</summary>
internal sealed partial record Route(string Method, string Template)
{
    /// <summary>Pages of the desk that lie behind the one line <c>/desk/{*rest}</c>.</summary>
    private static readonly string[] DeskPages =
    [
        "", "/items/new", "/items/new/{entry}", "/items/{id}", "/items/{id}/edit", "/items/{id}/revise", "/receipts/{id}", "/quarters", "/quarters/{quarter}",
        "/feedback", "/feedback/new", "/feedback/{id}", "/cases", "/cases/{id}", "/records", "/records/new", "/records/{id}", "/reports", "/reports/{year}",
        "/deliveries", "/deliveries/{id}", "/handovers", "/calendar", "/calendar/{year}", "/anchors", "/privacy", "/imports", "/troubles", "/account",
        "/accounts", "/accounts/{account}", "/jobs/{id}",
    ];

    /// <summary>Every line of the table, every call of the description and every page of the desk, each once.</summary>
    public static IReadOnlyList<Route> All { get; } =
    [
        .. Permissions.All.Where(p => p != Permissions.Desk).Select(p => new Route(p.Method, p.Template))
            .Concat(Described())
            .Concat(DeskPages.Select(p => new Route("GET", "/desk" + p)))
            .Distinct(),
    ];

    /// <summary>The line that decides; a route without one has no business in the app.</summary>
    public Permission Permission =>
        Permissions.All.SingleOrDefault(p => p.Method == Method && p.Template == Template)
        ?? (Method == "GET" && Template.StartsWith("/desk", StringComparison.Ordinal) ? Permissions.Desk : null)
        ?? throw new InvalidOperationException($"{this} has no line in the table of permissions.");

    /// <summary>Names of the places in the template.</summary>
    public IEnumerable<string> Places => Place().Matches(Template).Select(m => m.Groups[1].Value);

    public bool IsDesk => Template.StartsWith("/desk", StringComparison.Ordinal);

    public bool Admits(Role role) => Permission.Roles.Contains(role);

    /// <summary>The address, with a value for every place.</summary>
    public string With(Func<string, string> value) => Place().Replace(Template, m => Uri.EscapeDataString(value(m.Groups[1].Value)));

    public override string ToString() => $"{Method} {Template}";

    private static IEnumerable<Route> Described() =>
        from path in JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "src/Functions/Data/openapi.json"))).RootElement.GetProperty("paths").EnumerateObject()
        from call in path.Value.EnumerateObject()
        where call.Name is "get" or "post" or "put" or "delete" or "patch"
        select new Route(call.Name.ToUpperInvariant(), path.Name);

    [GeneratedRegex(@"\{\*?([a-zA-Z]+)\}")]
    private static partial Regex Place();
}
