using System.Net;
using System.Net.Http.Headers;

namespace Lianxin.LocalHost.Demo;

/// <summary>
/// Brings the sample year in as people would, through the public door: import, narrative, build, approval. Every step may be
/// done again, so a start over half-done data goes on where it stopped.
/// </summary>
/// <param name="folder">The sample: CSV files, narrative.json, reasons.json.</param>
/// <param name="queuesAreIdle">Whether all messages have been worked off.</param>
internal sealed class SampleYear(
    Uri door, Uri site, string folder, IReadOnlyList<StaffMember> staff, Func<CancellationToken, Task<bool>> queuesAreIdle, TimeProvider clock, Journal journal)
{
    public const string ReportPath = "/api/reports/2014/report.pdf";

    private const string Report = "/api/reports/2014";
    private const string Format = "ligang-2014";

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    private readonly JobWatch _jobs = new(clock, journal);

    /// <exception cref="StepFailed">A step was refused or took too long.</exception>
    public async Task BringInAsync(CancellationToken cancellation)
    {
        if (!await IsPublishedAsync(cancellation))
        {
            await ImportAsync(cancellation);
            await NarrateAndBuildAsync(cancellation);
            await ApproveAsync(cancellation);
            await UntilAsync("等待报告公布 · waiting for the report", IsPublishedAsync, cancellation);
        }

        await UntilAsync("等待公开页面 · waiting for the public pages", PagesAreOutAsync, cancellation);
    }

    private async Task ImportAsync(CancellationToken cancellation)
    {
        using var admin = await LoginAsync("admin", cancellation);
        foreach (var path in Files())
        {
            var name = Path.GetFileName(path);
            var step = $"导入 {name} · import";
            journal.Line(step);
            using var form = new MultipartFormDataContent();
            var file = new ByteArrayContent(await File.ReadAllBytesAsync(path, cancellation));
            file.Headers.ContentType = new MediaTypeHeaderValue("text/csv", "utf-8");
            form.Add(file, "file", name);
            using var answer = await admin.SendAsync(HttpMethod.Post, "/api/imports", form, step, cancellation);
            await _jobs.FollowAsync(admin, answer, step, cancellation);
        }
    }

    private async Task NarrateAndBuildAsync(CancellationToken cancellation)
    {
        using var reviewer = await LoginAsync("reviewer", cancellation);
        const string Narrating = "报告文字 · narrative";
        journal.Line(Narrating);
        using var narrative = Caller.Json(await TextAsync("narrative.json", cancellation));
        using var before = await reviewer.GetAsync(Report, cancellation);
        using var written = await reviewer.SendAsync(
            HttpMethod.Put, $"{Report}/narrative", narrative, Narrating, cancellation, before.Headers.ETag?.ToString());

        const string Building = "编制报告 · build the report";
        journal.Line(Building);
        using var built = await reviewer.SendAsync(HttpMethod.Post, $"{Report}/build?format={Format}", null, Building, cancellation);
        await _jobs.FollowAsync(reviewer, built, Building, cancellation);
    }

    private async Task ApproveAsync(CancellationToken cancellation)
    {
        using var chair = await LoginAsync("chair", cancellation);
        const string Approving = "批准公布 · approve and publish";
        journal.Line(Approving);
        var reasons = await TextAsync("reasons.json", cancellation);
        using var body = Caller.Json($$"""{"reasons":{{reasons}}}""");
        using var approved = await chair.SendAsync(HttpMethod.Post, $"{Report}/approval", body, Approving, cancellation);
        await _jobs.FollowAsync(chair, approved, Approving, cancellation);
    }

    private async Task<bool> IsPublishedAsync(CancellationToken cancellation)
    {
        using var anyone = new Caller(door);
        using var answer = await anyone.GetAsync(ReportPath, cancellation);
        return answer.StatusCode == HttpStatusCode.Found;
    }

    private async Task<bool> PagesAreOutAsync(CancellationToken cancellation)
    {
        using var anyone = new Caller(site);
        using var home = await anyone.GetAsync("/", cancellation);
        return home.StatusCode == HttpStatusCode.OK && await queuesAreIdle(cancellation);
    }

    private async Task UntilAsync(string step, Func<CancellationToken, Task<bool>> isSo, CancellationToken cancellation)
    {
        var since = clock.GetTimestamp();
        // Twice in a row: between two messages of one piece of work the queue is empty for a moment.
        for (var inARow = 0; inARow < 2; inARow = await isSo(cancellation) ? inARow + 1 : 0)
        {
            if (inARow == 0 && clock.GetElapsedTime(since) > Patience)
            {
                throw new StepFailed($"{step}：超过 {Patience.TotalMinutes:0} 分钟 · took longer");
            }

            await Task.Delay(Poll, clock, cancellation);
        }
    }

    private async Task<Caller> LoginAsync(string role, CancellationToken cancellation)
    {
        var who = staff.FirstOrDefault(member => member.Role == role)
            ?? throw new StepFailed($"demo-staff.json 里没有 {role} · no {role} in demo-staff.json");
        var caller = new Caller(door);
        try
        {
            await caller.LoginAsync(who, cancellation);
            return caller;
        }
        catch
        {
            caller.Dispose();
            throw;
        }
    }

    private List<string> Files() =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).ToList() is { Count: > 0 } files
            ? files
            : throw new StepFailed($"示例目录 {folder} 里没有 CSV · no CSV in the sample folder");

    private async Task<string> TextAsync(string name, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? await File.ReadAllTextAsync(path, cancellation)
            : throw new StepFailed($"示例目录缺少 {name} · the sample folder lacks {name}");
    }
}
