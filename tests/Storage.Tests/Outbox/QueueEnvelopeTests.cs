using System.Diagnostics;
using System.Text.Json;
using Lianxin.Storage.Outbox;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Outbox;

public sealed class QueueEnvelopeTests
{
    [Fact]
    public void A_message_names_its_trace_only_while_somebody_records_it()
    {
        using var silent = new Activity("silent").Start();
        Read().TryGetProperty("traceParent", out _).ShouldBeFalse();
        using var recorded = new Activity("recorded");
        recorded.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        recorded.Start();
        recorded.ActivityTraceFlags = ActivityTraceFlags.Recorded;
        Read().GetProperty("traceParent").GetString().ShouldBe(recorded.Id);
    }

    private static JsonElement Read() => JsonDocument.Parse(QueueEnvelope.Write(Sample.Message(Sample.Item("town")), null)).RootElement;
}
