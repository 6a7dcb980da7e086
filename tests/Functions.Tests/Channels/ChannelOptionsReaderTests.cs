using Lianxin.Functions.Access;
using Lianxin.Functions.Channels;
using Microsoft.Extensions.Configuration;

namespace Lianxin.Functions.Tests.Channels;

public sealed class ChannelOptionsReaderTests
{
    [Fact]
    public void Nothing_set_means_no_way_out_and_no_fault()
    {
        var options = Read();
        options.Mail.ShouldBeNull();
        options.Robots.Secrets.ShouldBeEmpty();
        options.Robots.ExtraHosts.ShouldBeEmpty();
    }

    [Fact]
    public void The_port_follows_from_the_protection_and_the_protection_from_the_port()
    {
        Read(("Mail:Host", "mail.town.example"), ("Mail:From", "a@town.example")).Mail.ShouldBe(new MailOptions("mail.town.example", 587, "a@town.example", "", "", MailSecurity.Starttls));
        Read(("Mail:Host", "mail.town.example"), ("Mail:From", "a@town.example"), ("Mail:Port", "465")).Mail!.Security.ShouldBe(MailSecurity.Tls);
        Read(("Mail:Host", "mail.town.example"), ("Mail:From", "a@town.example"), ("Mail:Security", "tls")).Mail!.Port.ShouldBe(465);
    }

    [Theory]
    [InlineData("Mail:Port", "70000")]
    [InlineData("Mail:Security", "ssl")]
    [InlineData("Mail:From", "town")]
    [InlineData("Mail:From", "Town <a@town.example>")]
    [InlineData("Mail:Host", "http://mail.town.example/")]
    [InlineData("Mail:User", "only-a-user")]
    [InlineData("Robots:ExtraHosts", "http://127.0.0.1")]
    public void A_wrong_setting_is_named(string name, string value) =>
        Should.Throw<InvalidSettingsException>(() => Read(("Mail:Host", "mail.town.example"), ("Mail:From", "a@town.example"), (name, value)))
            .Message.ShouldContain(name == "Mail:User" ? "Lianxin:Mail:Password" : "Lianxin:" + name);

    [Fact]
    public void A_password_is_never_sent_in_the_open_nor_printed()
    {
        (string, string)[] open = [("Mail:From", "a@town.example"), ("Mail:User", "u"), ("Mail:Password", "pa55word"), ("Mail:Security", "none")];
        Should.Throw<InvalidSettingsException>(() => Read([.. open, ("Mail:Host", "mail.town.example")])).Message.ShouldNotContain("pa55word");
        var options = Read([.. open, ("Mail:Host", "127.0.0.1"), ("Robots:Secrets:group1", "SECsynthetic")]);
        options.ToString().ShouldNotContain("pa55word");
        options.ToString().ShouldNotContain("SECsynthetic");
        options.Robots.Secrets["group1"].ShouldBe("SECsynthetic");
    }

    private static ChannelOptions Read(params (string Name, string Value)[] settings) => ChannelOptionsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(s => s.Name).ToDictionary(g => "Lianxin:" + g.Key, g => (string?)g.Last().Value)).Build());
}
