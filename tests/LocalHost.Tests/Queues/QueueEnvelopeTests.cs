using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Queues.Models;
using Lianxin.LocalHost.Queues;
using Lianxin.LocalHost.Tests.Payloads;

namespace Lianxin.LocalHost.Tests.Queues;

public sealed class QueueEnvelopeTests
{
    [Theory]
    [InlineData("queue-failing-attempt1", "1")]
    [InlineData("queue-failing-attempt3", "3")]
    [InlineData("queue-json-array", "1")]
    [InlineData("queue-json-object-with-id", "1")]
    [InlineData("queue-json-overriding-Id-and-DequeueCount", "1")]
    [InlineData("queue-number", "1")]
    [InlineData("queue-plain-text", "1")]
    [InlineData("queue-unicode", "1")]
    public void An_envelope_has_the_very_bytes_that_a_real_host_sent(string name, string dequeueCount)
    {
        var recorded = Recorded.Read(name);
        var metadata = recorded.Json.GetProperty("Metadata");
        var text = JsonSerializer.Deserialize<string>(recorded.Json.GetProperty("Data").GetProperty("msg").GetString()!)!;
        var message = QueuesModelFactory.QueueMessage(
            JsonSerializer.Deserialize<string>(metadata.GetProperty("Id").GetString()!),
            JsonSerializer.Deserialize<string>(metadata.GetProperty("PopReceipt").GetString()!),
            BinaryData.FromString(text),
            long.Parse(dequeueCount, CultureInfo.InvariantCulture),
            Recorded.Instant(metadata.GetProperty("NextVisibleTime").GetString()!),
            Recorded.Instant(metadata.GetProperty("InsertionTime").GetString()!),
            Recorded.Instant(metadata.GetProperty("ExpirationTime").GetString()!));

        var written = Encoding.UTF8.GetString(QueueEnvelope.Write("msg", text, message, recorded.Call));

        written.ShouldBe(recorded.Body);
    }

    [Fact]
    public void Properties_that_are_null_arrays_or_end_in_trigger_stay_out_of_the_metadata()
    {
        var message = QueuesModelFactory.QueueMessage("id", "receipt", BinaryData.FromString(""), 1);
        var call = Recorded.Read("queue-number").Call;

        var written = QueueEnvelope.Write("msg", """{"a":null,"b":[1],"QueueTrigger":"x","c":1.50,"POPRECEIPT":"mine"}""", message, call);

        var metadata = JsonDocument.Parse(written).RootElement.GetProperty("Metadata");
        metadata.EnumerateObject().Select(property => property.Name).ShouldBe(
            ["DequeueCount", "ExpirationTime", "Id", "InsertionTime", "NextVisibleTime", "PopReceipt", "sys", "c"]);
        metadata.GetProperty("PopReceipt").GetString().ShouldBe("\"mine\"");
        metadata.GetProperty("c").GetString().ShouldBe("\"1.5\"");
    }
}
