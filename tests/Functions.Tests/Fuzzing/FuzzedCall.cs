using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Lianxin.Core.Access;
using Lianxin.Functions.Access;
using Lianxin.Functions.Tests.Access;
using Lianxin.Functions.Tests.Http;

namespace Lianxin.Functions.Tests.Fuzzing;

/// <summary>One request of a walk: who sends it, where, and with what. Everything follows from the random numbers and from what there is.</summary>
internal sealed record FuzzedCall(Role Role, bool Elsewhere, Route Route, string Address, byte[]? Body, string? ContentType, IReadOnlyList<(string Name, string Value)> Headers)
{
    private static readonly Route[] Routes = [.. Route.All.Where(r => r.Permission != Permissions.SignOut && r.Permission != Permissions.ChangeAccount)];
    private static readonly Role[] Roles = [.. TwoTowns.Roles];
    private static readonly string[] Good = ["binhe", "ligang", "1", "200", "2026-Q1", "2026-03", "dangzheng", "published", "/desk"];
    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=x",
        "text/plain", "text/csv", "application/xml", "nonsense", "application/json; charset=\"utf-8\"",
    ];

    /// <summary>Never published by the walk, so that its words stay a secret: only read by its own town.</summary>
    private bool TouchesSealed(TwoTowns towns) => Route.Method != "GET" && !Elsewhere && Role != Role.Public && Address.Split('/', '?').Any(part => towns.IsSealed(Uri.UnescapeDataString(part)));

    public static FuzzedCall Next(Random random, TwoTowns towns, Found found)
    {
        while (true)
        {
            var call = random.Next(3) == 0 ? Step(random, found) : Any(random, towns, found);
            if (!call.TouchesSealed(towns))
                return call;
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Elsewhere ? "other " : "")}{Role} {Route.Method} {Address[..Math.Min(Address.Length, 300)]} [{ContentType}] {string.Join("; ", Headers)} {Encoding.UTF8.GetString(Body ?? [])[..Math.Min(Encoding.UTF8.GetString(Body ?? []).Length, 600)]}");

    public async Task<HttpResponseMessage> SendAsync(HttpClient client, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Route.Method), Address);
        if (Body is not null)
        {
            request.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
                request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }

        foreach (var (name, value) in Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, cancellation);
    }

    /// <summary>A step that is meant well, so that the walk gets somewhere.</summary>
    private static FuzzedCall Step(Random random, Found found)
    {
        var (method, template, role) = random.Next(12) switch
        {
            0 or 1 or 2 => ("POST", "/api/items", Role.Clerk),
            3 or 4 => ("POST", "/api/items/{id}/review", Role.Reviewer),
            5 => ("POST", "/api/items/{id}/feedback", Role.Public),
            6 => ("POST", "/api/items/{id}/revision", Role.Clerk),
            7 => ("POST", "/api/feedback/{id}/screening", Role.Reviewer),
            8 => ("POST", "/api/cases/{id}/progress", Role.Clerk),
            9 => ("POST", "/api/cases/{id}/resolution", Role.Clerk),
            10 => ("POST", "/api/cases/{id}/confirmation", Role.Reviewer),
            _ => ("POST", "/api/items/{id}/withdrawal", Role.Chair),
        };
        var route = new Route(method, template);
        var body = template == "/api/items"
            ? System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(OpenTownHall.News($"第{random.Next(100)}次会议"))
            : Encoding.UTF8.GetBytes(Plausible.For(route).GetRawText());
        return new FuzzedCall(role, false, route, route.With(_ => found.Pick(random, template.Split('/')[2])), body, "application/json", [("If-Match", "*")]);
    }

    private static FuzzedCall Any(Random random, TwoTowns towns, Found found)
    {
        var route = Routes[random.Next(Routes.Length)];
        var role = Roles[random.Next(Roles.Length)];
        // Half of the callers may call, so that half of the walk comes behind the gate.
        if (random.Next(2) == 0 && !route.Admits(role))
            role = route.Permission.Roles.Order().ElementAt(random.Next(route.Permission.Roles.Count));
        var address = route.With(place => Place(random, towns, found, route, place)) + Query(random, route);
        var body = route.Method == "GET" && random.Next(20) > 0 ? null : BodyOf(random, route);
        var type = Types[random.Next(3) > 0 ? 0 : random.Next(Types.Length)];
        return new FuzzedCall(role, role != Role.Public && random.Next(3) == 0, route, address, body, random.Next(25) == 0 ? null : type, [.. HeadersOf(random)]);
    }

    private static string Place(Random random, TwoTowns towns, Found found, Route route, string place) => random.Next(5) switch
    {
        // A NUL in the path is turned away by the server itself as well.
        0 => Oddities.Word(random).Replace("\0", "", StringComparison.Ordinal) is { Length: > 0 } word and not ("." or "..") ? Cut(word) : "x",
        1 => TwoTowns.Unknown(route, place),
        2 when place == "id" => found.Pick(random, route.Template.Split('/')[2]),
        _ => towns.Own(route, place),
    };

    private static string Query(Random random, Route route)
    {
        var asked = Description.QueryOf(route).Append("agency").Append("next").Append("draft").Where(_ => random.Next(4) == 0)
            .Select(name => $"{name}={Uri.EscapeDataString(random.Next(3) == 0 ? Good[random.Next(Good.Length)] : Cut(Oddities.Word(random)))}")
            .ToList();
        return asked.Count == 0 ? "" : "?" + string.Join('&', asked);
    }

    private static byte[] BodyOf(Random random, Route route)
    {
        var node = random.Next(2) == 0 ? JsonNode.Parse(Plausible.For(route).GetRawText()) : Description.BodyOf(route, random) ?? new JsonObject();
        if (node is JsonObject { Count: > 0 } fields && random.Next(3) > 0)
        {
            var name = fields.ElementAt(random.Next(fields.Count)).Key;
            var marker = "\"$odd$\"";
            fields[name] = "$odd$";
            return Oddities.Broken(random, fields.ToJsonString().Replace(marker, Oddities.Json(random), StringComparison.Ordinal));
        }

        return random.Next(10) == 0 ? Encoding.UTF8.GetBytes($"a={Uri.EscapeDataString(Cut(Oddities.Word(random)))}&title=x&title=y&_method=PUT") : Oddities.Broken(random, node!.ToJsonString());
    }

    private static IEnumerable<(string Name, string Value)> HeadersOf(Random random)
    {
        if (random.Next(2) == 0)
            yield return ("If-Match", random.Next(3) == 0 ? Header(random) : "*");
        if (random.Next(6) == 0)
            yield return ("Idempotency-Key", random.Next(3) == 0 ? new string('k', 300) : Header(random));
        if (random.Next(6) == 0)
            yield return ("Accept", random.Next(2) == 0 ? "text/html" : Header(random));
        if (random.Next(12) == 0)
            yield return (new[] { "X-HTTP-Method-Override", "X-Forwarded-For", "X-Forwarded-Host", "Range", "If-None-Match", "Content-Encoding", "Authorization", "Origin", "Sec-Fetch-Site", "Cookie" }[random.Next(10)], Header(random));
    }

    private static string Header(Random random) => new([.. Cut(Oddities.Word(random)).Where(c => c is >= ' ' and < '\u007f')]);

    /// <summary>The server itself turns request lines over 8 KB away, before anything of ours could find words.</summary>
    private static string Cut(string text) => text[..Math.Min(text.Length, 150)];
}
