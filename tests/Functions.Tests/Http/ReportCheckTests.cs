using System.Net;
using System.Net.Http.Json;
using System.Text;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The public checker of annual reports over HTTP; what each rule finds is tested in Core.</summary>
public sealed class ReportCheckTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private const string Path = "/api/reports/check";

    private static object Report(object section3) => new { format = "2021", level = "township", year = 2025, tables = new { section3 } };

    [Fact]
    public async Task Anyone_has_a_report_checked_and_reads_each_finding_by_the_contracts_names()
    {
        using var answer = await PostAsync(town.Public, Path, Report(new
        {
            granted = new { natural_person = 3, business = 0, research = 0, public_interest = 0, legal_service = 0, other = 0, total = 4 },
        }));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var finding = (await JsonAsync(answer)).GetProperty("findings").EnumerateArray().ShouldHaveSingleItem();
        finding.EnumerateObject().Select(p => p.Name).ShouldBe(["rule", "severity", "where", "expected", "found", "message"]);
        finding.GetProperty("rule").GetString().ShouldBe("row-sum");
        finding.GetProperty("severity").GetString().ShouldBe("error");
        finding.GetProperty("where").GetString().ShouldBe("section3.granted.total");
        finding.GetProperty("message").GetString()!.ShouldContain("予以公开");
    }

    [Fact]
    public async Task A_report_without_a_fault_has_an_empty_list()
    {
        using var answer = await PostAsync(town.Public, Path, Report(new { }));
        (await JsonAsync(answer)).GetProperty("findings").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_wrong_cell_is_a_400_that_names_it()
    {
        using var answer = await PostAsync(town.Public, Path, Report(new { granted = new { total = "many" }, gifted = new { total = 1 } }));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("invalid-report");
        (await JsonAsync(answer)).GetProperty("errors").EnumerateObject().Select(e => e.Name)
            .ShouldBe(["tables.section3.granted.total", "tables.section3.gifted"]);
    }

    [Theory]
    [InlineData("[]", "malformed-json")]
    [InlineData("{\"year\":2025,\"year\":2024}", "malformed-json")]
    [InlineData("", "invalid-report")]
    [InlineData("{}", "invalid-report")]
    public async Task What_is_no_report_is_a_400(string body, string code)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await SendAsync(town.Public, HttpMethod.Post, Path, content);
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe(code);
    }

    [Theory]
    [InlineData("text/csv")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Only_json_is_taken(string type)
    {
        using var content = new StringContent("format=2021", Encoding.UTF8, type);
        using var answer = await SendAsync(town.Public, HttpMethod.Post, Path, content);
        (await CodeAsync(answer, HttpStatusCode.UnsupportedMediaType)).ShouldBe("unsupported-media-type");
    }

    [Theory]
    [InlineData(1_000_000, HttpStatusCode.BadRequest, "invalid-report")]
    [InlineData(5_000_000, HttpStatusCode.RequestEntityTooLarge, "too-large")]
    public async Task A_flood_of_text_is_refused(int letters, HttpStatusCode status, string code)
    {
        using var content = JsonContent.Create(new { format = "2021", level = "township", year = 2025, tables = new { }, narrative = new string('a', letters) });
        using var answer = await SendAsync(town.Public, HttpMethod.Post, Path, content);
        (await CodeAsync(answer, status)).ShouldBe(code);
    }

    [Fact]
    public async Task After_300_checks_in_a_minute_an_address_must_wait()
    {
        // A fresh window, whatever other tests of this class have used up.
        town.Clock.Advance(TimeSpan.FromMinutes(2));
        for (var i = 0; i < 300; i++)
        {
            using var passed = await PostAsync(town.Public, Path, new { });
            passed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var answer = await PostAsync(town.Public, Path, Report(new { }));
        (await CodeAsync(answer, HttpStatusCode.TooManyRequests)).ShouldBe("too-many-requests");
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        town.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = await PostAsync(town.Public, Path, Report(new { }));
        again.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
