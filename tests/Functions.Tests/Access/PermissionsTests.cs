using System.Net;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Tests.Hosting;

namespace Lianxin.Functions.Tests.Access;

/// <summary>The table of permissions, written down a second time from the contract and called route by role.</summary>
public sealed class PermissionsTests
{
    private const string Everyone = "public clerk reviewer leader chair supervisor member admin";
    private const string SignedIn = "clerk reviewer leader chair supervisor member admin";
    private const string Staff = "clerk reviewer leader chair supervisor admin";

    private static readonly (string Method, string Template, string Roles)[] Contract =
    [
        ("POST", "/api/session", Everyone),
        ("GET", "/api/session", Everyone),
        ("DELETE", "/api/session", Everyone),
        ("GET", "/api/session/oidc/{provider}", Everyone),
        ("GET", "/api/session/oidc/{provider}/callback", Everyone),
        ("POST", "/api/session/password", SignedIn),
        ("POST", "/api/session/second-factor", SignedIn),
        ("POST", "/api/session/second-factor/confirmation", SignedIn),
        ("POST", "/api/session/second-factor/removal", SignedIn),
        ("GET", "/api/accounts", "admin"),
        ("POST", "/api/accounts", "admin"),
        ("GET", "/api/accounts/{account}", "admin"),
        ("PUT", "/api/accounts/{account}", "admin"),
        ("POST", "/api/accounts/{account}/password", "admin"),
        ("PUT", "/api/accounts/{account}/identity", "admin"),
        ("GET", "/api/catalogue", Everyone),
        ("GET", "/api/calendar", Staff),
        ("GET", "/api/calendar/{year}", Staff),
        ("POST", "/api/calendar/notices", "admin"),
        ("POST", "/api/items", "clerk"),
        ("GET", "/api/items", Staff),
        ("GET", "/api/items/{id}", Everyone),
        ("PUT", "/api/items/{id}", "clerk"),
        ("POST", "/api/items/{id}/submission", "clerk"),
        ("POST", "/api/items/{id}/review", "reviewer"),
        ("POST", "/api/items/{id}/opinions", "leader chair"),
        ("POST", "/api/items/{id}/approval", "chair"),
        ("POST", "/api/items/{id}/revision", "clerk"),
        ("POST", "/api/items/{id}/withdrawal", "chair"),
        ("POST", "/api/items/{id}/masking", "clerk"),
        ("POST", "/api/items/{id}/privacy-override", "reviewer"),
        ("GET", "/api/items/{id}/history", Staff),
        ("GET", "/api/items/{id}/minutes.pdf", Staff),
        ("GET", "/api/items/{id}/certificate.pdf", Everyone),
        ("GET", "/api/anchors", Everyone),
        ("POST", "/api/nil-returns", "clerk"),
        ("GET", "/api/quarters/{quarter}", Staff),
        ("GET", "/api/quarters/{quarter}/preflight", Staff),
        ("POST", "/api/quarters/{quarter}/run", "admin"),
        ("GET", "/api/quarters/{quarter}/bulletin.pdf", Everyone),
        ("POST", "/api/duties/{id}/waiver", "chair"),
        ("POST", "/api/duties/{id}/order", "supervisor"),
        ("GET", "/api/timeliness", Staff),
        ("GET", "/api/quarters/{quarter}/assessment.pdf", Staff),
        ("GET", "/api/quarters/{quarter}/coverage.pdf", Staff),
        ("POST", "/api/postings", "clerk"),
        ("GET", "/api/postings", Staff),
        ("GET", "/api/postings/{id}/photos/{hash}", Staff),
        ("POST", "/api/items/{id}/feedback", Everyone),
        ("POST", "/api/feedback", "clerk reviewer"),
        ("GET", "/api/feedback", Staff),
        ("GET", "/api/feedback/{receiptCode}", Everyone),
        ("POST", "/api/feedback/{id}/screening", "reviewer"),
        ("GET", "/api/cases", Everyone),
        ("GET", "/api/cases/{id}", Everyone),
        ("GET", "/api/cases/wall.pdf", Everyone),
        ("POST", "/api/cases/{id}/progress", "clerk"),
        ("POST", "/api/cases/{id}/resolution", "clerk"),
        ("POST", "/api/cases/{id}/confirmation", "public clerk reviewer leader chair"),
        ("POST", "/api/cases/{id}/reopening", Everyone),
        ("GET", "/api/funnel", Staff),
        ("POST", "/api/imports", "admin"),
        ("GET", "/api/jobs/{id}", Staff),
        ("GET", "/api/troubles", "admin"),
        ("POST", "/api/troubles/{id}/retry", "admin"),
        ("POST", "/api/troubles/check", "admin"),
        ("POST", "/api/troubles/{id}/dismissal", "admin"),
        ("POST", "/api/privacy/preview", "clerk reviewer leader chair supervisor admin"),
        ("GET", "/api/privacy/findings", "clerk reviewer leader chair supervisor admin"),
        ("GET", "/api/reports/{year}", Staff),
        ("GET", "/api/reports/{year}/figures/{key}", Staff),
        ("PUT", "/api/reports/{year}/narrative", "reviewer"),
        ("POST", "/api/reports/{year}/build", "reviewer"),
        ("POST", "/api/reports/{year}/approval", "chair"),
        ("GET", "/api/reports/{year}/report.{format}", Everyone),
        ("POST", "/api/reports/check", Everyone),
        ("POST", "/api/records", "clerk"),
        ("GET", "/api/records", Staff),
        ("POST", "/api/records/none", "clerk"),
        ("GET", "/api/deliveries", Staff),
        ("POST", "/api/deliveries/{id}/retry", "admin"),
        ("GET", "/api/handovers", Staff),
        ("GET", "/api/items/{id}/handover/package", Staff),
        ("GET", "/api/items/{id}/handover/sheet", Staff),
        ("POST", "/api/items/{id}/handover", "clerk reviewer"),
        ("POST", "/api/items/{id}/handover/check", "clerk reviewer"),
        ("GET", "/api/health", Everyone),
        ("GET", "/api/openapi.json", Everyone),
        ("GET", "/desk/sign-in", Everyone),
        ("GET", "/desk/assets/desk.css", Everyone),
        ("GET", "/desk/{*rest}", SignedIn),
        ("GET", "/api/demo/clock", "admin"),
        ("PUT", "/api/demo/clock", "admin"),
        ("POST", "/api/learning", "clerk"),
    ];

    [Fact]
    public void The_table_is_the_contract_line_by_line() =>
        Permissions.All.Select(p => (p.Method, p.Template, string.Join(' ', p.Roles.Order().Select(Name))))
            .ShouldBe(Contract.Select(c => (c.Method, c.Template, string.Join(' ', c.Roles.Split(' ')))), ignoreOrder: true);

    [Fact]
    public void Every_permission_that_is_declared_stands_in_the_table() =>
        typeof(Permissions).GetFields().Select(f => f.GetValue(null)).OfType<Permission>().ShouldBe(Permissions.All, ignoreOrder: true);

    [Fact]
    public void A_machine_may_call_nothing_over_http() =>
        Permissions.All.ShouldAllBe(p => !Permissions.Allow(Actor.Machine("timer:x", "ligang"), p));

    [Fact]
    public async Task Each_role_gets_exactly_the_routes_of_its_lines()
    {
        await using var app = await RunningApp.StartAsync(map: routes =>
        {
            foreach (var permission in Permissions.All)
                routes.Serve(permission, _ => Task.CompletedTask);
        });
        foreach (var role in Everyone.Split(' '))
        {
            using var client = app.NewClient();
            if (role != "public")
                client.DefaultRequestHeaders.Add("Cookie", await SessionOf(role));
            foreach (var (method, template, roles) in Contract)
            {
                using var answer = await client.CallAsync(method, Address(template));
                var expected = roles.Split(' ').Contains(role) ? HttpStatusCode.OK
                    : role != "public" ? HttpStatusCode.Forbidden
                    : template.StartsWith("/desk", StringComparison.Ordinal) ? HttpStatusCode.SeeOther : HttpStatusCode.Unauthorized;
                answer.StatusCode.ShouldBe(expected, $"{role} {method} {template}");
            }
        }

        // The session is opened by a second app over the same accounts and keys, whose sign-in is the real one.
        async Task<string> SessionOf(string role)
        {
            app.Accounts.Put(role, Enum.Parse<Role>(role, ignoreCase: true));
            await using var door = await RunningApp.StartAsync(
                SessionEndpoints.MapSession, accounts: app.Accounts, documents: app.Documents);
            using var client = door.NewClient();
            using var answer = await client.SignInAsync(role);
            return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }
    }

    private static string Name(Role role) => role.ToString().ToLowerInvariant();

    private static string Address(string template) =>
        template.Replace("{id}", "ligang-1", StringComparison.Ordinal)
            .Replace("{quarter}", "2026-Q1", StringComparison.Ordinal)
            .Replace("{hash}", "ab12", StringComparison.Ordinal)
            .Replace("{receiptCode}", "26K7", StringComparison.Ordinal)
            .Replace("{year}", "2014", StringComparison.Ordinal)
            .Replace("{key}", "total", StringComparison.Ordinal)
            .Replace("{format}", "pdf", StringComparison.Ordinal)
            .Replace("{*rest}", "items/7", StringComparison.Ordinal);
}
