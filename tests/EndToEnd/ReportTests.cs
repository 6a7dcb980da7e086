using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Web;
using Lianxin.EndToEnd.Running;

namespace Lianxin.EndToEnd;

public class ReportTests(SampleSystem sample)
{
    private static readonly string[] Warnings = ["D1", "D2", "D4"];

    private readonly RunningSystem system = sample.System;

    [Fact]
    public async Task The_published_report_is_a_redirect_to_a_link_that_lives_an_hour_at_most()
    {
        using var anyone = system.Anyone();
        var asked = TimeProvider.System.GetUtcNow();
        var answer = await anyone.Http.GetAsync("/api/reports/2014/report.pdf");

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        var link = answer.Headers.Location!;
        var query = HttpUtility.ParseQueryString(link.Query);
        var ends = DateTimeOffset.Parse(query["se"]!, CultureInfo.InvariantCulture);
        (ends - asked).ShouldBeInRange(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(60));
        query["sp"].ShouldBe("r");
        query["sr"].ShouldBe("b");

        // The link opens that one document for reading, and without its signature nothing.
        using var plain = new HttpClient();
        (await plain.GetAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);
        ((int)(await plain.GetAsync(link.GetLeftPart(UriPartial.Path))).StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task The_edition_keeps_what_is_wrong_in_the_founding_document_with_a_reason_for_each()
    {
        using var supervisor = await system.SignInAsync("supervisor");
        var (_, report) = await supervisor.GetAsync("/api/reports/2014");

        report.GetProperty("edition").GetInt32().ShouldBe(1);
        var findings = report.GetProperty("findings").EnumerateArray().ToList();
        foreach (var rule in Warnings)
        {
            findings.Where(f => f.GetProperty("rule").GetString() == rule).ShouldNotBeEmpty(rule);
            report.GetProperty("editions")[0].GetProperty("reasons").GetProperty(rule).GetString()!.Length.ShouldBeGreaterThan(10);
        }

        // A note asks for nothing: D3 and D7 explain.
        findings.Where(f => f.GetProperty("severity").GetString() == "note").Select(f => f.GetProperty("rule").GetString()).ShouldBe(["D3", "D7"], ignoreOrder: true);
        findings.ShouldAllBe(f => f.GetProperty("severity").GetString() != "error");
        var declared = findings.First(f => f.GetProperty("rule").GetString() == "D1");
        declared.GetProperty("expected").GetString().ShouldBe("549条");
        declared.GetProperty("found").GetString().ShouldBe("547条");
    }

    [Fact]
    public async Task Every_number_leads_to_the_rows_behind_it()
    {
        foreach (var (figure, count) in new[] { ("items-total", 549), ("items-finance", 78) })
        {
            var rows = await RegisterState.PublishedAsync(system, 2014, figure);
            rows.Count.ShouldBe(count);
            rows.Select(r => r.IndexNumber).Distinct().Count().ShouldBe(count);
        }

        using var supervisor = await system.SignInAsync("supervisor");
        (await supervisor.GetAsync("/api/reports/2014/figures/no-such-figure")).ShouldBeProblem(404, "not-found");
        (await supervisor.GetAsync("/api/reports/2014/figures/..%2fnarrative")).Answer.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Built_again_from_the_same_year_the_report_is_the_same_file()
    {
        using var reviewer = await system.SignInAsync("reviewer");
        var (first, one) = await reviewer.PostAsync("/api/reports/2014/build?format=ligang-2014", new { });
        var (_, two) = await reviewer.PostAsync("/api/reports/2014/build?format=ligang-2014", new { });

        first.StatusCode.ShouldBe(HttpStatusCode.OK, one.ToString());
        var edition = one.GetProperty("editions")[0].GetProperty("sha256").GetString();
        one.GetProperty("draft").GetProperty("sha256").GetString().ShouldBe(edition);
        two.GetProperty("draft").GetProperty("sha256").GetString().ShouldBe(edition);
    }

    [Fact]
    public async Task A_warning_without_a_reason_stops_the_approval()
    {
        const string Report = "/api/reports/2012";
        using var reviewer = await system.SignInAsync("reviewer");
        var (before, _) = await reviewer.GetAsync(Report);
        var sections = JsonSerializer.Deserialize<JsonElement>(await Sample.BytesAsync("narrative.json")).GetProperty("sections")
            .EnumerateObject().ToDictionary(s => s.Name, _ => "本年情况见登记簿。");
        var narrative = new { signedOn = "2012-11-19", publishedOn = "2013-01-05", periodFrom = "2012-01-01", sections };
        var (written, answer) = await reviewer.SendAsync(HttpMethod.Put, $"{Report}/narrative", narrative, before.Headers.ETag!.ToString());
        written.StatusCode.ShouldBe(HttpStatusCode.OK, answer.ToString());
        var (built, draft) = await reviewer.PostAsync($"{Report}/build?format=ligang-2014", new { });
        built.StatusCode.ShouldBe(HttpStatusCode.OK, draft.ToString());

        using var chair = await system.SignInAsync("chair");
        var refused = await chair.PostAsync($"{Report}/approval", new { });
        var problem = refused.ShouldBeProblem(400, "warning-needs-reason");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldContain("reasons.D4");
        var (_, after) = await reviewer.GetAsync(Report);
        after.GetProperty("edition").ValueKind.ShouldBe(JsonValueKind.Null);
        (await chair.Http.GetAsync($"{Report}/report.pdf")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
