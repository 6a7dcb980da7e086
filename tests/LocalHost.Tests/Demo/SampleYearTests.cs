using Lianxin.LocalHost.Tests.Fake;
using Lianxin.LocalHost.Tests.Processes;

namespace Lianxin.LocalHost.Tests.Demo;

public sealed class SampleYearTests : IDisposable
{
    private const string Published = "GET /api/reports/2014/report.pdf";

    private static readonly Dictionary<string, ScriptedReply> Town = new()
    {
        [Published] = new(404),
        ["POST /api/imports"] = new(202, Body: """{ "job": "/api/jobs/7" }"""),
        ["GET /api/jobs/7"] = new(Body: """{ "id": "7", "kind": "import", "state": "done", "total": 3, "done": 3, "result": {}, "problem": null }"""),
        ["GET /api/reports/2014"] = new(Headers: new() { ["ETag"] = "\"v1\"" }),
        ["PUT /api/reports/2014/narrative"] = new(204, null, ""),
    };

    private readonly FakeApp _app = new FakeApp().Http("Api", "api/{*rest}");
    private readonly string _sample = Directory.CreateTempSubdirectory("lianxin-sample-").FullName;

    public SampleYearTests()
    {
        File.WriteAllText(Path.Combine(_sample, "b.csv"), "b");
        File.WriteAllText(Path.Combine(_sample, "a.csv"), "a");
        File.WriteAllText(Path.Combine(_sample, "narrative.json"), """{ "problems": "…" }""");
        File.WriteAllText(Path.Combine(_sample, "reasons.json"), """{ "D1": "原文如此" }""");
    }

    public void Dispose()
    {
        _app.Dispose();
        Directory.Delete(_sample, recursive: true);
    }

    [Fact]
    public async Task The_year_goes_in_through_the_public_door_step_by_step()
    {
        _app.Script.Answer(Town);
        using var host = new HostProcess(_app, "--in-memory", "--demo", "--sample", _sample);
        await Wait.UntilAsync(() => host.HasExited || Steps().Contains("POST /api/reports/2014/approval"), $"approval\n{host.Output}", 60);
        _app.Script.Answer(new(Town) { [Published] = new(302, null, "") });
        await Wait.UntilAsync(() => host.HasExited || Steps().LastOrDefault() == Published, "report published");

        Steps().Where(step => !step.Contains("health", StringComparison.Ordinal) && step != Published).ShouldBe(
        [
            "POST /api/session", "POST /api/imports", "GET /api/jobs/7", "POST /api/imports", "GET /api/jobs/7",
            "POST /api/session", "GET /api/reports/2014", "PUT /api/reports/2014/narrative", "POST /api/reports/2014/build?format=ligang-2014",
            "POST /api/session", "POST /api/reports/2014/approval",
        ]);
        var seen = _app.Script.Seen();
        seen.Where(one => one.Target == "/api/imports").Select(one => one.Body.Contains("name=file; filename=a.csv", StringComparison.Ordinal)).ShouldBe([true, false]);
        seen.Single(one => one.Method == "PUT").Header("If-Match").ShouldBe("\"v1\"");
        seen.Single(one => one.Target.EndsWith("approval", StringComparison.Ordinal)).Body.ShouldBe("""{"reasons":{ "D1": "原文如此" }}""");
    }

    [Fact]
    public async Task A_refusal_is_shown_with_its_detail_and_ends_the_run()
    {
        _app.Script.Answer(new(Town)
        {
            ["POST /api/imports"] = new(400, "application/problem+json", """{ "code": "bad-row", "title": "导入失败", "detail": "第 3 行没有标题" }"""),
        });
        using var host = new HostProcess(_app, "--in-memory", "--demo", "--sample", _sample);

        (await host.ExitCodeAsync()).ShouldBe(1);
        await Wait.UntilAsync(() => host.Output.Contains("第 3 行没有标题", StringComparison.Ordinal), host.Output);
    }

    [Fact]
    public async Task A_year_that_is_published_already_is_left_alone()
    {
        _app.Script.Answer(new() { [Published] = new(302, null, "") });
        using var host = new HostProcess(_app, "--in-memory", "--demo", "--sample", _sample);

        await Wait.UntilAsync(() => host.HasExited || Steps().Contains(Published), "look at the report", 60);
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        Steps().ShouldNotContain("POST /api/imports");
    }

    private List<string> Steps() => [.. _app.Script.Seen().Select(seen => $"{seen.Method} {seen.Target}")];
}
