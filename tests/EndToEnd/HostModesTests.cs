using System.Net;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

/// <summary>The main way in the other shapes that a host can have.</summary>
public class HostModesTests
{
    [Fact]
    public async Task It_works_behind_an_older_host_that_forwards()
    {
        await using var system = await RunningSystem.StartAsync(arguments: ["--empty", "--http", "forwarding"]);
        var item = await MainWay.PublishNewsAsync(system, "旧宿主转发的动态");

        using var anyone = system.Anyone();
        item.Page.GetLeftPart(UriPartial.Authority).ShouldBe(system.Address.GetLeftPart(UriPartial.Authority));
        (await anyone.Http.GetStringAsync(item.Page)).ShouldContain("旧宿主转发的动态");
        // Published means: the lists have it already.
        (await anyone.Http.GetStringAsync("/")).ShouldContain("旧宿主转发的动态");
        (await anyone.GetAsync("/api/items/ligang-2026-none")).ShouldBeProblem(404, "unknown-item");
    }

    [Fact]
    public async Task The_site_may_have_a_port_of_its_own()
    {
        var sitePort = RunningSystem.FreePort();
        await using var system = await RunningSystem.StartAsync(arguments: ["--empty", "--site-port", $"{sitePort}"]);
        var item = await MainWay.PublishNewsAsync(system, "网站另有端口的动态");

        using var anyone = system.Anyone();
        item.Page.Port.ShouldBe(sitePort);
        (await anyone.Http.GetStringAsync(item.Page)).ShouldContain("网站另有端口的动态");
        (await anyone.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await anyone.Http.GetAsync("/desk/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
        // The site's port serves pages and nothing of the app.
        (await anyone.Http.GetAsync(new Uri($"http://127.0.0.1:{sitePort}/api/health"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await anyone.Http.GetAsync(new Uri($"http://127.0.0.1:{sitePort}/desk/sign-in"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
