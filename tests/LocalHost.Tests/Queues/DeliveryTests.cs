using System.Text;
using System.Text.Json;
using Azure.Storage.Queues;
using Lianxin.LocalHost.Tests.Fake;
using Lianxin.LocalHost.Tests.Payloads;

namespace Lianxin.LocalHost.Tests.Queues;

public sealed class DeliveryTests(EmulatorFixture emulator) : IDisposable
{
    private readonly FakeApp _app = new FakeApp().Host("""{ "batchSize": 2, "newBatchThreshold": 1, "maxDequeueCount": 3, "visibilityTimeout": "00:00:00" }""");
    private readonly string _name = $"q-{Guid.NewGuid():N}";

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_message_reaches_the_handler_once_and_is_gone()
    {
        await using var host = await StartAsync();
        await SendAsync("""{"kind":"连心"}""");

        await Wait.UntilAsync(() => _app.Script.Seen().Count == 1, "one delivery");
        await Wait.UntilAsync(async () => await LeftAsync() == 0, "message deleted");

        var seen = _app.Script.Seen().ShouldHaveSingleItem();
        seen.Method.ShouldBe("POST");
        seen.Target.ShouldBe("/Q");
        seen.Headers.Keys.Select(name => name.ToLowerInvariant()).Order(StringComparer.Ordinal)
            .ShouldBe(Recorded.Read("queue-plain-text").HeaderNames);
        var twice = JsonDocument.Parse(seen.Body).RootElement.GetProperty("Data").GetProperty("msg").GetString()!;
        JsonSerializer.Deserialize<string>(twice).ShouldBe("""{"kind":"连心"}""");
    }

    [Fact]
    public async Task A_failing_message_comes_back_until_the_limit_and_goes_to_poison_as_it_was()
    {
        _app.Script.Answer(new() { ["POST /Q"] = new ScriptedReply(500) });
        await using var host = await StartAsync();
        await SendAsync("again and again");

        (await PoisonAsync()).ShouldBe(Base64("again and again"));
        (await LeftAsync()).ShouldBe(0);
        _app.Script.Seen().Select(seen => JsonDocument.Parse(seen.Body).RootElement.GetProperty("Metadata").GetProperty("DequeueCount").GetString())
            .ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task A_message_that_is_not_base64_goes_to_poison_without_reaching_the_handler()
    {
        await using var host = await StartAsync();
        await Queue.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Queue.SendMessageAsync("not base64!", TestContext.Current.CancellationToken);

        (await PoisonAsync()).ShouldBe("not base64!");
        _app.Script.Seen().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_empty_answer_is_a_loud_failure_and_the_message_is_tried_again()
    {
        _app.Script.Answer(new() { ["POST /Q"] = new ScriptedReply(204, null, "") });
        await using var host = await StartAsync();
        await SendAsync("x");

        await Wait.UntilAsync(() => _app.Script.Seen().Count >= 2, "second try");
        host.Journal.ShouldContain("the real host would hang until functionTimeout");
    }

    [Fact]
    public async Task A_message_whose_handler_dies_is_delivered_again_by_the_next_one()
    {
        _app.Script.Answer(new() { ["POST /Q"] = new ScriptedReply(Exit: 7) });
        await using var host = await StartAsync();
        await SendAsync("survivor");
        await Wait.UntilAsync(() => _app.Script.Seen().Count == 1, "first delivery");
        _app.Script.Answer([]);

        await Wait.UntilAsync(async () => await LeftAsync() == 0, "message done");
        _app.Script.Seen().Select(seen => seen.ProcessId).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task At_most_batch_and_threshold_messages_run_at_a_time()
    {
        _app.Script.Answer(new() { ["POST /Q"] = new ScriptedReply(DelayMilliseconds: 1500) });
        await using var host = await StartAsync();
        for (var i = 0; i < 6; i++)
        {
            await SendAsync($"{i}");
        }

        await Wait.UntilAsync(() => _app.Script.Seen().Count >= 2, "first ones");
        await Task.Delay(700, TestContext.Current.CancellationToken);
        _app.Script.Seen().Count.ShouldBeLessThanOrEqualTo(3);
        await Wait.UntilAsync(() => _app.Script.Seen().Count == 6, "all of them");
    }

    [Fact]
    public async Task A_message_that_runs_when_the_host_stops_waits_for_the_next_start_and_not_for_ten_minutes()
    {
        _app.Script.Answer(new() { ["POST /Q"] = new ScriptedReply(DelayMilliseconds: 60_000) });
        await using (await StartAsync())
        {
            await SendAsync("half done");
            await Wait.UntilAsync(() => _app.Script.Seen().Count == 1, "first delivery");
        }

        _app.Script.Answer([]);
        await using var second = await StartAsync();
        await Wait.UntilAsync(async () => await LeftAsync() == 0, "message done");
        _app.Script.Seen().Count(seen => seen.Method == "POST").ShouldBe(2);
    }

    private QueueClient Queue => emulator.Door.Queues.GetQueueClient(_name);

    private Task<RunningHost> StartAsync() => RunningHost.StartAsync(_app.Queue("Q", _name), emulator);

    private async Task SendAsync(string text)
    {
        await Queue.CreateIfNotExistsAsync();
        await Queue.SendMessageAsync(Base64(text));
    }

    private async Task<int> LeftAsync() => (await Queue.GetPropertiesAsync()).Value.ApproximateMessagesCount;

    private async Task<string> PoisonAsync()
    {
        var poison = emulator.Door.Queues.GetQueueClient($"{_name}-poison");
        string? found = null;
        await Wait.UntilAsync(
            async () => await poison.ExistsAsync() && (found = (await poison.PeekMessagesAsync(1)).Value.FirstOrDefault()?.Body.ToString()) is not null,
            "a poison message");
        return found!;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
