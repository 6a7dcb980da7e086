using Lianxin.Functions.Hosting;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class RouteTemplateTests
{
    [Theory]
    [InlineData("api/items/{*rest}", "api/items")]
    [InlineData("api/items/{*rest}", "api/items/7/review")]
    [InlineData("api/items/{*rest}", "API/Items/{id}")]
    [InlineData("{*all}", "PublishItem")]
    [InlineData("api/{what}", "api/health")]
    [InlineData("api/{what}", "api/{*rest}")]
    [InlineData("api/health", "api/health")]
    public void Templates_that_match_one_address_overlap(string first, string second)
    {
        RouteTemplate.Overlap(first, second).ShouldBeTrue();
        RouteTemplate.Overlap(second, first).ShouldBeTrue();
    }

    [Theory]
    [InlineData("api/items/{*rest}", "api/imports/{*rest}")]
    [InlineData("api/items/{*rest}", "api")]
    [InlineData("api/health", "api/health/deep")]
    [InlineData("api/{what}", "api/items/{id}")]
    [InlineData("desk/{*rest}", "PublishItem")]
    public void Templates_that_no_address_matches_both_do_not_overlap(string first, string second)
    {
        RouteTemplate.Overlap(first, second).ShouldBeFalse();
        RouteTemplate.Overlap(second, first).ShouldBeFalse();
    }

    [Theory]
    [InlineData("{*path}")]
    [InlineData("{name}/x")]
    [InlineData("admin/x")]
    [InlineData("administration")]
    [InlineData("Runtime/x")]
    [InlineData("/api/x")]
    [InlineData("api//x")]
    [InlineData("api/{*rest}/x")]
    public void A_template_that_the_host_or_the_house_forbids_has_a_fault(string template) =>
        RouteTemplate.Fault(template).ShouldNotBeNull();

    [Fact]
    public void A_catch_all_below_the_root_has_no_fault() => RouteTemplate.Fault("api/items/{*rest}").ShouldBeNull();
}
