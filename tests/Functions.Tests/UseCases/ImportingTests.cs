using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Access;
using Lianxin.Core.Items;
using Lianxin.Core.Jobs;
using Lianxin.Core.Publication;
using Lianxin.Functions.Hosting;
using Lianxin.Functions.Queues;
using Lianxin.Functions.UseCases;

namespace Lianxin.Functions.Tests.UseCases;

public sealed class ImportingTests
{
    private readonly TownHall town = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_file_is_checked_row_by_row_and_each_wrong_row_says_why()
    {
        var good = Submissions.PastRow(1);
        var report = town.Importing.Check(
            TownHall.Admin,
            Imports.Read(
                good,
                Submissions.PastRow(2).Replace("01-03", "99-99", StringComparison.Ordinal),
                Submissions.PastRow(3).Replace("dangzheng", "nobody", StringComparison.Ordinal),
                Submissions.PastRow(4, publishedOn: "2025-02-30"),
                Submissions.PastRow(5, publishedOn: "2026-12-31"),
                Submissions.PastRow(6, title: "请致电13812345678"),
                "only,three,fields",
                good),
            Cancellation);
        report.Rows.Select(r => (r.Line, r.Outcome)).ShouldBe(
        [
            (2, "ok"), (3, "refused"), (4, "refused"), (5, "refused"), (6, "refused"), (7, "refused"), (8, "refused"), (9, "refused"), (9, "ok"),
        ]);
        report.Rows.Where(r => r.Outcome is "refused").ShouldAllBe(r => r.Code != null && r.Detail!.Length > 5);
        report.Rows.Single(r => r.Line == 7).Code.ShouldBe("personal-data");
        report.Rows.Single(r => r.Line == 7).Detail!.ShouldNotContain("13812345678");
    }

    [Fact]
    public async Task A_row_that_comes_again_is_found_there_and_draws_no_number()
    {
        (await Imports.ApplyAsync(town, Submissions.PastRow(1), Submissions.PastRow(2))).Select(l => l.Outcome).ShouldBe(["imported", "imported"]);
        (await Imports.ApplyAsync(town, Submissions.PastRow(1), Submissions.PastRow(2), Submissions.PastRow(3))).Select(l => l.Outcome)
            .ShouldBe(["already-there", "already-there", "imported"]);
        var rows = await town.Room.Register.PublicationsAsync(TownHall.Agency, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), Cancellation).ToListAsync(Cancellation);
        rows.Select(r => r.IndexNumber).ShouldBe(["640000000/2025-00001", "640000000/2025-00002", "640000000/2025-00003"], ignoreOrder: true);
        (await town.EventsAsync(rows[0].Id)).ShouldBe(["imported"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(73)]
    [InlineData(2_049)]
    public async Task A_job_of_more_than_two_thousand_rows_goes_on_where_it_was_killed(int row)
    {
        var (subject, id) = await StartAsync(2_050);
        var commits = 0;
        town.Gate.Before = call =>
            call.StartsWith("commit", StringComparison.Ordinal) && ++commits == row ? throw new KilledException(call) : Task.CompletedTask;
        await Should.ThrowAsync<KilledException>(() => town.Jobs.RunImportAsync(subject, Cancellation));
        (await Imports.CountAsync(town)).ShouldBe(row - 1);
        (await JobAsync(id)).State.ShouldBeOneOf(JobState.Waiting, JobState.Running);
        town.Gate.Open();
        await town.Jobs.RunImportAsync(subject, Cancellation);
        (await Imports.CountAsync(town)).ShouldBe(2_050);
        var job = await JobAsync(id);
        (job.State, job.Done, job.Total).ShouldBe((JobState.Done, 2_050, 2_050));
        var report = JsonDocument.Parse(job.Result!).RootElement;
        (report.GetProperty("imported").GetInt32() + report.GetProperty("alreadyThere").GetInt32()).ShouldBe(2_050);
        report.GetProperty("rows").GetArrayLength().ShouldBe(0);
        town.Sent.Sent[^1].ShouldBe(new OutboxMessage("publication", "refresh-year", "ligang-2025", 1));
    }

    [Fact]
    public async Task A_finished_job_is_not_run_again()
    {
        var (subject, _) = await StartAsync(60);
        await town.Jobs.RunImportAsync(subject, Cancellation);
        var sent = town.Sent.Sent.Count;
        await town.Jobs.RunImportAsync(subject, Cancellation);
        town.Sent.Sent.Count.ShouldBe(sent);
    }

    [Fact]
    public async Task A_job_that_fails_for_the_last_time_says_so_where_its_starter_looks()
    {
        var (subject, id) = await StartAsync(60);
        town.Gate.Before = call => call.StartsWith("commit", StringComparison.Ordinal) ? throw new KilledException(call) : Task.CompletedTask;
        var work = new RunWork(town.Jobs, null!, null!, town.Feedback.Steps, null!);
        var message = $$"""{"kind":"run-import","subject":"{{subject}}","subjectVersion":1}""";

        await Should.ThrowAsync<KilledException>(() => work.HandleAsync(new Delivery(message, 4, "test"), Cancellation));
        (await JobAsync(id)).State.ShouldNotBe(JobState.Failed);
        await Should.ThrowAsync<KilledException>(() => work.HandleAsync(new Delivery(message, 5, "test"), Cancellation));

        var job = await JobAsync(id);
        job.State.ShouldBe(JobState.Failed);
        job.Problem.ShouldNotBeNull().ShouldContain("第1行");
    }

    [Fact]
    public async Task A_job_hands_itself_on_before_the_hosts_limit_and_its_successor_finishes()
    {
        var (subject, id) = await StartAsync(120);
        town.Gate.Before = call =>
        {
            if (call.StartsWith("commit", StringComparison.Ordinal))
                town.Clock.Advance(TimeSpan.FromSeconds(4));
            return Task.CompletedTask;
        };
        await town.Jobs.RunImportAsync(subject, Cancellation);
        (await JobAsync(id)).Done.ShouldBe(50);
        town.Sent.Sent[^1].ShouldBe(new OutboxMessage("work", "run-import", subject, 50));
        town.Gate.Open();
        await town.Jobs.RunImportAsync(subject, Cancellation);
        (await JobAsync(id)).State.ShouldBe(JobState.Done);
    }

    [Fact]
    public void A_file_may_have_so_many_rows_and_not_one_more()
    {
        var reader = new ImportReader(20_000);
        var rows = Enumerable.Repeat("x", 20_001).ToList();
        reader.ReadLines(Submissions.Csv(rows[1..])).Refusal.ShouldBeNull();
        var refusal = reader.ReadLines(Submissions.Csv(rows)).Refusal!;
        (refusal.Kind, refusal.Code).ShouldBe((RefusalKind.TooLarge, "import-too-many-rows"));
    }

    [Fact]
    public void A_head_line_without_a_needed_column_names_it()
    {
        var lines = new ImportReader(20_000).ReadLines("number,entry,published_on\nN-1,01-03,2025-06-02\n"u8.ToArray());
        var refusal = ImportFile.ReadItems(lines).Refusal!;
        refusal.Code.ShouldBe("import-columns");
        refusal.Detail.ShouldContain("formed_on");
        refusal.Detail.ShouldNotContain("published_on");
    }

    private async Task<(string Subject, string Id)> StartAsync(int rows)
    {
        await town.Room.Accounts.SaveAsync(
            new Account(TownHall.Agency, TownHall.Admin.Account, TownHall.Admin.Name, Role.Admin, "dangzheng", "", "", false, 0, null), null, Cancellation);
        await town.Room.Documents.PutAsync(
            Containers.Sealed, "import/file.csv", Submissions.Csv(Enumerable.Range(1, rows).Select(n => Submissions.PastRow(n))), "text/csv", Cancellation);
        var job = await town.Jobs.StartImportAsync(TownHall.Admin, "import/file.csv", rows, Cancellation);
        return ($"{TownHall.Agency}/{job.Id}", job.Id);
    }

    private async Task<Job> JobAsync(string id) => (await town.Room.Jobs.FindAsync(TownHall.Agency, id, Cancellation))!.Job;
}
