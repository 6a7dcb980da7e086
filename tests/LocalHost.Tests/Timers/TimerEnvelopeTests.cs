using System.Text;
using System.Text.Json;
using Lianxin.LocalHost.Tests.Payloads;
using Lianxin.LocalHost.Timers;

namespace Lianxin.LocalHost.Tests.Timers;

public sealed class TimerEnvelopeTests
{
    [Theory]
    [InlineData("timer-scheduled", "myTimer", false)]
    [InlineData("timer-past-due", "t", true)]
    [InlineData("timer-runonstartup-first", "myTimer", false)]
    public void An_envelope_has_the_very_bytes_that_a_real_host_sent(string name, string binding, bool isPastDue)
    {
        var recorded = Recorded.Read(name);
        var status = recorded.Json.GetProperty("Data").GetProperty(binding).GetProperty("ScheduleStatus");
        DateTimeOffset At(string field) => Recorded.Instant(status.GetProperty(field).GetString()!);

        var written = TimerEnvelope.Write(binding, new TimerStatus(At("Last"), At("Next"), At("LastUpdated")), isPastDue, recorded.Call);

        Encoding.UTF8.GetString(written).ShouldBe(recorded.Body);
    }

    [Fact]
    public void A_timer_without_a_monitor_has_no_status()
    {
        var written = TimerEnvelope.Write("t", null, false, Recorded.Read("timer-scheduled").Call);

        JsonDocument.Parse(written).RootElement.GetProperty("Data").GetProperty("t").GetProperty("ScheduleStatus").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
