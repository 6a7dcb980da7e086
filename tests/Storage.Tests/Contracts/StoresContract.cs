using System.Text;
using Lianxin.Core.Access;
using Lianxin.Core.Jobs;
using Lianxin.Core.Publication;
using Lianxin.Core.Reports;
using Lianxin.Storage.Tests.Samples;

namespace Lianxin.Storage.Tests.Contracts;

/// <summary>What documents, accounts, jobs and reports keep to, whatever they are kept in.</summary>
public abstract class StoresContract
{
    protected abstract StorageRoom Room { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_replaced_only_under_its_fence()
    {
        IDocumentStore documents = Room.Documents;
        byte[] first = Encoding.UTF8.GetBytes("一");
        string fence = (await documents.TryPutAsync(Containers.Site, "页/a.html", first, "text/html", null, Stop)).ShouldNotBeNull();

        (await documents.TryPutAsync(Containers.Site, "页/a.html", [9], "text/html", null, Stop)).ShouldBeNull();
        (await documents.TryPutAsync(Containers.Site, "页/absent.html", [9], "text/html", fence, Stop)).ShouldBeNull();
        string next = (await documents.TryPutAsync(Containers.Site, "页/a.html", [2], "text/html", fence, Stop)).ShouldNotBeNull();
        (await documents.TryPutAsync(Containers.Site, "页/a.html", [3], "text/html", fence, Stop)).ShouldBeNull();

        StoredDocument found = (await documents.FindAsync(Containers.Site, "页/a.html", Stop)).ShouldNotBeNull();
        found.Bytes.ShouldBe([2]);
        found.MediaType.ShouldBe("text/html");
        found.Fence.ShouldBe(next);
        (await documents.FenceAsync(Containers.Site, "页/a.html", Stop)).ShouldBe(next);
    }

    [Fact]
    public async Task A_document_can_be_written_over_and_deleted()
    {
        IDocumentStore documents = Room.Documents;
        await documents.PutAsync(Containers.Reports, "2014/x.pdf", [1], "application/pdf", Stop);
        string? before = await documents.FenceAsync(Containers.Reports, "2014/x.pdf", Stop);
        await documents.PutAsync(Containers.Reports, "2014/x.pdf", [1, 2], "application/pdf", Stop);

        (await documents.FenceAsync(Containers.Reports, "2014/x.pdf", Stop)).ShouldNotBe(before);
        (await documents.FindAsync(Containers.Reports, "2014/x.pdf", Stop))!.Bytes.ShouldBe([1, 2]);
        (await documents.DeleteAsync(Containers.Reports, "2014/x.pdf", Stop)).ShouldBeTrue();
        (await documents.DeleteAsync(Containers.Reports, "2014/x.pdf", Stop)).ShouldBeFalse();
        (await documents.FindAsync(Containers.Reports, "2014/x.pdf", Stop)).ShouldBeNull();
        (await documents.FenceAsync(Containers.Reports, "2014/x.pdf", Stop)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3601)]
    public async Task A_link_lives_at_most_an_hour(int seconds) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(
            () => Room.Documents.LinkAsync(Containers.Reports, "a", TimeSpan.FromSeconds(seconds), "a.pdf", Stop));

    [Fact]
    public async Task Accounts_are_written_under_their_fence_and_names_from_outside_are_harmless()
    {
        string agency = Sample.Agency();
        var account = new Account(agency, "经办-1@x", "经办员", Role.Clerk, "党政办", "hash", "s1", false, 0, null)
        {
            MustChangePassword = true,
            SecondFactor = new SecondFactor("sealed", true, 7),
            EndedSessions = [new EndedSession("one", Sample.Noon)],
            Outside = [new OutsideIdentity("https://issuer.example", "wang@example.gov.cn", "subject")],
            Changes = [new AccountChange("admin", "新建账号", Sample.Noon)],
        };
        (await Room.Accounts.SaveAsync(account, null, Stop)).ShouldBeTrue();
        (await Room.Accounts.SaveAsync(account, null, Stop)).ShouldBeFalse();
        StoredAccount found = (await Room.Accounts.FindAsync(agency, account.Name, Stop)).ShouldNotBeNull();
        ShouldBeTheSame(found.Account, account);

        Account locked = account with { FailedCount = 5, LockedUntil = Sample.Noon };
        (await Room.Accounts.SaveAsync(locked, found.Fence, Stop)).ShouldBeTrue();
        (await Room.Accounts.SaveAsync(account, found.Fence, Stop)).ShouldBeFalse();
        ShouldBeTheSame((await Room.Accounts.ListAsync(agency, Stop)).ShouldHaveSingleItem(), locked);
        foreach (string name in (string[])["", "' or 1 eq 1", "a/b\\c#d?e\0", new string('长', 10_000), "经办-1@X"])
        {
            (await Room.Accounts.FindAsync(agency, name, Stop)).ShouldBeNull();
        }
    }

    /// <summary>Records compare lists by identity, so these are compared by what is in them.</summary>
    private static void ShouldBeTheSame(Account found, Account expected)
    {
        (found with { EndedSessions = [], Changes = [], Outside = [] }).ShouldBe(expected with { EndedSessions = [], Changes = [], Outside = [] });
        found.EndedSessions.ShouldBe(expected.EndedSessions);
        found.Outside.ShouldBe(expected.Outside);
        found.Changes.ShouldBe(expected.Changes);
    }

    [Fact]
    public async Task Jobs_keep_even_a_very_long_result()
    {
        string agency = Sample.Agency();
        var job = new Job("j1", agency, "import", "admin", "file", JobState.Waiting, 3, 0, Sample.Noon, Sample.Noon, null, null);
        StoredJob waiting = (await Room.Jobs.SaveAsync(job, null, Stop)).ShouldNotBeNull();
        (await Room.Jobs.SaveAsync(job, null, Stop)).ShouldBeNull();
        Job done = job with { State = JobState.Done, Done = 3, Result = string.Concat(Enumerable.Repeat("""{"row":1,"说明":"𠮷"}""", 60_000)) };

        StoredJob saved = (await Room.Jobs.SaveAsync(done, waiting.Fence, Stop)).ShouldNotBeNull();

        (await Room.Jobs.SaveAsync(job, waiting.Fence, Stop)).ShouldBeNull();
        StoredJob found = (await Room.Jobs.FindAsync(agency, "j1", Stop)).ShouldNotBeNull();
        found.Job.ShouldBe(done);
        found.Fence.ShouldBe(saved.Fence);
        (await Room.Jobs.FindAsync(agency, "../j1", Stop)).ShouldBeNull();
        await Room.Jobs.SaveAsync(job with { Id = "j0" }, null, Stop);
        (await Room.Jobs.ListAsync(agency, Stop).Select(j => j.Id).ToListAsync(Stop)).ShouldBe(["j0", "j1"]);
    }

    [Fact]
    public async Task Reports_are_written_under_their_fence_and_listed_newest_first()
    {
        string agency = Sample.Agency();
        var narrative = new ReportNarrative(new Dictionary<string, string> { ["problems"] = "问题" }, null, null, new(2014, 1, 1), null);
        var report = new AnnualReport(agency, 2014, 1, narrative, null, []);
        StoredReport first = (await Room.Reports.SaveAsync(report, null, Stop)).ShouldNotBeNull();
        (await Room.Reports.SaveAsync(report, null, Stop)).ShouldBeNull();
        var draft = new ReportDraft("ligang-2014", Sample.Noon, "r", "d", "s", 5, [new ReportNumber("total", "总数", 549.50m, "条")], []);
        StoredReport second = (await Room.Reports.SaveAsync(report with { Revision = 2, Draft = draft }, first.Fence, Stop)).ShouldNotBeNull();
        (await Room.Reports.SaveAsync(report, first.Fence, Stop)).ShouldBeNull();
        await Room.Reports.SaveAsync(report with { Year = 2025 }, null, Stop);

        StoredReport found = (await Room.Reports.FindAsync(agency, 2014, Stop)).ShouldNotBeNull();

        found.Fence.ShouldBe(second.Fence);
        found.Report.Revision.ShouldBe(2);
        found.Report.Narrative!.Sections["problems"].ShouldBe("问题");
        found.Report.Draft!.Numbers.ShouldHaveSingleItem().Value.ShouldBe(549.50m);
        (await Room.Reports.ListAsync(agency, Stop)).Select(r => r.Year).ShouldBe([2025, 2014]);
        (await Room.Reports.FindAsync(agency, 2013, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task S18_figures_are_put_by_key_and_the_same_figure_counts_once()
    {
        string agency = Sample.Agency();
        var births = new StatisticFigure(
            agency, 2014, "births", "出生", 312m, "人", FigureKind.Flow, new(2014, 1, 1), new(2014, 12, 31), "当年出生人口", "计生办");

        (await Room.Reports.PutFigureAsync(births, Stop)).ShouldBeTrue();
        (await Room.Reports.PutFigureAsync(births with { }, Stop)).ShouldBeFalse();
        (await Room.Reports.PutFigureAsync(births with { Value = 313m }, Stop)).ShouldBeTrue();
        (await Room.Reports.PutFigureAsync(births with { Key = "a-first", Year = 2014 }, Stop)).ShouldBeTrue();
        (await Room.Reports.PutFigureAsync(births with { Year = 2015 }, Stop)).ShouldBeTrue();

        List<StatisticFigure> figures = await Room.Reports.FiguresAsync(agency, 2014, Stop).ToListAsync(Stop);
        figures.ShouldBe([births with { Key = "a-first" }, births with { Value = 313m }]);
    }

    [Fact]
    public async Task Preparing_twice_at_once_is_harmless_and_the_probe_sees_the_oldest_unsent_row()
    {
        await Task.WhenAll(Room.Probe.PrepareAsync(Stop), Room.Probe.PrepareAsync(Stop));
        var item = Sample.Item(Sample.Agency());
        ((await Room.Probe.CheckAsync(item.Agency, Stop)) with { StorageNow = null }).ShouldBe(new StorageHealth(true, null, 0, null));

        await Room.Register.PutAsync(Sample.Create(item, Sample.Message(item)));

        StorageHealth health = await Room.Probe.CheckAsync(item.Agency, Stop);
        health.Reachable.ShouldBeTrue();
        health.OldestOutbox.ShouldNotBeNull();
    }
}
