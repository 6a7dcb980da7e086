using System.Net;
using System.Text.Json;

namespace Lianxin.EndToEnd;

/// <summary>What every refusal must look like.</summary>
internal static class Problems
{
    /// <summary>Checks status, stable code, media type and that a person is told in Chinese; answers the problem.</summary>
    public static JsonElement ShouldBeProblem(this (HttpResponseMessage Answer, JsonElement Body) got, int status, string code)
    {
        var (answer, body) = got;
        answer.StatusCode.ShouldBe((HttpStatusCode)status, body.ToString());
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        body.GetProperty("status").GetInt32().ShouldBe(status);
        body.GetProperty("code").GetString().ShouldBe(code, body.ToString());
        body.GetProperty("title").GetString()!.Any(IsChinese).ShouldBeTrue();
        body.GetProperty("detail").GetString()!.Any(IsChinese).ShouldBeTrue();
        body.ToString().ShouldNotContain("   at Lianxin");
        return body;
    }

    /// <summary>A refusal of one field of the input.</summary>
    public static void ShouldRefuseField(this (HttpResponseMessage Answer, JsonElement Body) got, string field)
    {
        got.Answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, got.Body.ToString());
        var problem = got.ShouldBeProblem(400, got.Body.GetProperty("code").GetString()!);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldContain(field);
        problem.GetProperty("errors").GetProperty(field)[0].GetString()!.Any(IsChinese).ShouldBeTrue();
    }

    private static bool IsChinese(char c) => c is >= '\u4e00' and <= '\u9fff';
}
