using Lianxin.Core.Access;
using Lianxin.Core.Notices;
using Lianxin.Core.Reports.Records;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Tests.UseCases;

/// <summary>The yearly run over a town hall: records, statements, and real notices whose digests can be read.</summary>
internal sealed class YearlyTown
{
    public static readonly Actor Timer = Actor.Machine("timer:DutySweep", TownHall.Agency);
    public static readonly Actor Finance = new("clerk2", "示例财政所经办人", Role.Clerk, TownHall.Agency, "caizheng");

    public YearlyTown(TownHall town)
    {
        Town = town;
        var folder = Path.Combine(AppContext.BaseDirectory, "Data");
        var (reference, formats, _, kinds) = RuleFiles.Load(folder);
        var rules = RuleFiles.LoadYearly(folder, kinds, reference.Catalogue);
        var (ladder, contacts) = RuleFiles.LoadNotices(folder, reference.Catalogue);
        var records = new RecordBook(town.Ledgers, kinds);
        var book = new YearlyBook(town.Ledgers);
        Recording = new Recording(records, kinds, town.Business, town.Clock);
        Statements = new NilStatements(book, records, kinds, rules, town.Business);
        Service = new InService(town.Documents, town.Business);
        Board = new YearlyBoard(town.Room.Reports, formats, records, kinds, book, town.Feedback.Cases, rules, Service, reference, town.Business);
        Deliveries = new DeliveryBook(town.Ledgers, town.Outbox);
        Notices = new YearlyNotices(
            new Functions.UseCases.Notices(Deliveries, town.Clock), Board, book, town.Draft, ladder, contacts, reference, town.Business);
    }

    public TownHall Town { get; }

    public Recording Recording { get; }

    public NilStatements Statements { get; }

    public InService Service { get; }

    public YearlyBoard Board { get; }

    public DeliveryBook Deliveries { get; }

    public YearlyNotices Notices { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>09:00 in China.</summary>
    public void GoTo(DateOnly day) => Town.Clock.SetUtcNow(new DateTimeOffset(day, new TimeOnly(1, 0), TimeSpan.Zero));

    public Task TellAsync() => Notices.TellDailyAsync(TownHall.Agency, Timer, Cancellation);

    public Task<YearlyStanding> StandingAsync(int year) => Board.ReadAsync(TownHall.Agency, year, Cancellation);

    public async Task<DatedRecord> EnterAsync(Actor by, RecordInput input)
    {
        var answer = await Recording.EnterAsync(by, input, null, Cancellation);
        return answer.Record ?? throw new InvalidOperationException(answer.Refusal?.Detail);
    }

    public Task<StatementAnswer> StateAsync(Actor by, string kind, int year, bool takeBack = false) =>
        Statements.StateAsync(by, kind, year, takeBack, Cancellation);

    /// <summary>Every digest of the report that was made, with the subjects of its lines.</summary>
    public async Task<IReadOnlyList<(DateOnly Day, string Person, IReadOnlyList<NoticeLine> Lines)>> ToldAsync()
    {
        var told = new List<(DateOnly, string, IReadOnlyList<NoticeLine>)>();
        string? next = null;
        do
        {
            var page = await Deliveries.ListAsync(new DeliveryQuery(TownHall.Agency, null, null, null, 200, next), Cancellation);
            foreach (var delivery in page.Rows.Where(d => d.Digest.Contains("-report", StringComparison.Ordinal)))
                told.Add((delivery.Day, delivery.Person, (await Deliveries.DigestAsync(TownHall.Agency, delivery, Cancellation))!.Lines));
            next = page.Continuation;
        }
        while (next is not null);
        return told;
    }
}
