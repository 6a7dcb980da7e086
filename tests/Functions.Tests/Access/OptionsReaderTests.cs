using Lianxin.Functions.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Lianxin.Functions.Tests.Access;

public sealed class OptionsReaderTests
{
    [Fact]
    public void Without_settings_the_limits_are_those_of_the_contract()
    {
        var options = Read();
        options.ShouldBe(new LianxinOptions { AllowedOrigins = options.AllowedOrigins });
        options.DemoMode.ShouldBeFalse();
        options.Limits.ShouldBe(new LianxinLimits
        {
            TitleCharacters = 200,
            BodyCharacters = 200_000,
            FeedbackCharacters = 5_000,
            AttachmentBytes = 20_971_520,
            Attachments = 20,
            ImportBytes = 52_428_800,
            FeedbackPerAddress = 20,
            FeedbackPerItem = 200,
            ReportChecksPerMinute = 300,
            PageDefault = 50,
            PageLargest = 200,
        });
    }

    [Fact]
    public void Settings_are_read()
    {
        var options = Read(
            ("Lianxin:Agency", "other-town"),
            ("Lianxin:DemoMode", "true"),
            ("Lianxin:BusinessClock", "2015-01-05T09:00:00+08:00"),
            ("Lianxin:PublicBaseUrl", "https://gk.example.gov.cn/"),
            ("Lianxin:AllowedOrigins", "https://a.example, https://b.example"),
            ("Lianxin:Limits:Attachments", "5"),
            ("FUNCTIONS_CUSTOMHANDLER_PORT", "1234"));
        options.Agency.ShouldBe("other-town");
        options.BusinessClock.ShouldBe(new DateTimeOffset(2015, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)));
        options.PublicBaseUrl!.Host.ShouldBe("gk.example.gov.cn");
        options.AllowedOrigins.ShouldBe(["https://a.example", "https://b.example"]);
        options.Limits.Attachments.ShouldBe(5);
        options.BehindFunctionsHost.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Agency", "Not A Code")]
    [InlineData("AgencyName", " ")]
    [InlineData("IndexPrefix", "123")]
    [InlineData("SiteLanguage", "fr")]
    [InlineData("DemoMode", "perhaps")]
    [InlineData("DemoStaffFile", "staff.json")]
    [InlineData("BusinessClock", "2015-01-05T09:00:00+08:00")]
    [InlineData("BusinessClockSince", "2015-01-05T09:00:00Z")]
    [InlineData("PublicBaseUrl", "gk.example.gov.cn")]
    [InlineData("ApiBaseUrl", "ftp://gk.example.gov.cn")]
    [InlineData("AllowedOrigins", "https://a.example/path")]
    [InlineData("Limits:Attachments", "-1")]
    [InlineData("PostingWorkingDays", "0")]
    [InlineData("Limits:TitleCharacters", "many")]
    [InlineData("Limits:PageDefault", "500")]
    public void A_wrong_setting_is_named(string name, string value) =>
        Should.Throw<InvalidSettingsException>(() => Read(("Lianxin:" + name, value))).Message.ShouldContain("Lianxin:" + name);

    [Fact]
    public void A_clock_without_offset_is_refused_and_every_fault_is_named_at_once()
    {
        var fault = Should.Throw<InvalidSettingsException>(() => Read(
            ("Lianxin:DemoMode", "true"), ("Lianxin:BusinessClock", "2015-01-05T09:00:00"), ("Lianxin:Agency", "?")));
        fault.Message.ShouldContain("Lianxin:BusinessClock");
        fault.Message.ShouldContain("Lianxin:Agency");
    }

    [Fact]
    public void The_line_that_tells_the_settings_tells_no_password()
    {
        var log = new Catcher();
        OptionsLog.Write(log, new LianxinOptions { ApiBaseUrl = new Uri("https://user:pass@gk.example.gov.cn/x?code=key") });
        log.Text.ShouldContain("https://gk.example.gov.cn/x");
        log.Text.ShouldNotContain("pass");
        log.Text.ShouldNotContain("key");
    }

    private static LianxinOptions Read(params (string Name, string Value)[] settings) =>
        OptionsReader.Read(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value)))
            .Build());

    private sealed class Catcher : ILogger
    {
        public string Text { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Text += formatter(state, exception);
    }
}
