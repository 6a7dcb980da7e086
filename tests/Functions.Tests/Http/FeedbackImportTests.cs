using System.Net;
using System.Net.Http.Headers;
using Lianxin.Functions.Tests.Hosting;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

public sealed class FeedbackImportTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static readonly byte[] Sample = File.ReadAllBytes(Path.Combine(Repository.Root, "samples/ligang-2014/3-feedback.csv"));

    [Fact]
    public async Task S13_the_282_opinions_of_the_sample_come_in_once_and_their_funnel_adds_up()
    {
        var first = await JsonAsync(await PostCsvAsync(Sample));
        (first.GetProperty("kind").GetString(), first.GetProperty("imported").GetInt32()).ShouldBe(("feedback", 282));
        (await JsonAsync(await PostCsvAsync(Sample))).GetProperty("alreadyThere").GetInt32().ShouldBe(282);
        var total = (await JsonAsync(await GetAsync(town.Reviewer, "/api/funnel?from=2014-01-01&to=2014-12-31"))).GetProperty("total");
        (total.GetProperty("collected").GetInt32(), total.GetProperty("screened").GetInt32(), total.GetProperty("registered").GetInt32()).ShouldBe((282, 267, 104));
        (total.GetProperty("done").GetInt32(), total.GetProperty("confirmed").GetInt32()).ShouldBe((88, 83));
        var list = await JsonAsync(await GetAsync(town.Reviewer, "/api/feedback?status=registered&top=200"));
        list.GetProperty("items").GetArrayLength().ShouldBe(104);
        list.GetProperty("counts").GetProperty("answered").GetInt32().ShouldBe(141);
        (await JsonAsync(await GetAsync(town.Public, "/api/cases?status=done-confirmed&top=200"))).GetProperty("items").GetArrayLength().ShouldBe(83);
    }

    [Theory]
    [InlineData("opinion", "rumour")]
    [InlineData("2014-02-07", "2014-02-30")]
    [InlineData(",zhifa,", ",nobody,")]
    [InlineData("YJ2014-001", "../1")]
    public async Task A_wrong_row_refuses_the_whole_file(string from, string to)
    {
        var text = System.Text.Encoding.UTF8.GetString(Sample);
        var lines = text.Split('\n')[..2];
        var file = lines[0] + "\n" + lines[1].Replace(from, to, StringComparison.Ordinal) + "\n";
        file.ShouldNotBe(lines[0] + "\n" + lines[1] + "\n");
        (await CodeAsync(await PostCsvAsync(System.Text.Encoding.UTF8.GetBytes(file)), HttpStatusCode.BadRequest)).ShouldBe("import-refused");
    }

    private Task<HttpResponseMessage> PostCsvAsync(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        return SendAsync(town.Admin, HttpMethod.Post, "/api/imports", content);
    }
}
