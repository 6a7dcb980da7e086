using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Lianxin.Functions.Input;

/// <summary>A problem for someone who came with a browser and no script: what went wrong, and the way back.</summary>
internal static class ProblemPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Browsers name HTML when a person navigates or posts a form; programs do not.</summary>
    public static bool IsWantedBy(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static string Render(Problem problem)
    {
        var page = new StringBuilder()
            .Append("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>")
            .Append(problem.Title)
            .Append("</title></head><body><main><h1>").Append(problem.Title).Append("</h1><p>")
            .Append(Encoder.Encode(problem.Detail)).Append("</p>");
        var lines = problem.Errors.SelectMany(e => e.Value.Select(message => $"{e.Key}：{message}"))
            .Concat(problem.Findings.Select(f => $"{f.Place}：{f.Excerpt}（{f.Rule}）"))
            .ToList();
        if (lines.Count > 0)
            page.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{Encoder.Encode(line)}</li>")).Append("</ul>");
        return page.Append("<p>请使用浏览器的“后退”返回上一页。</p></main></body></html>").ToString();
    }
}
