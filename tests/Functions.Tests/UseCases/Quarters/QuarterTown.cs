using System.Text;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Duties;
using Lianxin.Core.Publication;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Demo;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Functions.UseCases.Yearly;

namespace Lianxin.Functions.Tests.UseCases.Quarters;

/// <summary>The runs of the quarter over a town hall: every call to storage passes the gate, sheets are texts, notices are remembered.</summary>
internal sealed class QuarterTown : IDisposable
{
    private readonly List<IDisposable> owned = [];

    public QuarterTown(LianxinOptions? options = null, ReferenceData? reference = null)
    {
        Town = new TownHall(options, reference);
        Book = new DutyBook(Town.Ledgers);
        Board = new QuarterBoard(Town.Register, Book, Town.Reference, Town.Business, Town.Contexts);
        Preflight = new Preflight(Town.Register, Town.Business, Town.Contexts);
        NilReturns = new NilReturning(Town.Commands, Board, Town.Contexts);
        Service = new InService(Town.Documents, Town.Business);
        (Run, Work) = Host();
        Clock = new DemoClock(Town.Documents, Town.Business, Run, Work, Town.Draft, Town.Options, Town.Clock);
        owned.Add(Clock);
    }

    public static Period FirstQuarter { get; } = Period.OfQuarter(2026, 1);

    public static Actor Timer { get; } = Actor.Machine("timer:DutySweep", TownHall.Agency);

    public TownHall Town { get; }

    public DutyBook Book { get; }

    public QuarterBoard Board { get; }

    public Preflight Preflight { get; }

    public NilReturning NilReturns { get; }

    public InService Service { get; }

    public QuarterRun Run { get; }

    public DueWork Work { get; }

    public DemoClock Clock { get; }

    /// <summary>Makes every sheet fail, as without fonts.</summary>
    public bool SheetsAreBroken { get; set; }

    /// <summary>What people were told: day, what about, for how many duties.</summary>
    public List<string> Told { get; } = [];

    /// <summary>The working parts of one host; a second call gives a second host over the same storage.</summary>
    public (QuarterRun Run, DueWork Work) Host()
    {
        var publishing = Town.AnotherHost();
        owned.Add(publishing);
        var notices = new RememberedNotices(this);
        var run = new QuarterRun(Town.Register, publishing, Board, Book, new TextSheets(this), notices, Town.Reference, Town.Business, Town.Contexts);
        return (run, new DueWork(Town.Register, Town.Outbox, run, Book, notices, new NoYearlyNotices(), new NoWallSheets(), Town.Coverage, Service, Town.Reference, Town.Business, Town.Contexts));
    }

    /// <summary>Sets the clock to an instant in China.</summary>
    public void GoTo(string chinaTime) =>
        Town.Clock.SetUtcNow(DateTimeOffset.ParseExact(chinaTime + "+08:00", "yyyy-MM-dd HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture).ToUniversalTime());

    public Task PassAsync(CancellationToken cancellation) => Work.PassAsync(TownHall.Agency, Timer, cancellation);

    public async Task<QuarterRecord> RecordAsync(Period quarter, CancellationToken cancellation) => (await Book.QuarterAsync(TownHall.Agency, quarter, cancellation)).Value;

    public async Task<DutyStanding> DutyAsync(Period quarter, string entry, string office, CancellationToken cancellation) =>
        (await Board.ReadAsync(TownHall.Agency, quarter, cancellation)).Duties.Single(d => d.Duty.Entry == entry && d.Duty.Office == office && d.Duty.Period == quarter.ToString());

    public void Dispose() => owned.ForEach(o => o.Dispose());

    private sealed class RememberedNotices(QuarterTown town) : IQuarterNotices
    {
        public Task TellClosingAsync(QuarterView view, CancellationToken cancellation)
        {
            Add($"{town.Town.Business.Today:yyyy-MM-dd} closing {view.Quarter} {view.Duties.Count(d => d.State is DutyState.Pending or DutyState.Overdue)}");
            return Task.CompletedTask;
        }

        public Task TellDailyAsync(string agency, IReadOnlyList<Period> quarters, CancellationToken cancellation)
        {
            Add($"{town.Town.Business.Today:yyyy-MM-dd} daily");
            return Task.CompletedTask;
        }

        private void Add(string line)
        {
            if (!town.Told.Contains(line))
                town.Told.Add(line);
        }
    }

    private sealed class NoYearlyNotices : IYearlyNotices
    {
        public Task TellDailyAsync(string agency, Actor by, CancellationToken cancellation) => Task.CompletedTask;
    }

    /// <summary>One sheet with the ids that are up, so that a test sees what was on it.</summary>
    private sealed class TextSheets(QuarterTown town) : IQuarterSheets
    {
        public async Task<IReadOnlyList<SheetFile>> MakeAsync(QuarterView view, CancellationToken cancellation)
        {
            var name = $"{view.Record.Agency}/{view.Quarter}/all-a4.pdf";
            var text = string.Join('\n', view.Rows.Where(r => r.IsUp).Select(r => r.Title).Order(StringComparer.Ordinal));
            if (town.SheetsAreBroken)
                throw new InvalidOperationException("No font is there.");
            await town.Town.Documents.PutAsync(Containers.Bulletins, name, Encoding.UTF8.GetBytes(text), "text/plain", cancellation);
            return [new SheetFile("", "a4", name, 1, text)];
        }
    }
}
