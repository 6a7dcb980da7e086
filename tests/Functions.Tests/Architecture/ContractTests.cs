using System.Text.Json;
using System.Text.Json.Serialization;
using Lianxin.Functions.Access;
using Lianxin.Functions.Http.Views;
using Repository = Lianxin.Functions.Tests.Hosting.Repository;

namespace Lianxin.Functions.Tests.Architecture;

/// <summary>The code, the table of permissions and the description of the contract say the same.</summary>
public sealed class ContractTests
{
    private static readonly JsonElement OpenApi =
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "src/Functions/Data/openapi.json"))).RootElement;

    [Fact]
    public void Every_view_can_be_written_without_reflection() =>
        typeof(ApiJson).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(ApiJson).Namespace && !t.IsNested && !t.IsAssignableTo(typeof(JsonSerializerContext)))
            .Where(t => ApiJson.Default.GetTypeInfo(t) is null)
            .Select(t => t.Name)
            .ShouldBeEmpty();

    [Fact]
    public void Every_route_that_is_served_is_described_and_every_one_that_is_described_is_served() =>
        Described().ShouldBe(
            Permissions.All.Where(p => !p.Reserved && p.Template.StartsWith("/api/", StringComparison.Ordinal)).Select(p => $"{p.Method} {p.Template}"),
            ignoreOrder: true);

    [Fact]
    public void The_description_names_the_roles_that_the_table_lets_in()
    {
        foreach (var path in OpenApi.GetProperty("paths").EnumerateObject())
        {
            foreach (var call in path.Value.EnumerateObject().Where(c => c.Value.TryGetProperty("x-roles", out _)))
            {
                var permission = Permissions.All.Single(p => p.Template == path.Name && p.Method.Equals(call.Name, StringComparison.OrdinalIgnoreCase));
                var open = permission.Roles.Contains(Core.Access.Role.Public);
                call.Value.GetProperty("x-roles").EnumerateArray().Any(r => r.GetString() == "public").ShouldBe(open, $"{call.Name} {path.Name}");
            }
        }
    }

    [Fact]
    public void Every_reference_of_the_description_leads_somewhere()
    {
        var text = OpenApi.GetRawText();
        var names = System.Text.RegularExpressions.Regex.Matches(text, "\"#/components/([a-zA-Z]+)/([^\"]+)\"").Select(m => (m.Groups[1].Value, m.Groups[2].Value)).Distinct().ToList();
        names.ShouldNotBeEmpty();
        names.Where(n => !OpenApi.GetProperty("components").GetProperty(n.Item1).TryGetProperty(n.Item2, out _)).ShouldBeEmpty();
    }

    [Fact]
    public void The_health_report_is_described_field_by_field() =>
        OpenApi.GetProperty("components").GetProperty("schemas").GetProperty("Health").GetProperty("properties").EnumerateObject().Select(p => p.Name)
            .ShouldBe(ApiJson.Default.HealthView.Properties.Select(p => p.Name), ignoreOrder: true);

    private static IEnumerable<string> Described() =>
        from path in OpenApi.GetProperty("paths").EnumerateObject()
        from call in path.Value.EnumerateObject()
        where call.Name is "get" or "post" or "put" or "delete" or "patch"
        select $"{call.Name.ToUpperInvariant()} {path.Name}";
}
