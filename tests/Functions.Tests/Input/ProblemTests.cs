using System.Text;
using System.Text.Json;
using Lianxin.Core;
using Lianxin.Core.Privacy;
using Lianxin.Functions.Input;
using Microsoft.AspNetCore.Http;

namespace Lianxin.Functions.Tests.Input;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(RefusalKind.Invalid, 400)]
    [InlineData(RefusalKind.Forbidden, 403)]
    [InlineData(RefusalKind.Unknown, 404)]
    [InlineData(RefusalKind.IllegalStep, 409)]
    [InlineData(RefusalKind.Gone, 410)]
    [InlineData(RefusalKind.Stale, 412)]
    [InlineData(RefusalKind.TooLarge, 413)]
    [InlineData(RefusalKind.Mismatch, 422)]
    public void Each_kind_of_refusal_has_its_status(RefusalKind kind, int status) =>
        Problem.From(new Refusal(kind, "some-code", "原因")).Status.ShouldBe(status);

    [Fact]
    public void No_kind_of_refusal_is_without_a_status()
    {
        foreach (var kind in Enum.GetValues<RefusalKind>())
            Problem.From(new Refusal(kind, "c", "d")).Status.ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task A_problem_says_what_is_wrong_field_by_field_in_readable_chinese()
    {
        var context = Context();
        await Problem.From(Refusal.Field("elements.name", "必须填写。")).WriteAsync(context);
        context.Response.StatusCode.ShouldBe(400);
        context.Response.ContentType.ShouldBe("application/problem+json");
        var text = Text(context);
        text.ShouldContain("必须填写。");
        var body = JsonDocument.Parse(text).RootElement;
        body.GetProperty("type").GetString().ShouldBe("urn:lianxin:problem:invalid-input");
        body.GetProperty("code").GetString().ShouldBe("invalid-input");
        body.GetProperty("status").GetInt32().ShouldBe(400);
        body.GetProperty("errors").GetProperty("elements.name")[0].GetString().ShouldBe("必须填写。");
        body.TryGetProperty("findings", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Personal_data_is_listed_as_the_contract_names_it()
    {
        var context = Context();
        var refusal = new Refusal(RefusalKind.Invalid, "personal-data", "含有个人信息。")
        {
            Findings = [new PersonalDataFinding("mobile", "body", "电话1**********", "规则")],
        };
        await Problem.From(refusal).WriteAsync(context);
        var finding = JsonDocument.Parse(Text(context)).RootElement.GetProperty("findings")[0];
        finding.EnumerateObject().Select(p => p.Name).ShouldBe(["kind", "place", "excerpt", "rule"]);
    }

    [Theory]
    [InlineData(0.2, "1")]
    [InlineData(90.5, "91")]
    public async Task Retry_after_is_whole_seconds_rounded_up(double seconds, string header)
    {
        var context = Context();
        await Problem.TooMany(TimeSpan.FromSeconds(seconds)).WriteAsync(context);
        context.Response.StatusCode.ShouldBe(429);
        context.Response.Headers.RetryAfter.ToString().ShouldBe(header);
    }

    [Fact]
    public async Task A_browser_gets_a_page_and_what_was_typed_cannot_become_markup()
    {
        var context = Context();
        context.Request.Headers.Accept = "text/html,application/xhtml+xml,*/*;q=0.8";
        await Problem.From(Refusal.Field("title", "<script>不行</script>")).WriteAsync(context);
        context.Response.StatusCode.ShouldBe(400);
        context.Response.ContentType.ShouldBe("text/html; charset=utf-8");
        Text(context).ShouldNotContain("<script>");
        Text(context).ShouldContain("不行");
    }

    [Fact]
    public void Codes_are_kebab_case_and_unlike()
    {
        var codes = typeof(ProblemCodes).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        codes.Distinct().Count().ShouldBe(codes.Count);
        codes.ShouldAllBe(c => System.Text.RegularExpressions.Regex.IsMatch(c, "^[a-z]+(-[a-z]+)*$"));
    }

    private static DefaultHttpContext Context()
    {
        var context = new DefaultHttpContext();
        context.Response.Body = new MemoryStream();
        return context;
    }

    private static string Text(DefaultHttpContext context) =>
        Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
}
