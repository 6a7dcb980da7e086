using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lianxin.Functions.Tests.UseCases;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

public sealed class ImportsTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_wrong_row_refuses_the_whole_file_and_the_register_stays_as_it_was()
    {
        using var answer = await PostCsvAsync(Submissions.Csv(Submissions.PastRow(901), Submissions.PastRow(902, publishedOn: "2025-13-01")));
        (await CodeAsync(answer, HttpStatusCode.BadRequest)).ShouldBe("import-refused");
        (await JsonAsync(answer)).GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["line-3"]);
        (await CountAsync("第00901次")).ShouldBe(0);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing_a_run_writes_each_row_once_and_a_second_run_nothing_more()
    {
        var file = Submissions.Csv(Submissions.PastRow(1), Submissions.PastRow(2));
        (await JsonAsync(await PostCsvAsync(file, "?dryRun=true"))).GetProperty("dryRun").GetBoolean().ShouldBeTrue();
        (await CountAsync("第00001次")).ShouldBe(0);
        (await JsonAsync(await PostCsvAsync(file))).GetProperty("imported").GetInt32().ShouldBe(2);
        var again = await JsonAsync(await PostCsvAsync(file));
        (again.GetProperty("imported").GetInt32(), again.GetProperty("alreadyThere").GetInt32()).ShouldBe((0, 2));
        (await CountAsync("第00001次")).ShouldBe(1);
    }

    [Fact]
    public async Task More_than_two_thousand_rows_become_a_job_that_anyone_of_the_staff_can_watch()
    {
        using var answer = await PostCsvAsync(Submissions.Csv(Enumerable.Range(10_001, 2_001).Select(n => Submissions.PastRow(n, title: "大批导入"))));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = (await JsonAsync(answer)).GetProperty("job").GetString()!;
        (await JsonAsync(await GetAsync(town.Clerk, job))).GetProperty("state").GetString().ShouldBe("waiting");
        (await GetAsync(town.Public, job)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Figures_are_told_by_their_head_line_and_taken_once()
    {
        const string File = "key,label,value,unit,kind,from,to,definition,source\nbirths,出生人口,105,人,flow,2025-01-01,2025-12-31,统计期内出生并登记的人口,计生办统计\n";
        var first = await JsonAsync(await PostCsvAsync(Encoding.UTF8.GetBytes(File)));
        (first.GetProperty("kind").GetString(), first.GetProperty("imported").GetInt32()).ShouldBe(("figures", 1));
        (await JsonAsync(await PostCsvAsync(Encoding.UTF8.GetBytes(File)))).GetProperty("alreadyThere").GetInt32().ShouldBe(1);
        using var broken = await PostCsvAsync(Encoding.UTF8.GetBytes(File.Replace("105", "很多", StringComparison.Ordinal)));
        (await CodeAsync(broken, HttpStatusCode.BadRequest)).ShouldBe("import-refused");
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "import-columns", HttpStatusCode.BadRequest)]
    [InlineData("number,published_on\nN-1,2025-06-02\n", "import-columns", HttpStatusCode.BadRequest)]
    [InlineData("\n\n", "import-empty", HttpStatusCode.BadRequest)]
    [InlineData("PK\u0003\u0004", "import-kind", HttpStatusCode.BadRequest)]
    [InlineData("number\u00C4\u00E3", "invalid-encoding", HttpStatusCode.BadRequest)]
    public async Task A_file_that_cannot_be_one_of_ours_says_why(string text, string code, HttpStatusCode status) =>
        (await CodeAsync(await PostCsvAsync(Encoding.Latin1.GetBytes(text)), status)).ShouldBe(code);

    [Fact]
    public async Task Twenty_thousand_and_one_rows_are_too_many() =>
        (await CodeAsync(await PostCsvAsync(Submissions.Csv(Enumerable.Repeat("x", 20_001))), HttpStatusCode.RequestEntityTooLarge)).ShouldBe("import-too-many-rows");

    private Task<HttpResponseMessage> PostCsvAsync(byte[] bytes, string query = "")
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return SendAsync(town.Admin, HttpMethod.Post, "/api/imports" + query, content);
    }

    private async Task<int> CountAsync(string text) =>
        await town.Room.Register.PublicationsAsync(TownHall.Agency, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31), Cancellation)
            .CountAsync(r => r.Title.Contains(text, StringComparison.Ordinal), Cancellation);
}
