using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lianxin.Core.Publication;
using Lianxin.Functions.Tests.Hosting;
using static Lianxin.Functions.Tests.Http.OpenTownHall;

namespace Lianxin.Functions.Tests.Http;

/// <summary>A statutory report from records to the published edition, by HTTP.</summary>
public sealed class StatutoryReportTests(OpenTownHall town) : IClassFixture<OpenTownHall>
{
    private static readonly Dictionary<string, object?> Typed = new()
    {
        ["platform"] = "门户网站运行正常。",
        ["supervision"] = "开展工作考核和社会评议，未发生责任追究。",
        ["problems"] = "公开内容还不够丰富。",
        ["improvements"] = "进一步拓展公开渠道。",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_report_of_2025_is_counted_checked_published_and_can_be_checked_by_anyone()
    {
        await EnterAsync(RecordsTests.Application("2024-9", "2024-12-20", "2025-01-08", "partly_granted"));
        await EnterAsync(RecordsTests.Application("2025-1", "2025-03-02", "2025-03-20", "granted"));
        await EnterAsync(RecordsTests.Application("2025-2", "2025-12-28"));
        await EnterAsync(new Dictionary<string, object?> { ["kind"] = "charge", ["number"] = "1", ["on"] = "2025-05-06", ["amount"] = 1234.5 });

        var built = await BuiltAsync(2025, Typed, "");
        built.GetProperty("draft").GetProperty("format").GetString().ShouldBe("statutory-2021");
        built.GetProperty("draft").GetProperty("drafted").GetProperty("on-application").GetString()!.ShouldStartWith("本年新收政府信息公开申请2件。");
        Rules(built, "error").ShouldBeEmpty();
        Number(built, "section3-carried-over-total").ShouldBe(1);
        Number(built, "section3-carried-forward-natural-person").ShouldBe(1);
        Number(built, "section2-fees-amount-10k-yuan").ShouldBe(0.12345m);

        var rows = await JsonAsync(await GetAsync(town.Reviewer, "/api/reports/2025/figures/section3-carried-over-total"));
        rows.GetProperty("items").EnumerateArray().Single().GetProperty("record").GetProperty("number").GetString().ShouldBe("2024-9");
        (await GetAsync(town.Reviewer, "/api/reports/2025/figures/section9-nothing")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        (await CodeAsync(await PostAsync(town.Chair, "/api/reports/2025/approval", new { }), HttpStatusCode.BadRequest)).ShouldBe("warning-needs-reason");
        (await ApproveAsync(2025, built)).StatusCode.ShouldBe(HttpStatusCode.OK);
        foreach (var format in new[] { "pdf", "docx", "json", "csv", "html" })
            (await GetAsync(town.Public, $"/api/reports/2025/report.{format}")).StatusCode.ShouldBe(HttpStatusCode.Found, format);
        (await GetAsync(town.Public, "/api/reports/2025/report.exe")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var open = await FileAsync(2025, "json");
        using var check = await SendAsync(town.Public, HttpMethod.Post, "/api/reports/check", new StringContent(open, Encoding.UTF8, "application/json"));
        (await JsonAsync(check)).GetProperty("findings").GetArrayLength().ShouldBe(0, open);
        (await FileAsync(2025, "html")).ShouldContain("<th rowspan=\"22\">三、本年度办理结果</th>");
        (await FileAsync(2025, "csv")).ShouldContain("section3-carried-over-total,上年结转政府信息公开申请数量·总计,1,件");
    }

    [Fact]
    public async Task What_was_published_as_carried_on_must_come_back()
    {
        await EnterAsync(RecordsTests.Application("2022-1", "2022-12-28"));
        var before = await BuiltAsync(2022, Typed, "?format=statutory-2021");
        (await ApproveAsync(2022, before)).StatusCode.ShouldBe(HttpStatusCode.OK);
        Rules(await BuiltAsync(2023, Typed, ""), "error").ShouldBeEmpty();

        var back = RecordsTests.Application("2022-1", "2022-12-28");
        back["replaces"] = (await JsonAsync(await GetAsync(town.Reviewer, "/api/records?kind=application&year=2022"))).GetProperty("items")[0].GetProperty("id").GetString();
        back["reason"] = "误登";
        back["void"] = true;
        await EnterAsync(back);
        var wrong = await BuiltAsync(2023, Typed, "");
        Rules(wrong, "error").ShouldBe(["carry-chain"]);
        (await CodeAsync(await ApproveAsync(2023, wrong), HttpStatusCode.Conflict)).ShouldBe("report-has-errors");
    }

    [Fact]
    public async Task Each_year_has_its_form_and_a_missing_text_is_an_error()
    {
        (await BuiltAsync(2019, Typed, "")).GetProperty("draft").GetProperty("format").GetString().ShouldBe("statutory-2019");
        (await BuiltAsync(2018, Typed, "")).GetProperty("draft").GetProperty("format").GetString().ShouldBe("ligang-2014");
        Rules(await BuiltAsync(2021, [], ""), "error").ShouldBe(["section-missing"]);
        Rules(await BuiltAsync(2021, Typed, "?format=statutory-2019"), "warning").ShouldContain("obsolete-form");
    }

    [Fact]
    public async Task The_sample_year_comes_in_and_gives_a_report_without_an_error()
    {
        await using var other = new OpenTownHall();
        await other.InitializeAsync();
        foreach (var (file, rows) in new[] { ("1-items.csv", 118), ("2-records.csv", 157) })
        {
            var content = new ByteArrayContent(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "samples/statutory-2025", file), Cancellation));
            content.Headers.ContentType = new("text/csv");
            using var imported = await SendAsync(other.Admin, HttpMethod.Post, "/api/imports", content);
            var report = await imported.Content.ReadAsStringAsync(Cancellation);
            imported.StatusCode.ShouldBe(HttpStatusCode.OK, report);
            JsonDocument.Parse(report).RootElement.GetProperty("imported").GetInt32().ShouldBe(rows);
        }

        var narrative = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples/statutory-2025/narrative.json"), Cancellation);
        using var typed = await SendAsync(
            other.Reviewer, HttpMethod.Put, "/api/reports/2025/narrative", new StringContent(narrative, Encoding.UTF8, "application/json"), ("If-Match", "*"));
        typed.EnsureSuccessStatusCode();
        using var built = await PostAsync(other.Reviewer, "/api/reports/2025/build", new { });
        var draft = await JsonAsync(built);
        Rules(draft, "error").ShouldBeEmpty();
        Rules(draft, "warning").ShouldBe(["section-drafted"]);
        Number(draft, "items-total").ShouldBe(118);
        Number(draft, "section3-carried-over-total").ShouldBe(3);
        Number(draft, "section3-carried-forward-total").ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Who_owes_what_to_the_report_stands_in_it_until_somebody_answers()
    {
        await using var other = new OpenTownHall();
        await other.InitializeAsync();
        async Task<JsonElement> ReadAsync() => await JsonAsync(await GetAsync(other.Reviewer, "/api/reports/2025"));
        static IEnumerable<string> Owed(JsonElement report) =>
            report.GetProperty("owed").EnumerateArray().Select(o => $"{o.GetProperty("office").GetString()} {o.GetProperty("kind").GetString()} {o.GetProperty("subject").GetString()} {o.GetProperty("state").GetString()}");

        var before = await ReadAsync();
        (before.GetProperty("due").GetProperty("dueOn").GetString(), before.GetProperty("due").GetProperty("state").GetString()).ShouldBe(("2026-01-31", "overdue"));
        Owed(before).ShouldContain("caizheng records charge overdue");
        (await CodeAsync(await PostAsync(other.Clerk, "/api/records/none", new { kind = "charge", year = 2025 }), HttpStatusCode.Forbidden)).ShouldBe("not-owed");
        (await CodeAsync(await PostAsync(other.ClerkOfFinance, "/api/records/none", new { kind = "charge", year = 2026 }), HttpStatusCode.Conflict)).ShouldBe("year-not-over");
        foreach (var wrong in new object[] { new { kind = "x", year = 2025 }, new { kind = "charge" }, new { kind = "charge", year = "x" }, new { kind = "charge", year = 1e99 } })
            (await PostAsync(other.ClerkOfFinance, "/api/records/none", wrong)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(other.Reviewer, "/api/records/none", new { kind = "charge", year = 2025 })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        var stated = await JsonAsync(await PostAsync(other.ClerkOfFinance, "/api/records/none", new { kind = "charge", year = 2025 }));
        stated.GetProperty("stands").GetBoolean().ShouldBeTrue();
        var after = await ReadAsync();
        Owed(after).ShouldNotContain("caizheng records charge overdue");
        after.GetProperty("answers").EnumerateArray().Single(a => a.GetProperty("kind").GetString() == "charge").GetProperty("statedBy").GetString().ShouldBe("clerk2");
    }

    [Fact]
    public async Task A_statement_by_form_leads_back_to_the_report_or_says_why_not()
    {
        using var stated = await SendAsync(town.ClerkOfFinance, HttpMethod.Post, "/api/records/none", Form(("kind", "charge"), ("year", "2024")));
        (stated.StatusCode, stated.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, "/desk/reports/2024#answers"));
        using var refused = await SendAsync(town.ClerkOfFinance, HttpMethod.Post, "/api/records/none", Form(("kind", "license"), ("year", "2024")));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync(Cancellation)).ShouldContain("只能由该单位说明本年没有");
        (await (await GetAsync(town.ClerkOfFinance, "/desk/reports/2024")).Content.ReadAsStringAsync(Cancellation)).ShouldContain("收回说明");
    }

    [Fact]
    public async Task S13_the_feedback_of_the_year_is_counted_and_leads_to_its_pieces()
    {
        await using var other = new OpenTownHall();
        await other.InitializeAsync();
        foreach (var (text, on) in new[] { ("路灯不亮", "2025-05-06"), ("垃圾没有清运", "2025-06-07"), ("水渠堵塞", "2026-01-07") })
            (await PostAsync(other.Clerk, "/api/feedback", new { channel = "phone", kind = "opinion", text, receivedOn = on, office = "dangzheng" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        var written = await SendAsync(other.Reviewer, HttpMethod.Put, "/api/reports/2025/narrative", JsonContent.Create(new { sections = Typed, periodFrom = "2025-01-01", periodTo = "2025-12-31" }), ("If-Match", "*"));
        written.EnsureSuccessStatusCode();
        using var built = await PostAsync(other.Reviewer, "/api/reports/2025/build", new { });
        var draft = await JsonAsync(built);
        (Number(draft, "feedback-collected"), Number(draft, "feedback-screened")).ShouldBe((2, 0));
        var rows = await JsonAsync(await GetAsync(other.Reviewer, "/api/reports/2025/figures/feedback-collected"));
        rows.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("publishedOn").GetString()).Order().ShouldBe(["2025-05-06", "2025-06-07"]);
        (await JsonAsync(await GetAsync(other.Reviewer, "/api/reports/2025/figures/feedback-screened"))).GetProperty("count").GetInt32().ShouldBe(0);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private async Task EnterAsync(object body) => (await PostAsync(town.Clerk, "/api/records", body)).StatusCode.ShouldBe(HttpStatusCode.Created);

    private async Task<JsonElement> BuiltAsync(int year, Dictionary<string, object?> sections, string query)
    {
        var narrative = new { sections, signedOn = $"{year + 1}-01-10", periodFrom = $"{year}-01-01", periodTo = $"{year}-12-31" };
        using var written = await SendAsync(town.Reviewer, HttpMethod.Put, $"/api/reports/{year}/narrative", JsonContent.Create(narrative), ("If-Match", "*"));
        written.StatusCode.ShouldBe(HttpStatusCode.OK, await written.Content.ReadAsStringAsync(Cancellation));
        using var built = await PostAsync(town.Reviewer, $"/api/reports/{year}/build{query}", new { });
        built.StatusCode.ShouldBe(HttpStatusCode.OK, await built.Content.ReadAsStringAsync(Cancellation));
        return await JsonAsync(built);
    }

    private Task<HttpResponseMessage> ApproveAsync(int year, JsonElement built) =>
        PostAsync(town.Chair, $"/api/reports/{year}/approval", new { reasons = Rules(built, "warning").ToDictionary(r => r, _ => "已核对") });

    private async Task<string> FileAsync(int year, string format) => Encoding.UTF8.GetString(
        (await town.Room.Documents.FindAsync(Containers.Reports, $"{UseCases.TownHall.Agency}/{year}/edition-1.{format}", Cancellation)).ShouldNotBeNull().Bytes);

    private static List<string> Rules(JsonElement report, string severity) =>
        [.. report.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("severity").GetString() == severity).Select(f => f.GetProperty("rule").GetString()!).Distinct()];

    private static decimal Number(JsonElement report, string key) =>
        report.GetProperty("tables").EnumerateArray().Single(n => n.GetProperty("key").GetString() == key).GetProperty("value").GetDecimal();
}
