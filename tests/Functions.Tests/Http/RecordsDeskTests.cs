using System.Net;
using Lianxin.Functions.Tests.Access;
using Lianxin.Tests.Pages;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>The desk's pages of dated records, as a browser without script uses them.</summary>
public sealed class RecordsDeskTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("license", "kind number title on")]
    [InlineData("charge", "kind number title on amount")]
    [InlineData("normative-document", "kind number title on publishedOn endedOn")]
    [InlineData("application", "kind number title on applicant endedOn outcome")]
    [InlineData("authority", "kind number title on category endedOn")]
    public async Task The_form_of_a_kind_has_exactly_its_fields(string kind, string fields)
    {
        var page = PageRules.Parse(await TextAsync(town.Clerk, $"/desk/records/new?kind={kind}"));
        var form = PageRules.Named(page, "form").Single(f => f.Attribute("action")!.Value == "/api/records");
        form.Descendants().Where(e => e.Attribute("name") is not null).Select(e => e.Attribute("name")!.Value).ShouldBe(fields.Split(' '));
    }

    [Fact]
    public async Task A_record_is_entered_corrected_moved_and_voided_by_form()
    {
        using var entered = await town.Clerk.PostFormAsync("/api/records", ("kind", "license"), ("number", "桌1"), ("title", "示例许可"), ("on", "2025-05-06"));
        entered.Headers.Location!.ToString().ShouldStartWith("/desk/records?year=2025&kind=license&entered=");
        (await TextAsync(town.Clerk, entered.Headers.Location!.ToString())).ShouldContain("“桌1”已登记。");

        var id = await IdAsync("桌1", 2025);
        var page = await TextAsync(town.Clerk, $"/desk/records/{id}");
        page.ShouldContain("首次登记");
        using var moved = await town.Clerk.PostFormAsync(
            "/api/records", ("kind", "license"), ("replaces", id), ("number", "桌1"), ("title", "示例许可"), ("on", "2024-05-06"), ("reason", "年份写错"));
        moved.Headers.Location!.ToString().ShouldStartWith("/desk/records?year=2024&");
        (await TextAsync(town.Clerk, $"/desk/records/{id}")).ShouldSatisfyAllConditions(
            p => p.ShouldContain("已作废，不计入报告"), p => p.ShouldContain("改登为2024年“桌1”：年份写错"), p => p.ShouldNotContain("更正的理由"));

        var right = await IdAsync("桌1", 2024);
        var back = PageRules.Named(PageRules.Parse(await TextAsync(town.Clerk, $"/desk/records/{right}")), "form").Last();
        var fields = back.Descendants().Where(e => e.Attribute("name") is not null && e.Attribute("value") is not null)
            .Select(e => (e.Attribute("name")!.Value, e.Attribute("value")!.Value)).ToArray();
        using var silent = await town.Clerk.PostFormAsync("/api/records", fields);
        silent.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await silent.Content.ReadAsStringAsync(Cancellation)).ShouldContain("href=\"#void-reason\"");
        using var voided = await town.Clerk.PostFormAsync("/api/records", [.. fields, ("reason", "误登")]);
        voided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await TextAsync(town.Clerk, $"/desk/records/{right}")).ShouldContain("已作废，不计入报告");
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_with_everything_typed_kept()
    {
        using var refused = await town.Clerk.PostFormAsync(
            "/api/records", ("kind", "application"), ("number", "桌2"), ("title", "<b>示例</b>"), ("on", "2025-02-30"), ("applicant", "research"), ("outcome", "granted"));
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var html = await refused.Content.ReadAsStringAsync(Cancellation);
        html.ShouldContain("id=\"enter-on-error\"");
        html.ShouldContain("value=\"2025-02-30\"");
        html.ShouldContain("value=\"&lt;b&gt;示例&lt;/b&gt;\"");
        PageRules.Named(PageRules.Parse(html), "option").Where(o => o.Attribute("selected") is not null).Select(o => o.Attribute("value")!.Value).ShouldBe(["research", "granted"]);
        using var odd = await town.Clerk.PostFormAsync("/api/records", ("kind", "nothing"), ("number", "1"));
        odd.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await odd.Content.ReadAsStringAsync(Cancellation)).ShouldContain("先选种类");
    }

    [Fact]
    public async Task Staff_read_the_list_and_only_a_clerk_of_the_office_is_offered_a_change()
    {
        using var entered = await town.Clerk.PostFormAsync("/api/records", ("kind", "license"), ("number", "桌3"), ("on", "2025-05-07"));
        entered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var id = await IdAsync("桌3", 2025);
        (await TextAsync(town.Reviewer, "/desk/records?year=2025&kind=license")).ShouldContain("桌3");
        (await TextAsync(town.Reviewer, "/desk/records?year=2023")).ShouldContain("说明本年无");
        foreach (var other in new[] { town.Reviewer, town.ClerkOfFinance, town.Supervisor })
            (await TextAsync(other, $"/desk/records/{id}")).ShouldNotContain("更正的理由");
        (await TextAsync(town.Admin, "/desk/records")).ShouldContain("/desk/imports");
        (await GetAsync(town.Reviewer, "/desk/records/new")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(town.Clerk, "/desk/records/ligang-2025-license-0-v1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var odd in new[] { "?year=x&kind=y", "?year=99999", "?continuation=x", "?entered=%3Cscript%3E" })
            (await TextAsync(town.Clerk, "/desk/records" + odd)).ShouldNotContain("<script>");
    }

    private async Task<string> IdAsync(string number, int year) =>
        (await JsonAsync(await GetAsync(town.Reviewer, $"/api/records?year={year}&kind=license"))).GetProperty("items").EnumerateArray()
            .Single(r => r.GetProperty("number").GetString() == number).GetProperty("id").GetString()!;

    private static async Task<string> TextAsync(HttpClient client, string path)
    {
        using var answer = await GetAsync(client, path);
        var html = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path + "\n" + html);
        return html;
    }
}
