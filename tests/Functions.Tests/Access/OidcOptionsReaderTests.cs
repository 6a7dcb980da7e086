using Lianxin.Functions.Access;
using Microsoft.Extensions.Configuration;

namespace Lianxin.Functions.Tests.Access;

public sealed class OidcOptionsReaderTests
{
    [Theory]
    [InlineData("https://login.partner.microsoftonline.cn/0b7f4c1e-0000-0000-0000-000000000000/v2.0")]
    [InlineData("https://login.microsoftonline.com/0b7f4c1e-0000-0000-0000-000000000000/v2.0")]
    [InlineData("https://sso.example.gov.cn/realms/town")]
    public void An_issuer_is_read_with_its_metadata_address(string issuer)
    {
        var provider = Read(("Issuer", issuer), ("ClientId", "id"), ("AccountClaim", "oid"), ("ClientSecret", "hidden")).Oidc.ShouldHaveSingleItem();
        provider.Metadata.AbsoluteUri.ShouldBe(issuer + "/.well-known/openid-configuration");
        provider.ToString().ShouldNotContain("hidden");
        provider.Audience.ShouldBeNull();
    }

    [Theory]
    [InlineData("Issuer", "https://login.microsoftonline.com/common/v2.0")]
    [InlineData("Issuer", "https://login.partner.microsoftonline.cn/organizations/v2.0")]
    [InlineData("Issuer", "http://sso.example.gov.cn")]
    [InlineData("ClientId", "")]
    [InlineData("AccountClaim", "")]
    [InlineData("Scope", "profile")]
    [InlineData("ClientCertificate", "both.pem")]
    public void What_would_let_anybody_in_or_nobody_keeps_the_app_from_starting(string name, string value)
    {
        var settings = new Dictionary<string, string>
        {
            ["Issuer"] = "https://sso.example.gov.cn",
            ["ClientId"] = "id",
            ["AccountClaim"] = "oid",
            ["ClientSecret"] = "hidden",
        };
        settings[name] = value;
        var failure = Should.Throw<InvalidSettingsException>(() => Read([.. settings.Select(s => (s.Key, s.Value))]));
        failure.Message.ShouldContain("Lianxin:Oidc:town:");
        failure.Message.ShouldNotContain("hidden");
    }

    private static LianxinOptions Read(params (string Name, string Value)[] settings) =>
        OptionsReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>("Lianxin:Oidc:town:" + s.Name, s.Value)))
            .Build());
}
