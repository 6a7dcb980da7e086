using System.Text;
using Lianxin.Functions.Hosting;

namespace Lianxin.Functions.Tests.Hosting;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("queue-plain-text", "plain text", 1)]
    [InlineData("queue-unicode", "ünï “q” <x>&amp; \\ \"", 1)]
    [InlineData("queue-json-array", "[1,2]", 1)]
    [InlineData("queue-number", "42", 1)]
    [InlineData("queue-json-object-with-id", """{"id":1,"kind":"json"}""", 1)]
    [InlineData("queue-failing-attempt1", """{"id":2,"mode":"fail"}""", 1)]
    [InlineData("queue-failing-attempt2", """{"id":2,"mode":"fail"}""", 2)]
    [InlineData("queue-failing-attempt3", """{"id":2,"mode":"fail"}""", 3)]
    public void A_recorded_message_comes_out_as_it_was_sent(string recorded, string payload, int attempt)
    {
        var delivery = Envelope.Read(Recorded.Body(recorded)).ShouldNotBeNull().AsDelivery("i").ShouldNotBeNull();
        delivery.Payload.ShouldBe(payload);
        delivery.DequeueCount.ShouldBe(attempt);
        delivery.InvocationId.ShouldBe("i");
    }

    [Fact]
    public void A_message_that_shadows_the_hosts_count_has_no_count()
    {
        var delivery = Envelope.Read(Recorded.Body("queue-json-overriding-Id-and-DequeueCount")).ShouldNotBeNull().AsDelivery("i");
        delivery.ShouldNotBeNull().DequeueCount.ShouldBeNull();
        delivery.Payload.ShouldContain("\"DequeueCount\":99");
    }

    [Fact]
    public void A_shadowed_count_is_not_believed_even_when_it_looks_like_the_hosts_own()
    {
        var envelope = Read("""{"Data":{"item":"{\"dequeuecount\":\"7\"}"},"Metadata":{"DequeueCount":"7"}}""");
        envelope.AsDelivery("i").ShouldNotBeNull().DequeueCount.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"Data":{"item":"plain, encoded once"}}""", "plain, encoded once")]
    [InlineData("""{"Data":{"item":"{\"kind\":\"once\"}"}}""", """{"kind":"once"}""")]
    public void A_message_that_was_encoded_once_is_read_too(string body, string payload) =>
        Read(body).AsDelivery("i").ShouldNotBeNull().Payload.ShouldBe(payload);

    [Fact]
    public void A_recorded_tick_says_what_it_was_planned_for()
    {
        var tick = Read("timer-scheduled", recorded: true).AsTick("i").ShouldNotBeNull();
        tick.ScheduledFor.ShouldBe(new DateTimeOffset(2026, 11, 24, 3, 44, 0, TimeSpan.Zero));
        tick.LastRun.ShouldNotBeNull().Second.ShouldBe(40);
        tick.IsPastDue.ShouldBeFalse();
    }

    [Fact]
    public void A_recorded_tick_that_was_missed_is_past_due_and_the_year_one_is_never()
    {
        var tick = Read("timer-past-due", recorded: true).AsTick("i").ShouldNotBeNull();
        tick.IsPastDue.ShouldBeTrue();
        tick.LastRun.ShouldBeNull();
        tick.ScheduledFor.ShouldNotBeNull();
    }

    [Fact]
    public void A_tick_without_a_record_is_a_tick()
    {
        var tick = Read("""{"Data":{"timer":{"Schedule":{},"ScheduleStatus":null,"IsPastDue":false}}}""").AsTick("i").ShouldNotBeNull();
        tick.ScheduledFor.ShouldBeNull();
        tick.LastRun.ShouldBeNull();
    }

    [Fact]
    public void A_timers_envelope_is_no_message_and_a_messages_no_tick()
    {
        Read("timer-scheduled", recorded: true).AsDelivery("i").ShouldBeNull();
        Read("queue-plain-text", recorded: true).AsTick("i").ShouldBeNull();
    }

    [Fact]
    public void A_recorded_http_envelope_is_neither()
    {
        var envelope = Read("http-NOT-forwarded-get", recorded: true);
        envelope.AsDelivery("i").ShouldBeNull();
        envelope.AsTick("i").ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"Data":null}""")]
    [InlineData("""{"Data":{}}""")]
    [InlineData("""{"Data":{"a":"x","b":"y"}}""")]
    [InlineData("not json")]
    public void What_is_no_envelope_is_not_read(string body) => Envelope.Read(Encoding.UTF8.GetBytes(body)).ShouldBeNull();

    private static Envelope Read(string text, bool recorded = false) =>
        Envelope.Read(recorded ? Recorded.Body(text) : Encoding.UTF8.GetBytes(text)).ShouldNotBeNull();
}
