using System.Net;
using System.Text;
using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Access;

/// <summary>
/// Every route by every role, of the own office and agency and of foreign ones, over the whole app. The routes come from the table of
/// permissions and from the description of the contract, so that a new one is in the matrix before anybody thinks of it.
/// </summary>
public sealed class PermissionMatrixTests(TwoTowns towns) : IClassFixture<TwoTowns>
{
    private static readonly JsonElement Nobody = JsonDocument.Parse("{}").RootElement;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_route_has_its_line()
    {
        foreach (var route in Route.All)
            route.Permission.ShouldNotBeNull(route.ToString());
    }

    [Fact]
    public async Task Whoever_may_not_call_is_told_so_before_anything_of_the_request_is_looked_at()
    {
        foreach (var role in TwoTowns.Roles)
        {
            foreach (var route in Route.All.Where(r => !r.Admits(role)))
            {
                foreach (var elsewhere in role == Role.Public ? [false] : new[] { false, true })
                {
                    using var body = new StringContent("{ no json", Encoding.UTF8, "application/x-nonsense");
                    using var answer = await SendAsync(
                        towns.Somebody(role, elsewhere), new HttpMethod(route.Method), route.With(p => towns.Own(route, p)), route.Method is "GET" ? null : body);
                    if (role == Role.Public && route.IsDesk)
                        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, $"{role} {route}");
                    else
                        (await CodeAsync(answer, role == Role.Public ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden)).ShouldBe(role == Role.Public ? "not-signed-in" : "forbidden", $"{role} {route}");
                }
            }
        }
    }

    [Fact]
    public async Task Whoever_may_call_is_never_told_that_the_role_is_wrong_and_never_breaks_anything()
    {
        foreach (var role in TwoTowns.Roles)
        {
            foreach (var route in Route.All.Where(r => r.Admits(role) && r.Permission != Permissions.SignOut))
            {
                using var answer = await CallAsync(towns.Somebody(role), route, route.With(p => TwoTowns.Unknown(route, p)), Nobody);
                var text = await answer.Content.ReadAsStringAsync(Cancellation);
                ((int)answer.StatusCode).ShouldBeLessThan(500, $"{role} {route} {text}");
                text.ShouldNotContain("\"code\":\"forbidden\"", customMessage: $"{role} {route}");
                if (!AsksWho(role, route))
                    answer.StatusCode.ShouldNotBe(HttpStatusCode.Unauthorized, $"{role} {route}");
            }
        }
    }

    [Fact]
    public async Task Somebody_of_another_agency_is_answered_as_if_there_were_no_such_thing()
    {
        var looked = 0;
        foreach (var route in Route.All.Where(r => r.Places.Any(IsSomebodys)))
        {
            foreach (var role in TwoTowns.Roles.Where(r => r != Role.Public && route.Admits(r)))
            {
                await SameAsUnknownAsync(towns.Somebody(role, elsewhere: true), route, $"{role} of another agency, {route}");
                looked++;
            }
        }

        looked.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_clerk_of_another_office_is_answered_as_if_there_were_no_such_item_and_no_such_feedback()
    {
        foreach (var route in Route.All.Where(r => r.Admits(Role.Clerk) && r.Places.Contains("id") && IsOfAnOffice(r)))
            await SameAsUnknownAsync(towns.Town.ClerkOfFinance, route, $"clerk of another office, {route}");
    }

    [Fact]
    public async Task The_public_is_answered_as_if_there_were_no_item_that_is_not_out()
    {
        foreach (var route in Route.All.Where(r => r.Admits(Role.Public) && r.Template.StartsWith("/api/items/{id}", StringComparison.Ordinal)))
            await SameAsUnknownAsync(towns.Town.Public, route, $"public, {route}");
    }

    [Fact]
    public async Task Nothing_of_the_first_agency_stands_in_any_answer_to_the_other_or_to_the_public()
    {
        foreach (var route in Route.All.Where(r => r.Method == "GET" && !r.Places.Contains("receiptCode")))
        {
            foreach (var role in TwoTowns.Roles.Where(route.Admits))
            {
                foreach (var address in new[] { route.With(p => towns.Own(route, p)), route.With(p => TwoTowns.Unknown(route, p)) })
                {
                    using var answer = await CallAsync(towns.Somebody(role, elsewhere: true), route, address, Nobody);
                    (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain(TwoTowns.Secret, customMessage: $"{role} {address}");
                }
            }
        }
    }

    [Fact]
    public async Task What_the_matrix_hides_is_there_for_those_whose_it_is()
    {
        foreach (var (role, address) in new[] { (Role.Reviewer, "/api/items/{id}"), (Role.Reviewer, "/desk/items/{id}"), (Role.Reviewer, "/desk/feedback/{id}"), (Role.Admin, "/desk/troubles"), (Role.Clerk, "/desk/deliveries/{id}"), (Role.Admin, "/api/jobs/{id}"), (Role.Clerk, "/desk/records/{id}") })
        {
            var route = new Route("GET", address);
            using var answer = await CallAsync(towns.Somebody(role), route, route.With(p => towns.Own(route, p)), Nobody);
            (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain(TwoTowns.Secret, customMessage: address);
        }
    }

    private static bool IsSomebodys(string place) => place is "id" or "account" or "hash" or "receiptCode";

    /// <summary>Jobs, cases and notices are the whole agency's; a case is open to all.</summary>
    private static bool IsOfAnOffice(Route route) =>
        route.Template.Split('/')[2] is "items" or "receipts" or "deliveries" || (route.Template.Split('/')[2] is "feedback" && route.Method == "GET");

    /// <summary>Answers of 401 to whoever is let in: to say who one is, and to confirm a case without code and session.</summary>
    private static bool AsksWho(Role role, Route route) =>
        role == Role.Public && (route.Permission == Permissions.WhoAmI || route.Permission == Permissions.CaseConfirmation);

    private async Task SameAsUnknownAsync(HttpClient client, Route route, string who)
    {
        var body = Plausible.For(route);
        var (real, unknown) = (route.With(p => towns.Own(route, p)), route.With(p => TwoTowns.Unknown(route, p)));
        using var asked = await CallAsync(client, route, real, body);
        using var other = await CallAsync(client, route, unknown, body);
        var (first, second) = (await TextAsync(asked, real), await TextAsync(other, unknown));
        first.ShouldBe(second, who);
        // Without a configured issuer there is nobody to link an account to, whosever it is.
        if (route.Permission != Permissions.LinkAccount)
            ((int)asked.StatusCode).ShouldBeOneOf([401, 403, 404], who + " " + first);
        asked.Headers.ETag.ShouldBeNull(who);
    }

    /// <summary>Status, place and text of an answer, without the ids that the caller named.</summary>
    private static async Task<string> TextAsync(HttpResponseMessage answer, string address)
    {
        var text = $"{(int)answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync(Cancellation)}";
        return address.Split('/').Where(p => p.Any(char.IsAsciiDigit) || p is "nobody" or "own-clerk").Aggregate(text, (t, id) => t.Replace(Uri.UnescapeDataString(id), "…", StringComparison.Ordinal).Replace(id, "…", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> CallAsync(HttpClient client, Route route, string address, JsonElement body)
    {
        using var content = new StringContent(body.GetRawText(), Encoding.UTF8, "application/json");
        return await SendAsync(client, new HttpMethod(route.Method), address, route.Method is "GET" ? null : content, ("If-Match", "*"));
    }
}
