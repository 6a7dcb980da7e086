namespace Lianxin.LocalHost.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_are_read()
    {
        var options = CommandLine.Parse(
            ["--app", "/app", "--data", "/data", "--port", "8080", "--http", "forwarding", "--demo", "--clock", "2015-01-20T09:00:00+08:00", "--setting", "A=b=c"])!;

        options.AppFolder.ShouldBe("/app");
        options.BaseUrl.ShouldBe("http://127.0.0.1:8080");
        options.SiteUrl.ShouldBe(options.BaseUrl);
        options.Mode.ShouldBe(HttpMode.Forwarding);
        options.Clock.ShouldBe(new DateTimeOffset(2015, 1, 20, 9, 0, 0, TimeSpan.FromHours(8)));
        options.Setting("A").ShouldBe("b=c");
    }

    [Theory]
    [InlineData("--app")]
    [InlineData("--app x --port 70000")]
    [InlineData("--app x --port -1")]
    [InlineData("--app x --http both")]
    [InlineData("--app x --demo --clock 2015-01-20")]
    [InlineData("--app x --clock 2015-01-20T09:00:00+08:00")]
    [InlineData("--app x --setting novalue")]
    [InlineData("--app x --unknown")]
    [InlineData("--port 80")]
    public void What_makes_no_sense_is_refused(string line) => Should.Throw<StartRefused>(() => CommandLine.Parse(line.Split(' ')));

    [Fact]
    public void Help_is_no_run() => CommandLine.Parse(["--app", "x", "--help"]).ShouldBeNull();
}
