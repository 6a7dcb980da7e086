using System.Net;

namespace Lianxin.LocalHost.Demo;

/// <summary>From "processes run" to "someone can use it": health, the sample year, and where to look.</summary>
internal sealed class Opening(RunOptions options, SingleMachine machine, TimeProvider clock, Journal journal)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(200);

    /// <exception cref="StepFailed">The app does not get healthy, or a step of the sample year fails.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        journal.Note("等待应用就绪", "waiting for the app");
        await HealthAsync(cancellation);
        if (HasSample)
        {
            var staff = DemoStaff.Read(StaffFile);
            var sample = new SampleYear(
                new Uri(options.BaseUrl), new Uri(options.SiteUrl), options.SampleFolder ?? "samples/ligang-2014", staff, machine.QueuesAreIdleAsync, clock, journal);
            await sample.BringInAsync(cancellation);
        }

        else if (options.Clock < SampleYearIsOver)
        {
            journal.Note("业务时钟早于2015年，示例年度（2014年）没有导入", "the clock starts before 2015, so the sample year 2014 was left out");
        }

        Tell();
        journal.Line($"ready {options.BaseUrl}");
    }

    /// <summary>The sample is the whole of 2014: before that year is over, its report may not be final and its last rows lie in the future.</summary>
    private static readonly DateTimeOffset SampleYearIsOver = new(2015, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private bool HasSample => options.Demo && !options.Empty && !(options.Clock < SampleYearIsOver);

    private string StaffFile => Path.Combine(options.DataFolder, "demo-staff.json");

    private async Task HealthAsync(CancellationToken cancellation)
    {
        using var anyone = new Caller(new Uri(options.BaseUrl));
        var since = clock.GetTimestamp();
        while (true)
        {
            using var answer = await anyone.GetAsync("/api/health", cancellation);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            if (clock.GetElapsedTime(since) > Patience)
            {
                throw new StepFailed(
                    $"应用没有就绪，GET /api/health 答复 {(int)answer.StatusCode} · the app is not healthy: {await answer.Content.ReadAsStringAsync(cancellation)}");
            }

            await Task.Delay(Poll, clock, cancellation);
        }
    }

    private void Tell()
    {
        if (!options.Demo)
        {
            return;
        }

        journal.Line("");
        journal.Line($"  公开网站 · public site   {options.SiteUrl}/");
        journal.Line($"  工作台 · staff desk      {options.BaseUrl}/desk");
        if (HasSample)
        {
            journal.Line($"  2014 年报 · report       {options.BaseUrl}{SampleYear.ReportPath}");
        }

        journal.Line($"  示范账户 · accounts      {StaffFile}");
        journal.Line("  数据由模拟器保存，突然断电可能丢失最后几秒；停止请用 Ctrl+C · kept by an emulator: stop with Ctrl+C, a power cut may lose the last seconds");
        journal.Line("");
    }
}
