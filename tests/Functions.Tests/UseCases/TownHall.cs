using System.Text.Json;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Ledgers;
using Lianxin.Core.Reports;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Queues;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Anchors;
using Lianxin.Functions.UseCases.Checks;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Storage;
using Lianxin.Storage.Memory;
using Lianxin.Storage.Outbox;
using Microsoft.Extensions.Time.Testing;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The use cases over storage in memory, with a clock that the test moves, a gate before storage, and queues that it empties.</summary>
internal sealed class TownHall
{
    public const string Agency = "ligang";

    /// <summary>A host of its own for every delivery: what two of them do at once is ordered by storage alone.</summary>
    private readonly Func<Publishing> anotherHost;
    private readonly Func<Publishing, RegisterCheck> anotherCheck;
    private readonly SiteLists lists;
    private readonly SiteData data;
    private readonly CasePages casePages;
    private int delivered;

    /// <param name="options">Settings of the app; the default is no demo.</param>
    /// <param name="reference">Catalogue and calendar; the shipped ones when none are given.</param>
    /// <param name="room">Storage of another kind; what its queues took is recorded for <see cref="PumpAsync"/>.</param>
    /// <param name="clock">The clock that such a room reads; one of its own by default.</param>
    public TownHall(LianxinOptions? options = null, ReferenceData? reference = null, StorageRoom? room = null, FakeTimeProvider? clock = null)
    {
        Clock = clock ?? Morning();
        Room = room ?? StorageRoom.InMemory("640000000", Clock);
        Sent = Room.Messages as RecordingSender ?? new RecordingSender();
        Register = new GatedRegister(Room.Register, Gate);
        Documents = new GatedDocuments(Room.Documents, Gate);
        var sender = new GatedSender(room is null ? Sent : new BothSenders((IOutboxSender)Room.Messages, Sent), Gate);
        Ledgers = new GatedLedgers(Room.Ledgers, Gate);
        var outbox = new OutboxDispatcher([Register, Ledgers.Duties, Ledgers.Feedback, Ledgers.Cases, Ledgers.Deliveries], sender);
        options ??= new LianxinOptions();
        Options = options;
        var business = new BusinessClock(Clock, options);
        Business = business;
        var (shipped, formats, forms, kinds) = RuleFiles.Load(Path.Combine(AppContext.BaseDirectory, "Data"));
        reference ??= shipped;
        Reference = reference;
        var contexts = Contexts = new CommandContexts(reference, business, Clock, new ItemLimits(), new ProcedureSettings());
        var settings = new PortalSettings("立岗镇人民政府", new Uri("https://town.example"), new Uri("https://api.town.example"), new PortalContact("党政办公室"));
        var pages = new PortalPages(settings);
        Clarifications = new Clarifications(Register, contexts);
        var site = new Site(Register, Documents, pages, new VersionPages(Documents, pages, reference, Quotes), Clarifications, reference, business);
        lists = new SiteLists(Register, Room.Reports, Documents, pages, reference);
        data = new SiteData(Register, Documents, pages, settings, reference);
        var column = new SiteColumn(Room.Reports, Documents, pages, ColumnFile.Load(Path.Combine(AppContext.BaseDirectory, "Data"), "zh-CN", "立岗镇人民政府", reference.Catalogue));
        var coverage = Coverage = new CoveragePages(Register, new DutyBook(Ledgers), new InService(Documents, business), Documents, pages, reference, business);
        casePages = new CasePages(new CaseBook(Ledgers, outbox), Documents, pages, reference);
        Commands = new ItemCommands(Register, outbox, new ItemIdentities(Clock), contexts);
        Outbox = outbox;
        anotherHost = () => new Publishing(Register, outbox, contexts, site, lists, data, coverage, Clarifications, Quotes);
        Attempts = new PublicationAttempts(Documents, Clock);
        Sweeps = new Sweeps(Register, outbox, sender, Attempts, business, Clock);
        Importing = new Importing(Register, Room.Reports, outbox, sender, contexts);
        Jobs = new WorkJobs(Room.Jobs, Documents, sender, Room.Accounts, new ImportReader(20_000), Importing, Clock);
        Feedback = new FeedbackTown(this, contexts, business, options);
        Anchors = new AnchorBook(Register, Ledgers, Documents, business, Clock);
        Reporting = new Reporting(
            Register, Room.Reports, new RecordBook(Ledgers, kinds), Documents, sender, new PlainRenderer(), formats, forms, lists, column, Feedback.Book, Feedback.Cases, Anchors, reference, business, options);
        var duties = new DutyBook(Ledgers);
        var service = new InService(Documents, business);
        var writers = new SiteWriters(
            Register, Room.Reports, Documents, outbox, contexts, pages, settings, ColumnFile.Load(Path.Combine(AppContext.BaseDirectory, "Data"), "zh-CN", "立岗镇人民政府", reference.Catalogue), Clarifications, Quotes, duties, service, Feedback.Cases, reference, business);
        anotherCheck = publishing => new RegisterCheck(
            Register,
            Documents,
            new CheckedItems(Register, Documents, writers, publishing, business),
            new CheckedYears(Register, Documents, writers, publishing, service),
            new CheckedBooks(Ledgers, Room.Reports, Documents, writers, Feedback.Book, Feedback.Cases, Feedback.Steps, duties, new NoWallSheets(), Jobs, sender, Anchors),
            sender,
            options,
            business,
            Clock);
        Check = anotherCheck(anotherHost());
        Draft = new YearlyDraft(
            Reporting, new Recording(new RecordBook(Ledgers, kinds), kinds, business, Clock), Room.Reports, formats, business);
    }

    public static Actor Clerk { get; } = new("clerk", "经办人", Role.Clerk, Agency, "dangzheng");

    public static Actor Reviewer { get; } = new("reviewer", "审核人", Role.Reviewer, Agency, "dangzheng");

    public static Actor Chair { get; } = new("chair", "组长", Role.Chair, Agency, "dangzheng");

    public static Actor Admin { get; } = new("admin", "管理员", Role.Admin, Agency, "dangzheng");

    /// <summary>A clock at the hour that every test begins with.</summary>
    public static FakeTimeProvider Morning() => new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    /// <summary>Monday morning in China.</summary>
    public FakeTimeProvider Clock { get; }

    public StorageGate Gate { get; } = new();

    public LianxinOptions Options { get; }

    public BusinessClock Business { get; }

    public ReferenceData Reference { get; }

    public CommandContexts Contexts { get; }

    public OutboxDispatcher Outbox { get; }

    public StorageRoom Room { get; }

    public RecordingSender Sent { get; }

    public IRegister Register { get; }

    public ILedgers Ledgers { get; }

    public FeedbackTown Feedback { get; }

    public GatedDocuments Documents { get; }

    public ItemCommands Commands { get; }

    public Clarifications Clarifications { get; }

    public QuotesInMemory Quotes { get; } = new();

    public CoveragePages Coverage { get; }

    public AnchorBook Anchors { get; }

    public RegisterCheck Check { get; }

    public Sweeps Sweeps { get; }

    public PublicationAttempts Attempts { get; }

    public Importing Importing { get; }

    public WorkJobs Jobs { get; }

    public Reporting Reporting { get; }

    public YearlyDraft Draft { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Routine news, approved by the reviewer's acceptance; its message is sent and not yet delivered.</summary>
    public async Task<Item> ApprovedNewsAsync(string title) => await ReviewedAsync(await SubmittedAsync(Submissions.News(title)));

    public async Task<Item> SubmittedAsync(ItemInput input) =>
        Done(await Commands.CreateAsync(Clerk, input, draft: false, null, Cancellation));

    public async Task<Item> ReviewedAsync(Item item) => Done(await Commands.StepAsync(
        Reviewer,
        item.Id,
        null,
        (i, now) => Examination.Review(
            i, new ReviewInput("accept", "", "passed", true, true, true, true), [new GroupMember(Chair.Account, Chair.Name, Role.Chair)], now),
        Cancellation));

    public async Task<Item> ApprovedByChairAsync(Item item) => Done(await Commands.StepAsync(
        Chair,
        item.Id,
        null,
        (i, now) => GroupDecision.Approve(i, new ApprovalInput("approve", null, null, null, null, null, null, null, null), now),
        Cancellation));

    public Task<Item> RevisedAsync(string id, string title) => RevisedAsync(id, new ItemInput { Title = title, ChangeNote = "更正标题" });

    public async Task<Item> RevisedAsync(string id, ItemInput input) => await ReviewedAsync(Done(await Commands.StepAsync(
        Clerk, id, null, (i, now) => Submission.Revise(i, input, now), Cancellation)));

    /// <summary>News that clarifies an item, approved; its message is sent and not yet delivered.</summary>
    public async Task<Item> ApprovedClarificationAsync(string title, string clarifies) =>
        await ReviewedAsync(await SubmittedAsync(await Clarifications.LookUpAsync(Submissions.News(title) with { Clarifies = clarifies }, Cancellation)));

    public async Task<Item> WithdrawnAsync(string id) => Done(await Commands.StepAsync(
        Chair, id, null, (i, now) => PublicationSteps.Withdraw(i, "数字有误，核实后重新公开", now), Cancellation));

    public Task WriteMissingListsAsync() => lists.WriteMissingAsync(Agency, Cancellation);

    /// <summary>The publishing part of a host of its own.</summary>
    public Publishing AnotherHost() => anotherHost();

    /// <summary>The check of a host of its own.</summary>
    public RegisterCheck AnotherCheck() => anotherCheck(anotherHost());

    public Task DeliverAsync(OutboxMessage message) => DeliverAsync(
        JsonSerializer.Serialize(new { kind = message.Kind, subject = message.Subject, subjectVersion = message.Version }));

    public async Task DeliverAsync(string payload)
    {
        using var publishing = anotherHost();
        await new PublishItem(publishing, lists, data, casePages, Reporting).HandleAsync(new Delivery(payload, 1, "test"), Cancellation);
    }

    /// <summary>Delivers everything that was sent, and what that sends in turn.</summary>
    public async Task PumpAsync()
    {
        while (NextOfSite() is { } message)
            await DeliverAsync(message);
    }

    /// <summary>The next message of the two queues of the site that was not delivered yet; null when there is none.</summary>
    public OutboxMessage? NextOfSite()
    {
        while (delivered < Sent.Sent.Count)
        {
            if (Sent.Sent[delivered++] is { Queue: "publication" or "republication" } message)
                return message;
        }

        return null;
    }

    public async Task<Item> ReadAsync(string id) => (await Room.Register.FindAsync(id, Cancellation))!.Item;

    public async Task<List<string>> EventsAsync(string id) => [.. (await Room.Register.HistoryAsync(id, Cancellation)).Select(e => e.Kind)];

    public async Task<string> PageAsync(string name) => (await Documents.SiteAsync()).GetValueOrDefault(name, "");

    private static Item Done(CommandAnswer answer) => answer.Item ?? throw new InvalidOperationException(answer.Refusal!.Detail);

    /// <summary>A message counts as sent once the real queue has taken it.</summary>
    private sealed class BothSenders(IOutboxSender real, RecordingSender record) : IOutboxSender
    {
        public Task SendAsync(OutboxMessage message, CancellationToken cancellation) => SendAsync(message, null, cancellation);

        public async Task SendAsync(OutboxMessage message, OutboxKey? key, CancellationToken cancellation)
        {
            await real.SendAsync(message, key, cancellation);
            await record.SendAsync(message, key, cancellation);
        }
    }

    internal sealed class PlainRenderer : IReportRenderer
    {
        public string MediaType => "text/plain";

        public byte[] Render(ReportContent content) => JsonSerializer.SerializeToUtf8Bytes(content.ToString());
    }
}
