using System.Globalization;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>What no honest client sends. The answer is a refusal, never a fault of the server.</summary>
public class StrangeRequestTests(SampleSystem sample)
{
    private static readonly string[] Targets =
    [
        "/%00", "/api/items/%00", "/api/items/%2e%2e%2f%2e%2e%2fjobs", "/api/items/..%2f..%2f..%2fetc%2fpasswd", "/api/items//", "/api//items", "//api/items",
        "/api/items/ligang-2026-1/../../reports/2014", "/api/items/%2F%2F", "/api/items/a%5Cb", "/api/items/a%23b", "/api/items/a%3Fb%27%22", "/api/items/' or 1 eq 1",
        "/api/items/'%20or%20PartitionKey%20ne%20'", "/api/items/" + "x%20", "/api/items/%E4%BF%A1", "/api/items/%ff%fe", "/api/items/%ZZ", "/api/items/%", "/api/items/..",
        "/api/items/.", "/api/items/ligang-0000-a", "/api/items/ligang-99999999999-a", "/api/items/ligang--", "/api/items/-", "/api/items/ligang-2026-%0d%0aSet-Cookie:x=1",
        "/api/items?top=-1", "/api/items?top=99999999999999999999", "/api/items?top=1&top=2", "/api/items?top=%00", "/api/items?continuation=%00", "/api/items?continuation=AAAA",
        "/api/items?continuation=%F0%9F%98%80", "/api/items?status=%27", "/api/items?quarter=0000-Q0", "/api/items?office=%27%20or%20true", "/api/items?q=%00", "/api/items?=&&&==",
        "/api/reports/0", "/api/reports/-1", "/api/reports/2147483648", "/api/reports/20%3114", "/api/reports/%EF%BC%92014", "/api/reports/2014/report.%00", "/api/reports/2014/report.",
        "/api/reports/2014/figures/%00", "/api/reports/2014/figures/items-total?continuation=-1", "/api/reports/2014/figures/items-total?continuation=x", "/api/reports/2014/figures/..",
        "/api/jobs/%00", "/api/jobs/..%2f1", "/api/jobs/'", "/api/catalogue/extra", "/api/health/..", "/api/openapi.json/x", "/api/session/x", "/api", "/api/", "/api/nothing",
        "/desk/%00", "/desk/items/%2e%2e", "/desk/items/'", "/desk/reports/x", "/desk/jobs/%F0%9F%98%80", "/desk/..%2f..", "/admin/host/status", "/admin/functions/OutboxSweep", "/runtime/webhooks",
        "/items/%00.html", "/items/..%2f..%2fsealed", "/$web/index.html", "/.well-known/../api/items", "/list/%2e%2e/index.html", "http://other.example/api/items", "*",
    ];

    private readonly RunningSystem system = sample.System;

    [Fact]
    public async Task Strange_addresses_and_queries_never_break_the_server()
    {
        var staff = await CookieAsync("supervisor");
        foreach (var target in Targets)
        {
            foreach (var headers in new[] { "", staff })
            {
                var (status, text) = await RawRequest.SendAsync(system.Address, "GET", target, headers);
                status.ShouldBeInRange(200, 499, $"{target}\n{text}");
                text.ShouldNotContain("Set-Cookie: x=1", Case.Sensitive, target);
                text.ShouldNotContain("   at ", Case.Sensitive, target);
                text.ShouldNotContain("root:", Case.Sensitive, target);
            }
        }
    }

    [Fact]
    public async Task Strange_methods_headers_and_bodies_never_break_the_server()
    {
        var clerk = await CookieAsync("clerk");
        foreach (var (method, headers, body) in new[]
        {
            ("BREW", "", ""), ("TRACE", "", ""), ("OPTIONS", "", ""), ("DELETE", clerk, ""), ("PATCH", clerk, "{}"), ("HEAD", clerk, ""), ("get", clerk, ""), ("PROPFIND", "", ""),
            ("POST", clerk, ""), ("POST", clerk + "Content-Type: application/json\r\n", "{\"entry\":{}}"), ("POST", clerk + "Content-Type: multipart/form-data\r\n", "x"),
            ("POST", clerk + "Content-Type: multipart/form-data; boundary=b\r\n", "--b\r\nContent-Disposition: form-data; name=\"item\"\r\n\r\n{"),
            ("POST", clerk + "Content-Type: application/x-www-form-urlencoded\r\n", "%ZZ=%"), ("POST", clerk + "Content-Type: application/json; charset=utf-7\r\n", "{}"),
            ("POST", clerk + $"Content-Type: application/json\r\nIdempotency-Key: {new string('k', 300)}\r\n", "{}"),
            ("POST", clerk + "Content-Type: application/json\r\nContent-Encoding: br\r\n", "{}"), ("GET", $"Cookie: {new string('c', 60_000)}\r\n", ""),
            ("GET", string.Concat(Enumerable.Range(0, 300).Select(n => $"X-{n}: y\r\n")), ""), ("GET", "Cookie: lianxin=%00%ff; ;=;\r\n", ""), ("GET", "Authorization: Bearer x.y.z\r\n", ""),
            ("GET", "X-Forwarded-For: ', ::::, 999.1.1.1\r\nX-Forwarded-Host: evil.example\r\n", ""), ("GET", clerk + "If-None-Match: ???\r\nRange: bytes=9-1\r\nAccept: ;q=x\r\n", ""),
            ("PUT", clerk + "Content-Type: application/json\r\nIf-Match: W/\"\r\n", "{}"), ("POST", "Transfer-Encoding: gzip\r\n", "x"),
        })
        {
            foreach (var target in new[] { "/api/items", "/api/items/ligang-2026-none", "/api/reports/2014", "/" })
            {
                var (status, text) = await RawRequest.SendAsync(system.Address, method, target, headers, body);
                status.ShouldBeInRange(method is "HEAD" ? 0 : 200, 499, $"{method} {target} {Short(headers)}\n{text}");
                text.ShouldNotContain("   at ", Case.Sensitive, target);
            }
        }
    }

    [Fact]
    public async Task No_timer_or_queue_function_can_be_called_from_outside()
    {
        var admin = await CookieAsync("admin");
        var names = Directory.EnumerateFiles(Path.Combine(Environment.GetEnvironmentVariable("LIANXIN_PUBLISHED")!, "app"), "function.json", SearchOption.AllDirectories)
            .Select(f => Path.GetFileName(Path.GetDirectoryName(f))!).ToList();
        names.Count.ShouldBeGreaterThan(10);
        foreach (var name in names)
        {
            foreach (var target in new[] { $"/{name}", $"/{name}/", $"//{name}", $"/%2F{name}", $"/api/..%2F{name}", $"/api/items/..%2f..%2f{name}", $"/api/../{name}" })
            {
                // The names of a few HTTP functions are also folders of the site, in other spelling; a trigger's answer is an envelope of outputs.
                var (status, text) = await RawRequest.SendAsync(
                    system.Address, "POST", target, admin + "Content-Type: application/json\r\nX-Azure-Functions-InvocationId: 00000000-0000-0000-0000-000000000001\r\n", "{\"Data\":{},\"Metadata\":{}}");
                status.ShouldBeInRange(400, 499, $"{target}\n{text}");
                text.ShouldNotContain("\"Outputs\"", Case.Insensitive, target);
            }
        }
    }

    private async Task<string> CookieAsync(string role)
    {
        using var caller = await system.SignInAsync(role);
        return string.Create(CultureInfo.InvariantCulture, $"Cookie: {caller.Cookies.GetCookieHeader(system.Address)}\r\n");
    }

    private static string Short(string text) => text.Length > 120 ? text[..120] : text;
}
