using System.Diagnostics;
using System.Globalization;
using Lianxin.Bench.Running;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Calendar;
using Lianxin.Core.Catalogue;
using Lianxin.Core.Items;
using Lianxin.Core.Publication;
using Lianxin.Documents.Pages;
using Lianxin.Functions.Access;
using Lianxin.Functions.UseCases;
using Lianxin.Functions.UseCases.Quarters;
using Lianxin.Storage;

namespace Lianxin.Bench.Quarters;

/// <summary>Townships over one emulator: fills a register with approved items that wait for the quarter's end, and runs the quarter.</summary>
internal sealed class Townships : IDisposable
{
    private static readonly DateTimeOffset Before = new(2026, 3, 25, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset After = new(2026, 4, 1, 0, 1, 0, TimeSpan.FromHours(8));

    private readonly StorageRoom room;
    private readonly ReferenceData reference;
    private readonly QuarterRun run;
    private readonly Publishing publishing;

    private Townships(StorageRoom room, ReferenceData reference)
    {
        this.room = room;
        this.reference = reference;
        var business = new BusinessClock(TimeProvider.System, new LianxinOptions { DemoMode = true, BusinessClock = After });
        var contexts = new CommandContexts(reference, business, TimeProvider.System, new ItemLimits(), new ProcedureSettings());
        var settings = new PortalSettings("示例镇人民政府", new Uri("https://town.example"), new Uri("https://api.town.example"), new PortalContact("党政办公室"));
        var pages = new PortalPages(settings);
        var clarifications = new Clarifications(room.Register, contexts);
        var quotes = new NobodyQuoted();
        var site = new Site(room.Register, room.Documents, pages, new VersionPages(room.Documents, pages, reference, quotes), clarifications, reference, business);
        var lists = new SiteLists(room.Register, room.Reports, room.Documents, pages, reference);
        var data = new SiteData(room.Register, room.Documents, pages, settings, reference);
        var book = new DutyBook(room.Ledgers);
        var coverage = new CoveragePages(room.Register, book, new InService(room.Documents, business), room.Documents, pages, reference, business);
        publishing = new Publishing(room.Register, room.Outbox, contexts, site, lists, data, coverage, clarifications, quotes);
        var board = new QuarterBoard(room.Register, book, reference, business, contexts);
        run = new QuarterRun(room.Register, publishing, board, book, new NoSheets(), new NoNotices(), reference, business, contexts);
    }

    public static async Task<Townships> OpenAsync(Installation installation, string connection)
    {
        var (shipped, _, _, _) = RuleFiles.Load(Path.Combine(installation.App, "Data"));
        var room = StorageRoom.Open(new StorageOptions { ConnectionString = connection, IndexPrefix = "000000000" }, TimeProvider.System);
        await room.Probe.PrepareAsync(default);
        return new Townships(room, WithTenVillages(shipped));
    }

    /// <summary>Items per second, from the first reading to the last record, and the pages that came of it.</summary>
    public async Task<(double PerSecond, IReadOnlyList<byte[]> Pages)> RunAsync(string agency, int waiting)
    {
        var ids = new List<string>();
        for (var i = 0; i < waiting; i++)
            ids.Add(await ApproveAsync(agency, i));
        var since = Stopwatch.GetTimestamp();
        await run.RunAsync(agency, Period.OfQuarter(2026, 1), Actor.Machine("timer:bench", agency), default);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var pages = new List<byte[]>();
        foreach (var id in ids)
        {
            var page = await room.Documents.FindAsync(Containers.Site, PortalPaths.Item(id), default);
            pages.Add(page?.Bytes ?? throw new InvalidOperationException($"The run left {id} without a page."));
        }

        return (waiting / seconds, pages);
    }

    public void Dispose()
    {
        publishing.Dispose();
        room.Dispose();
    }

    private static ReferenceData WithTenVillages(ReferenceData shipped)
    {
        var kept = shipped.Catalogue.Offices.Where(o => o.IsVillage).Take(10).Select(o => o.Code).ToHashSet(StringComparer.Ordinal);
        var offices = shipped.Catalogue.Offices.Where(o => !o.IsVillage || kept.Contains(o.Code)).ToList();
        return new ReferenceData(shipped.Catalogue with { Offices = offices }, shipped.Calendar);
    }

    /// <summary>年度重点工作: approved by the reviewer, waits for the day after the quarter.</summary>
    private async Task<string> ApproveAsync(string agency, int number)
    {
        CommandContext By(Role role, string account) => new(
            new Actor(account, account, role, agency, "dangzheng"), Before, Before, reference.Catalogue, reference.Calendar, new ItemLimits(), new ProcedureSettings());
        var title = string.Create(CultureInfo.InvariantCulture, $"第{number + 1}项重点工作进展");
        var entry = reference.Catalogue.Entry("01-01")!;
        var input = new ItemInput
        {
            Entry = entry.Code,
            Title = title,
            Body = string.Concat(Enumerable.Repeat("本季度按计划推进，已完成阶段任务，经费支出与预算相符。\n", 12)),
            FormedOn = "2026-03-20",
            Period = "2026-Q1",
            Elements = entry.RequiredElements.ToDictionary(e => e.Key, e => e.Type switch { ElementType.Year => "2026", ElementType.Date => "2026-12-31", _ => title }, StringComparer.Ordinal),
        };
        var identity = new NewItemIdentity($"{agency}-2026-{Guid.NewGuid():n}"[..40], 2026, await room.Register.NextIndexNumberAsync(agency, 2026, default));
        var submitted = Accepted(Submission.Create(input, identity, By(Role.Clerk, "clerk"), draft: false));
        var approved = Accepted(Examination.Review(submitted.After, new ReviewInput("accept", "", "passed", true, true, true, true), [], By(Role.Reviewer, "reviewer")));
        var outcome = await room.Register.CommitAsync(new RegisterCommit(null, approved.After, [.. submitted.Events, .. approved.Events], []), default);
        return outcome is CommitOutcome.Committed ? identity.Id : throw new InvalidOperationException($"{title} was not written: {outcome}");
    }

    private static ItemChange Accepted(Decision<ItemChange> decision) => decision.Value ?? throw new InvalidOperationException(decision.Refusal!.Detail);

    /// <summary>Sheets are counted by the pages of their PDF, not by items.</summary>
    private sealed class NoSheets : IQuarterSheets
    {
        public Task<IReadOnlyList<Core.Duties.SheetFile>> MakeAsync(QuarterView view, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<Core.Duties.SheetFile>>([]);
    }

    private sealed class NoNotices : IQuarterNotices
    {
        public Task TellClosingAsync(QuarterView view, CancellationToken cancellation) => Task.CompletedTask;

        public Task TellDailyAsync(string agency, IReadOnlyList<Period> quarters, CancellationToken cancellation) => Task.CompletedTask;
    }
}
