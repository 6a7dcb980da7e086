using Lianxin.Functions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class OneLineFormatterTests
{
    [Fact]
    public void An_event_is_one_line_with_its_time_in_utc() =>
        Format("started").ShouldBe("2026-03-02T01:00:00.000Z info Room: started\n");

    [Fact]
    public void What_a_user_typed_cannot_forge_a_second_line() =>
        Format("a\r\n2026 fail forged\u2028b\u0000c").TrimEnd('\n').Any(c => char.IsControl(c) || c == '\u2028').ShouldBeFalse();

    [Fact]
    public void An_exception_is_told_with_its_cause_and_its_place_on_the_same_line()
    {
        var line = Format("failed", Thrown());
        line.Count(c => c == '\n').ShouldBe(1);
        line.ShouldContain("InvalidOperationException: outer");
        line.ShouldContain("ArgumentException: inner");
        line.ShouldContain(nameof(Thrown));
    }

    [Fact]
    public void A_very_long_event_is_cut() => Format(new string('长', 100_000)).Length.ShouldBeLessThan(5000);

    private static InvalidOperationException Thrown()
    {
        try
        {
            try
            {
                throw new ArgumentException("inner");
            }
            catch (ArgumentException inner)
            {
                throw new InvalidOperationException("outer", inner);
            }
        }
        catch (InvalidOperationException outer)
        {
            return outer;
        }
    }

    private static string Format(string message, Exception? exception = null)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new OneLineFormatter(new FakeTimeProvider(RunningApp.Start))
            .Write(new LogEntry<string>(LogLevel.Information, "Room", default, message, exception, (state, _) => state), null, text);
        return text.ToString();
    }
}
