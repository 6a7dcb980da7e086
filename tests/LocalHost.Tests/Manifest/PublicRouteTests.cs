using Lianxin.LocalHost.Manifest;

namespace Lianxin.LocalHost.Tests.Manifest;

public sealed class PublicRouteTests
{
    [Theory]
    [InlineData("api/items/{*rest}", "/api/items", true)]
    [InlineData("api/items/{*rest}", "/api/items/", true)]
    [InlineData("api/items/{*rest}", "/API/Items/a/b", true)]
    [InlineData("api/items/{*rest}", "/api/itemsx", false)]
    [InlineData("api/items/{*rest}", "/api", false)]
    [InlineData("api/items/{id}", "/api/items", false)]
    [InlineData("api/items/{id}", "/api/items/7", true)]
    [InlineData("api/items/{id}", "/api/items/7/8", false)]
    public void A_template_matches_as_on_the_real_host(string template, string path, bool expected) =>
        PublicRoute.Parse("F", "", template).Matches(path).ShouldBe(expected);
}
