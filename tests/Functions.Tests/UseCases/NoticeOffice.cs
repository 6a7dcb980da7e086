using System.Text.Json;
using Lianxin.Core.Notices;
using Lianxin.Functions.Channels;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Queues;
using Lianxin.Functions.UseCases;
using Lianxin.Storage;
using Lianxin.Storage.Memory;
using Lianxin.Storage.Outbox;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>Telling and sending over storage in memory, with a gate before storage and channels that do what the test says.</summary>
internal sealed class NoticeOffice
{
    public const string Agency = "ligang";
    public static readonly DateOnly Day = new(2026, 4, 21);

    private readonly RecordingSender sent;
    private readonly OutboxDispatcher outbox;
    private int delivered;

    public NoticeOffice()
    {
        var room = StorageRoom.InMemory("640000000", Clock);
        sent = (RecordingSender)room.Messages;
        var ledgers = new GatedLedgers(room.Ledgers, Gate);
        outbox = new OutboxDispatcher([ledgers.Deliveries], new GatedSender(sent, Gate));
        Contacts = ContactsFile.Parse(
            """
            office,part,person,name,mail,robot,webhook,secret
            ,chair,chair,示例组长,,,,
            ,supervisor,supervisor,示例监督员,supervisor@town.example,,,
            caizheng,clerk,caizheng-clerk,示例财政所经办人,clerk@town.example,wecom,https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k,
            minzheng,clerk,minzheng-clerk,示例民政所经办人,clerk2@town.example,,,

            """,
            ["caizheng", "minzheng"]).Book!;
        Book = new DeliveryBook(ledgers, outbox);
        Notices = new Functions.UseCases.Notices(Book, Clock);
        Sending = new Sending(Book, Contacts, [Mail, Robot], Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 4, 21, 1, 0, 0, TimeSpan.Zero));

    public StorageGate Gate { get; } = new();

    public ContactBook Contacts { get; }

    public ScriptedChannel Mail { get; } = new(NoticeChannel.Mail);

    public ScriptedChannel Robot { get; } = new(NoticeChannel.WeCom);

    public DeliveryBook Book { get; }

    public Functions.UseCases.Notices Notices { get; }

    public Sending Sending { get; }

    public IReadOnlyList<Core.Items.OutboxMessage> Messages => sent.Sent;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public PersonNotice For(string person, params LadderStep[] steps) =>
        new(Contacts.Person(person)!, [.. steps.Select((s, n) => new NoticeLine($"duty-{n}", "示例事项", "示例站所", "没有公开", Day, 0, s))]);

    public Task<Told> TellAsync(params PersonNotice[] people) => Notices.TellAsync(Agency, people, Day, DigestKind.Ladder, Cancellation);

    public async Task DeliverAsync(Core.Items.OutboxMessage message) => await new SendNotice(Sending, null!).HandleAsync(
        new Delivery(JsonSerializer.Serialize(new { kind = message.Kind, subject = message.Subject, subjectVersion = message.Version }), 1, "test"), Cancellation);

    /// <summary>Sweeps the outbox and delivers every message that was sent and not yet delivered.</summary>
    public async Task PumpAsync()
    {
        Clock.Advance(TimeSpan.FromSeconds(1));
        await outbox.SweepAsync(Agency, Clock.GetUtcNow(), Cancellation);
        while (delivered < sent.Sent.Count)
            await DeliverAsync(sent.Sent[delivered++]);
    }

    /// <summary>What was sent and not yet delivered never arrives.</summary>
    public void LoseMessages() => delivered = sent.Sent.Count;

    /// <summary>A minute passes, with its sweep and its messages.</summary>
    public async Task MinutesAsync(int count)
    {
        for (var minute = 0; minute < count; minute++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Sending.SweepAsync(Agency, Cancellation);
            await PumpAsync();
        }
    }

    public async Task<List<string>> StatesAsync(DeliveryState? state = null, string? person = null, string? office = null) =>
        [.. (await Book.ListAsync(new DeliveryQuery(Agency, state, person, office, 200, null), Cancellation)).Rows
            .Select(d => $"{d.Person} {NoticeWords.NameOf(d.Channel)} {Core.Names.Of(d.State)}")];

    public async Task<NoticeDelivery> ReadAsync(string person, NoticeChannel channel) =>
        (await Book.FindAsync(Agency, $"{Digest.IdOf(Agency, Day, person, DigestKind.Ladder)}-{NoticeWords.NameOf(channel)}", Cancellation))!.Delivery;
}

/// <summary>A channel that answers as it is told, and remembers whom it was asked for.</summary>
internal sealed class ScriptedChannel(NoticeChannel channel) : IChannel
{
    public ChannelOutcome Answer { get; set; } = new ChannelOutcome.Taken();

    /// <summary>Runs while the other side is being asked.</summary>
    public Func<Task> During { get; set; } = () => Task.CompletedTask;

    public List<string> Asked { get; } = [];

    public bool Serves(NoticeChannel asked) => asked == channel;

    public async Task<ChannelOutcome> SendAsync(Contact to, Digest digest, string id, CancellationToken cancellation)
    {
        Asked.Add(id);
        await During();
        return Answer;
    }
}
