using Azure.Storage.Queues;
using Lianxin.Core.Items;
using Lianxin.Core.Troubles;
using Lianxin.Storage.Tests.Emulator;

namespace Lianxin.Storage.Tests.Contracts;

/// <summary>Poison queues over the emulator: looked into without emptying, and one message at a time put back or taken out.</summary>
public sealed class TroubleTests(EmulatorRoom emulator) : IClassFixture<EmulatorRoom>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ITroubleBox Box => emulator.Room.Troubles;

    [Fact]
    public async Task A_message_is_seen_where_it_lies_goes_back_once_and_leaves_the_others_where_they_are()
    {
        const string queue = "publication";
        await emulator.Room.Messages.SendAsync(new OutboxMessage(queue, "publish-item", "wanted", 1), Stop);
        string body = (await Queue(queue).ReceiveMessageAsync(cancellationToken: Stop)).Value.Body.ToString();
        await Queue(queue).ClearMessagesAsync(Stop);
        QueueClient poison = Queue(queue + "-poison");
        await poison.SendMessageAsync("不是 base64 的消息", Stop);
        await poison.SendMessageAsync(body, Stop);
        await poison.SendMessageAsync(body, Stop);

        IReadOnlyList<PoisonMessage> seen = [.. (await Box.PeekAsync(Stop)).Where(m => m.Queue == queue)];
        seen.Count.ShouldBe(3);
        seen[0].Text.ShouldBe("不是 base64 的消息");
        seen[1].Text.ShouldContain("\"subject\":\"wanted\"");
        (await Box.PeekAsync(Stop)).Count(m => m.Queue == queue).ShouldBe(3, "looking changes nothing");

        (await Box.PutBackAsync(queue, seen[1].MessageId, Stop)).ShouldBeTrue();
        (await Box.PutBackAsync(queue, seen[1].MessageId, Stop)).ShouldBeFalse();

        (await Queue(queue).ReceiveMessagesAsync(32, cancellationToken: Stop)).Value.ShouldHaveSingleItem().Body.ToString().ShouldBe(body);
        (await Box.PeekAsync(Stop)).Where(m => m.Queue == queue).Select(m => m.MessageId).ShouldBe([seen[0].MessageId, seen[2].MessageId], ignoreOrder: true);
    }

    [Fact]
    public async Task A_dismissed_message_is_gone_and_nothing_is_sent()
    {
        const string queue = "notification";
        await Queue(queue + "-poison").SendMessageAsync("x", Stop);
        PoisonMessage message = (await Box.PeekAsync(Stop)).Single(m => m.Queue == queue);

        (await Box.TakeOutAsync(queue, message.MessageId, Stop)).ShouldBeTrue();
        (await Box.TakeOutAsync(queue, message.MessageId, Stop)).ShouldBeFalse();

        (await Box.PeekAsync(Stop)).ShouldNotContain(m => m.Queue == queue);
        (await Queue(queue).PeekMessagesAsync(32, Stop)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_clicks_at_once_put_a_message_back_once()
    {
        const string queue = "work";
        for (int i = 0; i < 40; i++)
        {
            await Queue(queue + "-poison").SendMessageAsync($"m{i}", Stop);
        }

        PoisonMessage wanted = (await Box.PeekAsync(Stop)).Last(m => m.Queue == queue);
        bool[] done = await Task.WhenAll(Box.PutBackAsync(queue, wanted.MessageId, Stop), Box.PutBackAsync(queue, wanted.MessageId, Stop));
        done.Count(d => d).ShouldBeLessThanOrEqualTo(1);
        if (!done.Contains(true))
        {
            // Each held a part of the queue while it looked; nothing is lost, and the next click finds it.
            (await Box.PutBackAsync(queue, wanted.MessageId, Stop)).ShouldBeTrue();
        }

        (await Queue(queue).PeekMessagesAsync(32, Stop)).Value.ShouldHaveSingleItem();
        ((int)(await Queue(queue + "-poison").GetPropertiesAsync(Stop)).Value.ApproximateMessagesCount).ShouldBe(39);
    }

    [Theory]
    [InlineData("no-such-queue")]
    [InlineData("publication-poison")]
    public async Task A_queue_that_is_none_of_ours_has_nothing(string queue) => (await Box.PutBackAsync(queue, "x", Stop)).ShouldBeFalse();

    private QueueClient Queue(string name) => emulator.Queue(name);
}
